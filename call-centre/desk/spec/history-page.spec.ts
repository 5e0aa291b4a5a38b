import type { CallPage, CallStory } from '../../server/history-messages'
import { openingState, questionOf, reduce, type HistoryEvent, type HistoryPage, type Question } from '../history/state'
import { historyView } from '../history/view'
import { findAll, textOf } from '../shared/h'

const lin = { accountId: '1001', name: 'Lin', role: 'seat' } as const
const call = (sessionId: string): CallStory => ({
  ...{ sessionId, caller: `Caller ${sessionId}`, channel: 'Sales', media: 'audio', startedAt: 0, endedAt: 9_000 },
  ...{ durationMs: 5_000, closeBy: 'client', endStatus: 'ok', ivrPath: [], callId: 'c1' },
  rating: { score: 4, scale: 5, tags: ['Fast', 'Kind'], comment: 'Thanks' },
  remarks: [{ seatName: 'Fang', notes: 'Wants a refund', disposition: 'solved' }],
  steps: [
    { at: 0, what: 'started' },
    { at: 1_000, what: 'queued' },
    { at: 1_000, what: 'rang', seatName: 'Lin' },
    { at: 4_000, what: 'left', seatName: 'Lin', outcome: 'declined', reason: 'Not my subject' },
    { at: 4_000, what: 'answered', seatName: 'Fang' },
    { at: 6_000, what: 'left', seatName: 'Fang', outcome: 'transferred', to: '' },
    { at: 9_000, what: 'ended', closeBy: 'client', endStatus: 'ok' },
  ],
})
const found = (more: boolean, ...names: readonly string[]): CallPage => ({
  ...{ calls: names.map(call), total: 3, more, channels: ['Sales'], seats: [{ seatId: '1001', seatName: 'Lin' }] },
  takesRecordings: false,
})

const step = (from: HistoryPage, event: HistoryEvent) => ({ event, from, to: reduce(from, event) })
const asked = (from: HistoryPage, event: HistoryEvent): Question => {
  const question = questionOf(step(from, event))
  if (question === null) throw new Error('nothing is asked')
  return question
}
/** The page after the centre has answered what an event asks. */
const told = (from: HistoryPage, event: HistoryEvent, body: object, status = 200): HistoryPage =>
  reduce(reduce(from, event), {
    ...{ type: 'centre/answered', question: asked(from, event) },
    reply: { status, body },
  })
const shows = (page: HistoryPage): string => textOf(historyView(page, 10_000, () => undefined))

const start = openingState('en', lin)
const opened = told(start, { type: 'page/opened' }, found(true, 's3', 's2'))
const search = { type: 'submit/search', query: { words: 'refund', endStatus: 'ok' } } as const

describe('the history page', () => {
  it('shows the latest calls, how many there are, and whose they are', () => {
    for (const part of ['Caller s3', 'Caller s2', '2 of 3 calls', 'rang at Lin']) expect(shows(opened)).toContain(part)
  })

  it('asks for earlier ones by the last that it shows, and puts them below', () => {
    expect(asked(opened, { type: 'click/more' }).path).toBe('/api/calls?before=s2')
    const all = told(opened, { type: 'click/more' }, found(false, 's1'))
    expect(all.found?.calls.map(({ sessionId }) => sessionId)).toEqual(['s3', 's2', 's1'])
    expect(
      findAll(
        historyView(all, 0, () => undefined),
        'data-do',
        'more',
      ),
    ).toEqual([])
  })

  it('asks for what is looked for, and the table is of the same calls', () => {
    const { to } = step(opened, search)
    expect(asked(opened, search).path).toBe('/api/calls?words=refund&endStatus=ok')
    const [link] = findAll(
      historyView(to, 0, () => undefined),
      'data-do',
      'csv',
    )
    expect(link?.props['href']).toBe('/api/calls.csv?words=refund&endStatus=ok')
  })

  it('drops an answer to what is not looked for any more', () => {
    const question = asked(start, { type: 'page/opened' })
    const later = reduce(start, search)
    const reply = { status: 200, body: found(false, 's3') }
    expect(reduce(later, { type: 'centre/answered', question, reply })).toBe(later)
  })

  it('tells the story of each call', () => {
    const text = shows(opened)
    expect(text).toMatch(/0:04\s+Lin: declined · Not my subject/)
    expect(text).toMatch(/0:06\s+Fang: transferred · back to the queue/)
    expect(text).toMatch(/Fang\s+solved\s+Wants a refund/)
    expect(text).toMatch(/0:09\s+Call completed by the customer/)
  })

  it('shows what the customer thinks of it', () => {
    expect(shows(opened)).toMatch(/Rated 4 of 5\s+Fast · Kind · Thanks/)
  })

  it.each([
    [0, 'does not answer'],
    [400, 'did not understand'],
  ])('says what to do when the answer is %i', (status, words) => {
    expect(shows(told(opened, search, {}, status))).toContain(words)
  })
})
