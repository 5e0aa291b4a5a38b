/** What a customer thinks of a call: when it is asked, what counts, and who hears of it. */
import { checkConfig } from '../server/config/read-config'
import { dayReport } from '../server/records/day-report'
import { mayAskForRating } from '../server/sessions/may-ask-for-rating'
import { dayOf } from '../server/day'
import { createShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan } from './floor-plan'
import { testConfig } from './test-config'

const rating = {
  question: 'How was this call?',
  tags: [
    { tag: 'fast', label: 'Fast' },
    { tag: 'kind', label: 'Kind' },
  ],
  comment: true,
  thanks: 'Thank you.',
}

const rated = testConfig({ rating: rating as never })
const asked = { question: 'How was this call?', scale: 5, tags: rating.tags, comment: true, thanks: 'Thank you.' }

const talk = (plan: FloorPlan, { shows = true, ms = 60_000, callId = 'c1' } = {}) => {
  const ann = plan.customer('ann')
  const lin = plan.seat('1')
  const sessionId = ann.start('direct', callId)
  const says = (body: object, userId = 'ann') => {
    const aside = { type: 'call/aside', sessionId, about: 'rating', body: JSON.stringify(body) } as const
    plan.centre.customer({ linkId: `link-${userId}`, userId }, aside)
  }
  if (shows) says({})
  lin.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(ms)
  const hears = () => ann.heard.flatMap((told) => (told.type === 'call/aside' ? [JSON.parse(told.body) as object] : []))
  return { ann, lin, sessionId, says, hears }
}

describe('whether a customer is asked', () => {
  const rules = { shortestTalkMs: 5_000, againAfterMs: 86_400_000 }
  const call = { talkedMs: 5_000, endStatus: 'ok', sinceAskedMs: undefined } as const

  it('after a talk: yes', () => {
    expect(mayAskForRating(rules, call)).toBe(true)
    expect(mayAskForRating(rules, { ...call, sinceAskedMs: 86_400_000 })).toBe(true)
  })

  it.each<[string, Partial<Parameters<typeof mayAskForRating>[1]>]>([
    ['after a talk of less than the least', { talkedMs: 4_999 }],
    ['after a call in which nobody talked', { talkedMs: 0 }],
    ['after a call that broke off', { endStatus: 'clientTimeout' }],
    ['within a day of the last time', { sinceAskedMs: 86_399_999 }],
  ])('%s: no', (_, other) => {
    expect(
      mayAskForRating({ ...rules, ...(other.talkedMs === 0 ? { shortestTalkMs: 0 } : {}) }, { ...call, ...other }),
    ).toBe(false)
  })
})

