import { setImmediate } from 'node:timers/promises'
import { marbles } from 'rxjs-marbles/jest'
import { mediaWish } from '../../lib/call/media-wish'
import { type Line, type Picture, readPicture } from './picture'
import { play, type Played } from './play'
import { ORDERS, orderOf, pairOf } from './race'
import { RACES } from './race-table'

/** Every picture is shorter, but for the pauses that it names: whatever comes later is of a timer that was left behind. */
const LONGEST_MS = 30

const pauseIn = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|s)\b/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unit === 's' ? 1_000 : 1),
    0,
  )

const longestMs = ({ inputs, outputs }: Picture): number =>
  LONGEST_MS + Math.max(...[...inputs, ...outputs].map(({ name, text }) => (name === 'policies' ? 0 : pauseIn(text))))

const textsOf = (lines: readonly Line<string>[], wanted: string): readonly string[] =>
  lines.filter(({ name }) => name === wanted).map(({ text }) => text)

/** Who hangs up, how the promise settles and how the call ends is asserted also where nothing of it is drawn. */
const expectFacts = ({ facts }: Picture, played: Played) => {
  const known = played.facts()
  const startCalls = textsOf(facts, 'startCall')
  expect(known.startCall).toEqual(startCalls.length === 0 ? ['resolves session-1'] : startCalls)
  expect(known.hangUp).toEqual(textsOf(facts, 'hangUp'))
  expect(known.end).toEqual(textsOf(facts, 'end'))
  facts.forEach(({ name }) => {
    expect(known[name]).toEqual(textsOf(facts, name))
  })
}

/** The microphone is released, and what the page was told of the end is the end. */
const expectQuietEnd = ({ call, endsTold, facts }: Played) => {
  if (call.session.phase !== 'ended') return
  expect(mediaWish(call.session)).toMatchObject({ pushUrl: '', playUrl: '', microphone: false })
  expect([[], facts().end]).toContainEqual(endsTold)
}

/** The frame in which the page leaves, as the subscription that ends there. */
const untilLeft = ({ inputs }: Picture): string | undefined => {
  const [page = ''] = textsOf(inputs, 'page')
  return page.endsWith('x') ? `^${page.slice(1, -1)}!` : undefined
}

describe.each(RACES.map((race) => ({ race, pair: pairOf(race, 'en') })))('$pair', ({ race }) => {
  const scenes = ORDERS.map((order) => ({ order: orderOf(race, order, 'en'), ...readPicture(race.scenes[order]) }))

  it.each(scenes)('$order: $wins', (picture) => {
    const run: () => Promise<void> = marbles((m) => {
      const played = play(m, picture)
      picture.outputs.forEach(({ name, text }) => {
        m.expect(played.outputs[name]).toBeObservable(text)
      })
      const left = untilLeft(picture)
      if (left !== undefined) {
        played.sources.forEach((source$) => {
          m.has(source$, left)
        })
      }
      m.flush()
      expect(m.scheduler.now()).toBeLessThan(longestMs(picture))
      return setImmediate().then(() => {
        expectFacts(picture, played)
        expectQuietEnd(played)
      })
    })
    return run()
  })
})
