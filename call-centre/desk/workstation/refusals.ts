/** Why the centre did not do what the agent asked for, in the agent's language: the centre itself says it in English. */
import type { Language } from '../shared/language'

const chinese: Readonly<Record<string, string>> = {
  'A colleague has called this customer already.': '已有同事请这位客户再来电。',
  'A colleague is asked already.': '已在咨询一位同事。',
  'A colleague is asked: hand over to that one, or go back first.': '正在咨询同事：请移交给该同事，或先返回客户。',
  'A text has 1 to 1,024 bytes.': '一条文字须为 1 至 1,024 字节。',
  'All voice lines of this call centre are in use: the call could not be put through, and is over.':
    '本呼叫中心的语音线路已全部占用：来电未能接通，已结束。',
  'No colleague has answered.': '没有同事接听。',
  'Nobody asks you.': '没有人向您咨询。',
  'Nobody else of that group works now.': '该组目前没有其他坐席在工作。',
  'Sign in first.': '请先签入。',
  'That seat is not free.': '该坐席不空闲。',
  'The channel of this call is there no more.': '这通来电的渠道已不存在。',
  'The page of this customer shows no text.': '该客户的页面不显示文字。',
  'There is no such reason.': '没有这个原因。',
  'This call does not ring here.': '这通来电不在您这里振铃。',
  'This call is not known here any more.': '这里已没有这通通话的记录。',
  'This call is not yours.': '这通通话不属于您。',
  'This call is over.': '这通通话已结束。',
  'This customer is calling now.': '该客户正在来电。',
  'You do not talk in this call.': '您不在这通通话中。',
  'Your colleague has no line at the moment.': '同事目前断线。',
}

/** What is not known here is shown as it came. */
export const refusalIn = (message: string, language: Language): string =>
  language === 'zh' && Object.hasOwn(chinese, message) ? (chinese[message] ?? message) : message

/** All that are known. */
export const knownRefusals: readonly string[] = Object.keys(chinese)