describe('a rating', () => {
  it.each(['customer', 'seat'])('is asked once the %s has hung up, after the end', (who) => {
    const { ann, lin, hears, sessionId } = talk(floorPlan(rated))
    if (who === 'customer') ann.hangUp()
    else lin.does({ type: 'seat/hangUp', sessionId })
    expect(hears()).toEqual([asked])
    expect(ann.words()).toMatch(who === 'seat' ? /ended aside$/ : /accepted aside$/)
  })

  it('is not asked of a page that has not said that it can, nor where nothing is configured', () => {
    const silent = talk(floorPlan(rated), { shows: false })
    silent.ann.hangUp()
    const plain = talk(floorPlan())
    plain.ann.hangUp()
    expect([...silent.hears(), ...plain.hears()]).toEqual([])
  })

  it('is not asked again of a customer who was asked an hour ago, and is a day later', () => {
    const plan = floorPlan(rated)
    const counts = ['c1', 'c2', 'c3'].map((callId) => {
      const { ann, hears } = talk(plan, { callId })
      ann.hangUp()
      plan.clock.advance(callId === 'c1' ? 3_600_000 : 86_400_000)
      return hears().length
    })
    expect(counts).toEqual([1, 0, 1])
  })

  it('is in record, history and board, and the desk is told; what is not of the question is left out', () => {
    const plan = floorPlan(rated)
    const { ann, lin, says, sessionId } = talk(plan)
    ann.hangUp()
    says({ score: 4, tags: ['kind', 'rude'], comment: 'Thanks' })
    const given = { score: 4, scale: 5, tags: ['Kind'], comment: 'Thanks' }
    expect(plan.records.at(-1)).toMatchObject({
      SessionId: sessionId,
      Rating: { Score: 4, Scale: 5, Tags: ['Kind'], Comment: 'Thanks' },
    })
    expect(lin.heard.at(-1)).toMatchObject({ type: 'seat/record', record: { sessionId, rating: given } })
    expect(plan.centre.state().records[0]).toMatchObject({ rating: given })
    const day = dayOf(plan.book.ofSeat()[0]?.summary.startedAt ?? 0)
    expect(dayReport(plan.book.ofSeat(), day, rated.supervision).rating).toEqual({ score: 4, scale: 5, calls: 1 })
  })

  it.each<[string, object, string]>([
    ['of nought', { score: 0 }, 'ann'],
    ['above the scale', { score: 6 }, 'ann'],
    ['of a half', { score: 2.5 }, 'ann'],
    ['of no number', { score: '5' }, 'ann'],
    ['of somebody else', { score: 5 }, 'bob'],
  ])('%s is ignored', (_, body, from) => {
    const plan = floorPlan(rated)
    const { ann, says } = talk(plan)
    ann.hangUp()
    says(body, from)
    expect(plan.book.ofSeat()[0]?.summary).not.toHaveProperty('rating')
  })

  it('counts once: the first', () => {
    const plan = floorPlan(rated)
    const { ann, says } = talk(plan)
    ann.hangUp()
    for (const score of [2, 5]) says({ score })
    expect(plan.records).toMatchObject([{ Rating: { Score: 2 } }])
    expect(plan.book.ofSeat()).toMatchObject([{ record: { Rating: { Score: 2 } } }])
  })

  it('that was not asked for is ignored', () => {
    const plan = floorPlan(rated)
    const { ann, says } = talk(plan, { ms: 1_000 })
    ann.hangUp()
    says({ score: 5 })
    expect(plan.book.ofSeat()[0]?.summary).not.toHaveProperty('rating')
  })
})

describe('the record of a call that is to be rated', () => {
  it('waits for its rating, and goes without one when the time is over; one that comes later is in the book', () => {
    const plan = floorPlan(rated)
    const { ann, says } = talk(plan)
    ann.hangUp()
    plan.clock.advance(119_999)
    expect(plan.records).toEqual([])
    plan.clock.advance(1)
    expect(plan.records).toHaveLength(1)
    says({ score: 3 })
    expect(plan.book.ofSeat()[0]?.record).toMatchObject({ Rating: { Score: 3 } })
    expect(plan.records).toHaveLength(1)
  })

  it('waits on in the next process, which takes the rating', () => {
    const shelf = createShelf([])
    const before = talk(floorPlan(rated, shelf))
    before.ann.hangUp()
    shelf.take()
    const again = floorPlan(rated, shelf)
    const { sessionId } = before
    const rates = { type: 'call/aside', sessionId, about: 'rating', body: '{"score":5}' } as const
    again.centre.customer({ linkId: 'another', userId: 'ann' }, rates)
    expect(again.records).toMatchObject([{ SessionId: sessionId, Rating: { Score: 5 } }])
  })

  it('waits no longer than in the process before', () => {
    const shelf = createShelf([])
    talk(floorPlan(rated, shelf)).ann.hangUp()
    shelf.take()
    const again = floorPlan(rated, shelf)
    again.clock.advance(180_000)
    expect(again.records).toHaveLength(1)
  })
})

describe('the configuration of ratings', () => {
  it('needs a question, and no more', () => {
    expect(
      checkConfig({ sdkAppId: '1', channels: { a: { name: 'A' } }, rating: { question: 'Good?' } }).rating,
    ).toEqual({
      ...{ question: 'Good?', scale: 5, tags: [], comment: false, thanks: '' },
      ...{ shortestTalkMs: 5_000, againAfterMs: 86_400_000, recordWaitsMs: 120_000 },
    })
  })
})
