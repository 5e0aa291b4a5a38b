import { TestScheduler } from 'rxjs/testing'
import { type Picture, readPicture } from './picture'
import { ORDERS, pairOf, type Race } from './race'
import { RACES } from './race-table'

/** Everything that goes in, in the order in which it happens. */
const happenings = ({ inputs }: Picture): readonly string[] => {
  const read = (line: string) => TestScheduler.parseMarbles(line, undefined, undefined, false, true)
  return inputs
    .flatMap(({ name, text }) => {
      if (name === 'policies') return [{ frame: Infinity, what: text }]
      return read(text).map(({ frame, notification }) => ({ frame, what: `${name} ${JSON.stringify(notification)}` }))
    })
    .sort((one, other) => one.frame - other.frame)
    .map(({ frame, what }) => `${String(frame)} ${what}`)
}

const framesOf = (picture: Picture): readonly string[] => happenings(picture).map((text) => text.split(' ')[0] ?? '')

const inSameFrame = (race: Race) => ({
  a: readPicture(race.scenes.aAbove),
  b: readPicture(race.scenes.bAbove),
})

const drawn = ({ inputs }: Picture): string => inputs.map(({ name, text }) => `${name} ${text}`).join('\n')

describe('the table', () => {
  it('has each pair once', () => {
    const pairs = RACES.map((race) => pairOf(race, 'en'))
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  describe.each(RACES.map((race) => ({ race, pair: pairOf(race, 'en') })))('$pair', ({ race }) => {
    it('draws what is seen, sent and told in each of its scenes', () => {
      ORDERS.forEach((order) => {
        const { wins, outputs } = readPicture(race.scenes[order])
        expect(wins).not.toBe('')
        expect(outputs.map(({ name }) => name)).toEqual(expect.arrayContaining(['sees', 'sends', 'tells']))
      })
    })

    it('draws the same events in the same frame both ways', () => {
      const { a, b } = inSameFrame(race)
      expect([...happenings(a)].sort()).toEqual([...happenings(b)].sort())
      expect(drawn(a)).not.toBe(drawn(b))
    })

    it('keeps apart what is first and what is second', () => {
      const [a, b] = [readPicture(race.scenes.aFirst), readPicture(race.scenes.bFirst)]
      expect(new Set(framesOf(a)).size).toBe(framesOf(a).length)
      expect(new Set(framesOf(b)).size).toBe(framesOf(b).length)
    })
  })
})
