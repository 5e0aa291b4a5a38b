import type { CallPage, CallStory } from '../../server/history-messages'
import { recorded } from '../../spec/recorded'
import { openingState, questionOf, reduce, type HistoryEvent, type HistoryPage } from '../history/state'
import { tell } from '../history/tell'
import { historyView } from '../history/view'
import { findAll, textOf } from '../shared/h'
import { record } from './scene'

const call: CallStory = { ...record, sessionId: 's1', callId: 'c1', steps: [], remarks: [] }
const told = { en: ['The line was lost.'], zh: ['线路中断。'] }

const pageWith = (recording: CallStory['recording'], takesRecordings = true): HistoryPage => {
  const from = openingState('en', { accountId: '1001', name: 'Lin', role: 'seat' })
  const question = questionOf({ event: { type: 'page/opened' }, from, to: from })
  if (question === null) throw new Error('nothing is asked')
  const calls = [recording === undefined ? call : { ...call, recording }]
  const body: CallPage = { calls, total: 1, more: false, channels: [], seats: [], takesRecordings }
  return reduce(from, { type: 'centre/answered', question, reply: { status: 200, body } })
}
const view = (page: HistoryPage, act: (event: HistoryEvent) => void = () => undefined) => historyView(page, 0, act)
const shown = (page: HistoryPage, what: string) => findAll(view(page), 'data-do', what)
const sent = pageWith({ sentAt: 0 })

describe('the story of a call of which the phone has sent a recording', () => {
  it('says so, and leads to the file and to the inspector', () => {
    expect(textOf(view(sent))).toContain('Sent by the phone')
    expect(textOf(view(pageWith({ sentAt: 0, addedBy: '9001' })))).toContain('Added by 9001')
    expect(shown(sent, 'save-recording')[0]?.props['href']).toBe('/api/calls/s1/recording')
    expect(shown(sent, 'inspector')[0]?.props['href']).toBe('/inspector/?call=s1&lang=en')
    expect(shown(sent, 'add-recording')).toEqual([])
  })

  it('tells it in sentences when asked, in the language of the page', () => {
    const clicks: HistoryEvent[] = []
    const [button] = findAll(
      view(sent, (event) => clicks.push(event)),
      'data-do',
      'read-recording',
    )
    const onclick = button?.props['onclick']
    if (typeof onclick === 'function') onclick(new Event('click'))
    expect(clicks).toEqual([{ type: 'click/read', sessionId: 's1' }])
    const asked = clicks.reduce(reduce, sent)
    expect(textOf(view(asked))).toContain('One moment')
    const read = reduce(asked, { type: 'recording/told', sessionId: 's1', told })
    expect(textOf(view(read))).toContain('The line was lost.')
    expect(textOf(view(reduce(read, { type: 'click/language', language: 'zh' })))).toContain('线路中断。')
    expect(shown(read, 'read-recording')).toEqual([])
  })

  it('says why it cannot be read, and offers to try again', () => {
    const gone = reduce(sent, { type: 'recording/told', sessionId: 's1', told: { fault: 'RECORDING_UNKNOWN' } })
    expect(textOf(view(gone))).toContain('not kept any more')
    expect(shown(gone, 'read-recording')).toHaveLength(1)
  })
})

describe('the story of a call without one', () => {
  it('takes a file where the centre does, and then it is as if the phone had sent it', () => {
    const missing = pageWith(undefined)
    expect([shown(missing, 'add-recording').length, shown(missing, 'read-recording').length]).toEqual([1, 0])
    const held = { sentAt: 0, addedBy: '1001' }
    const added = reduce(missing, { type: 'recording/told', sessionId: 's1', told, held })
    for (const part of ['Added by 1001', 'The line was lost.']) expect(textOf(view(added))).toContain(part)
    expect(shown(added, 'add-recording')).toEqual([])
  })

  it('says what is wrong with a file, in words for people; of what it does not know, that it was not taken', () => {
    const after = (fault: string) =>
      textOf(view(reduce(pageWith(undefined), { type: 'recording/told', sessionId: 's1', told: { fault } })))
    expect(after('RECORDING_OF_ANOTHER_CALL')).toContain('tells of another call')
    expect(after('TEAPOT')).toContain('did not take it')
  })

  it('shows nothing of it where the centre takes none', () => {
    const none = pageWith(undefined, false)
    expect(shown(none, 'add-recording')).toEqual([])
    expect(shown(none, 'inspector')[0]?.props['href']).toBe('/inspector/?lang=en')
  })
})

describe('what a recording tells', () => {
  it('is said in both languages', () => {
    const sentences = tell(recorded('s1'))
    if ('fault' in sentences) throw new Error(sentences.fault)
    expect([sentences.en.length, sentences.zh.length]).toEqual([sentences.zh.length, sentences.en.length])
    expect(sentences.en.join(' ')).toContain('The seat ended the call.')
  })

  it('or why it cannot be said', () => {
    expect([tell('{'), tell({}), tell({ ...recorded('s1'), version: 9 })]).toEqual([
      ...[{ fault: 'RECORDING_DAMAGED' }, { fault: 'RECORDING_FOREIGN' }, { fault: 'RECORDING_NEWER' }],
    ])
  })
})
