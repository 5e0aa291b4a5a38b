/** Why the centre did not do what the agent asked for, in the agent's language. */
import type { RefusalCode } from '../../server/desk-messages'
import type { Language } from '../shared/language'

const refusals: Readonly<Record<RefusalCode, Readonly<Record<Language, string>>>> = {
  ASKING_ALREADY: { en: 'A colleague is asked already.', zh: '已在咨询一位同事。' },
  CALLED_ALREADY: { en: 'A colleague has called this customer already.', zh: '已有同事请这位客户再来电。' },
  CALLING_NOW: { en: 'This customer is calling now.', zh: '该客户正在来电。' },
  CALL_OVER: { en: 'This call is over.', zh: '这通通话已结束。' },
  CALL_UNKNOWN: { en: 'This call is not known here any more.', zh: '这里已没有这通通话的记录。' },
  CHANNEL_GONE: { en: 'The channel of this call is there no more.', zh: '这通来电的渠道已不存在。' },
  COLLEAGUE_AWAY: { en: 'Your colleague has no line at the moment.', zh: '同事目前断线。' },
  GROUP_AWAY: { en: 'Nobody else of that group works now.', zh: '该组目前没有其他坐席在工作。' },
  KEEPS_A_PLACE: { en: 'This customer keeps a place in another line.', zh: '该客户在另一个队列中已保留位置。' },
  NOBODY_ANSWERED: { en: 'No colleague has answered.', zh: '没有同事接听。' },
  NOT_ASKED: { en: 'Nobody asks you.', zh: '没有人向您咨询。' },
  NOT_RINGING: { en: 'This call does not ring here.', zh: '这通来电不在您这里振铃。' },
  NOT_TALKING: { en: 'You do not talk in this call.', zh: '您不在这通通话中。' },
  NOT_YOURS: { en: 'This call is not yours.', zh: '这通通话不属于您。' },
  NO_TEXTS: { en: 'The page of this customer shows no text.', zh: '该客户的页面不显示文字。' },
  NO_VOICE_LINE: {
    en: 'All voice lines of this call centre are in use: the call could not be put through, and is over.',
    zh: '本呼叫中心的语音线路已全部占用：来电未能接通，已结束。',
  },
  REASON_UNKNOWN: { en: 'There is no such reason.', zh: '没有这个原因。' },
  SEAT_NOT_FREE: { en: 'That seat is not free.', zh: '该坐席不空闲。' },
  SIGN_IN_FIRST: { en: 'Sign in first.', zh: '请先签入。' },
  STILL_ASKING: {
    en: 'A colleague is asked: hand over to that one, or go back first.',
    zh: '正在咨询同事：请移交给该同事，或先返回客户。',
  },
  TEXT_LENGTH: { en: 'A text has 1 to 1,024 bytes.', zh: '一条文字须为 1 至 1,024 字节。' },
  TOO_MANY_EXPECTED: {
    en: 'Too many customers are expected back. Call again when some of them have come.',
    zh: '等候回来的客户太多。请在其中一些来电之后再试。',
  },
}

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusals, code)

/** What is not known here, as why a line was given up, is shown as it came. */
export const refusalIn = (code: string, language: Language): string => (isKnown(code) ? refusals[code][language] : code)
