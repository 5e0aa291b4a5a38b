/** Every end status in words, for the pages of errors and for `explain`. No mini program loads them. */
import type { Locale } from '../../lib/errors/catalogue'
import type { CloseBy, EndStatus } from '../../lib/link/messages'

export interface EndWords {
  /** For people; it fits a toast. */
  readonly message: string
  readonly cause: string
  readonly remedy: string
}

interface EndEntry {
  readonly zh: EndWords
  readonly en: EndWords
  /** Who says so: a message of PROTOCOL.md, or the phone itself. */
  readonly source: string
}

const words = (message: string, cause: string, remedy: string): EndWords => ({ message, cause, remedy })

const ended = '`call/ended`'
const hungUp = '`endCall` `hangUp` `call/ended`'
const asItShould = 'Nothing: this is as it should be.'
const asItShouldZh = '无需处理：属于正常结束。'

export const END_WORDS: Readonly<Record<EndStatus, EndEntry>> = {
  ok: {
    en: words('Call ended', 'A call that a seat had accepted was ended.', asItShould),
    zh: words('通话结束', '坐席接听过的通话已结束。', asItShouldZh),
    source: hungUp,
  },
  seatGiveUp: {
    en: words('No answer', 'The seat that rang last did not answer, and no other was found.', 'Call again later.'),
    zh: words('坐席未接听', '最后振铃的坐席没有接听，也没有其他坐席。', '稍后重新呼叫。'),
    source: ended,
  },
  blackList: {
    en: words('Call refused', 'The customer is on the black list of the call centre.', 'Ask the call centre.'),
    zh: words('呼叫被拒绝', '客户在呼叫中心的黑名单中。', '联系呼叫中心管理员。'),
    source: ended,
  },
  ivrGiveUp: {
    en: words('Cancelled', 'The customer or a policy hung up while dialling or in the menu.', asItShould),
    zh: words('已取消', '客户或策略在呼叫中或语音菜单中挂断。', asItShouldZh),
    source: hungUp,
  },
  waitingGiveUp: {
    en: words(
      'Cancelled',
      'The customer or a policy hung up in the queue.',
      'If it is frequent: more seats, or offer to call back.',
    ),
    zh: words('已取消', '客户或策略在排队时挂断。', '若经常发生：增加坐席，或提供回拨。'),
    source: hungUp,
  },
  ringingGiveUp: {
    en: words(
      'Cancelled',
      'The customer or a policy hung up while a seat rang.',
      'If it is frequent: shorten the ringing of a seat.',
    ),
    zh: words('已取消', '客户或策略在坐席振铃时挂断。', '若经常发生：缩短坐席的振铃时间。'),
    source: hungUp,
  },
  noSeatOnline: {
    en: words('No seat online', 'No seat of the skill group was online.', 'Call again later; retryWhenNoSeat does so.'),
    zh: words('无坐席在线', '技能组没有坐席在线。', '稍后重新呼叫；策略 retryWhenNoSeat 会自动重拨。'),
    source: ended,
  },
  notWorkTime: {
    en: words(
      'Closed now',
      'Outside of the working hours of the entry.',
      'Show the hours; openingHours hangs up at once.',
    ),
    zh: words('非工作时间', '不在呼叫入口的工作时间内。', '向客户显示工作时间；策略 openingHours 届时会立即挂断。'),
    source: ended,
  },
  ivrEnd: {
    en: words(
      'Call ended',
      'The menu ended the call without a person.',
      'Nothing, unless the menu should have led to a queue.',
    ),
    zh: words('通话结束', '语音菜单结束了通话，未转人工。', '若本应转人工，检查语音菜单的配置。'),
    source: ended,
  },
  clientError: {
    en: words('Phone trouble', 'The phone failed: microphone, room, log-in or line.', 'See the error beside it.'),
    zh: words('手机通话异常', '手机端失败：麦克风、房间、登录或线路。', '见同时给出的错误。'),
    source: 'live-pusher; WebSocket',
  },
  callConflict: {
    en: words(
      'Other call',
      'The customer has, or has started, another call.',
      'One call at a time: keep one component for calls.',
    ),
    zh: words('已有其他通话', '客户已有或又发起了另一通电话。', '同一时间只能有一通电话：只用一个组件呼叫。'),
    source: '`call/refused` `CALL_IN_PROGRESS`; `call/ended`',
  },
  clientTimeout: {
    en: words(
      'Line lost',
      'The line was lost for longer than the call centre keeps a call.',
      'Call again with a better network.',
    ),
    zh: words('网络已断开', '连接中断的时间超过了呼叫中心保留通话的时间。', '网络恢复后重新呼叫。'),
    source: 'WebSocket; `call/ended`',
  },
  error: {
    en: words(
      'Call failed',
      'The call centre failed, or refused the call; it has no number of the vendor.',
      'See the error beside it.',
    ),
    zh: words('呼叫失败', '呼叫中心出错或拒绝了呼叫；厂商没有对应的编号。', '见同时给出的错误。'),
    source: '`call/refused`; `call/ended`',
  },
}

/** Who ended it: each as both READMEs say it, too. */
export const CLOSE_BY_WORDS: Readonly<Record<CloseBy, Readonly<Record<Locale, string>>>> = {
  client: { en: "the customer, or the customer's phone that failed", zh: '客户，或出了故障的客户手机' },
  seat: { en: 'the agent', zh: '坐席' },
  admin: {
    en: 'the system: the call centre, or the line and the log-in to it',
    zh: '系统：呼叫中心，或通往它的线路与登录',
  },
  timer: { en: 'a policy, which `cause` names', zh: '策略，由 `cause` 指出是哪一个' },
}
