/** The states of the history page. */
import type { Me } from '../../../call-centre/desk/shared/account'
import type { View } from '../../../call-centre/desk/shared/h'
import type { Language } from '../../../call-centre/desk/shared/language'
import { openingState, questionOf, reduce, type HistoryEvent } from '../../../call-centre/desk/history/state'
import { historyView } from '../../../call-centre/desk/history/view'
import type { CallStory, HeldRecording } from '../../../call-centre/server/history-messages'

interface Scene {
  readonly stories: readonly CallStory[]
  readonly noon: number
  readonly longName: string
  readonly me: Me
}

const told = {
  en: [
    'The customer dialled the entry service at 2030-01-02T03:00:00.000Z.',
    'After 12.4 s the call reached talking.',
    'The centre had not been heard from for 31.2 s: the line was lost (heartbeat).',
    'The microphone was taken by another app for 4.0 s.',
    'Remedy: Call again.',
  ],
  zh: [
    '客户于 2030-01-02T03:00:00.000Z 拨打入口 service。',
    '12.4 秒后进入通话。',
    '已有 31.2 秒没有收到呼叫中心的消息：线路中断（心跳）。',
    '麦克风被其他应用占用 4.0 秒。',
    '办法：请重新呼叫。',
  ],
}

export const historyStates = ({
  stories,
  noon,
  longName,
  me,
}: Scene): Readonly<Record<string, (language: Language) => View>> => {
  const opened: HistoryEvent = { type: 'page/opened' }
  /** The page after an answer of the centre, which takes recordings when something may come then. */
  const answered = (status: number, calls: readonly CallStory[], after?: readonly HistoryEvent[]) => {
    const seats = [{ seatId: '1003', seatName: longName }]
    const more = calls.length > 0
    const body = { calls, total: calls.length, more, channels: ['Sales'], seats, takesRecordings: after !== undefined }
    return (language: Language): View => {
      const from = openingState(language, me)
      const question = questionOf({ event: opened, from, to: from })
      if (question === null) throw new Error('nothing is asked')
      const reply: HistoryEvent = { type: 'centre/answered', question, reply: { status, body } }
      return historyView([reply, ...(after ?? [])].reduce(reduce, from), noon, () => undefined)
    }
  }
  const sessionId = stories[0]?.sessionId ?? ''
  /** Of the first call there is a recording, unless it is null. */
  const recorded = (recording: HeldRecording | null, ...after: readonly HistoryEvent[]) => {
    const calls = stories.map((each) => (each.sessionId === sessionId && recording ? { ...each, recording } : each))
    return answered(200, calls, after)
  }
  const sent = { sentAt: noon - 600_000 }
  return {
    calls: answered(200, stories),
    'recording-sent': recorded(sent),
    'recording-asked': recorded(sent, { type: 'click/read', sessionId }),
    'recording-told': recorded(sent, { type: 'recording/told', sessionId, told }),
    'recording-added': recorded({ ...sent, addedBy: '9001' }, { type: 'recording/told', sessionId, told }),
    'recording-gone': recorded(sent, { type: 'recording/told', sessionId, told: { fault: 'RECORDING_UNKNOWN' } }),
    'recording-missing': recorded(null),
    'recording-of-another-call': recorded(null, {
      ...{ type: 'recording/told', sessionId, told: { fault: 'RECORDING_OF_ANOTHER_CALL' } },
    }),
    none: answered(200, []),
    'no-answer': answered(0, []),
  }
}
