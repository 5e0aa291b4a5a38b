/** The history page's words. */
import type { Language } from '../shared/language'
import type { CommonWords } from '../shared/words'
import { commonWords } from '../shared/words'

const en = {
  title: 'Calls',
  ofTeam: 'All calls of the team',
  own: (name: string) => `Calls that rang at ${name}`,
  words: 'Search',
  wordsHint: 'Name, number, note, menu …',
  from: 'From',
  to: 'Until',
  all: 'All',
  search: 'Search',
  csv: 'Save as a table (CSV)',
  count: (shown: number, total: number) => `${shown} of ${total} calls`,
  none: 'No call fits. Take a condition away.',
  looking: 'One moment…',
  more: 'Earlier calls',
  lost: 'The centre does not answer. Check the network, then search again.',
  refused: 'The centre did not understand. Correct the dates, then search again.',
  recording: 'What the customer’s phone recorded',
  phoneSent: (time: string) => `Sent by the phone, ${time}`,
  staffAdded: (accountId: string, time: string) => `Added by ${accountId}, ${time}`,
  readRecording: 'Read what it tells',
  saveRecording: 'Save it as a file',
  addRecording: 'Add the customer’s recording',
  orDrop: 'or drop its file here',
  recordingFaults: {
    RECORDING_DAMAGED: 'The file is damaged. Ask the customer to share it as a file, not as text.',
    RECORDING_FOREIGN: 'This is no recording of a call. Choose the file that the customer has shared.',
    RECORDING_NEWER: 'A later version wrote this recording. Update the call centre, then add it again.',
    RECORDING_OF_ANOTHER_CALL: 'This recording tells of another call. Look for that call, and add it there.',
    RECORDING_OF_NO_CALL: 'This recording tells of no call that was answered here.',
    RECORDING_UNKNOWN: 'The recording is not kept any more.',
    CALL_UNKNOWN: 'The record of this call is not kept any more.',
    BODY_TOO_LARGE: 'The file is larger than any recording. Choose another one.',
    UNREADABLE: 'It could not be read here. Load the page again, then try again with the file itself.',
    UNREACHABLE: 'The centre does not answer. Check the network, then try again.',
  } as Readonly<Record<string, string>>,
  refusedFile: 'The centre did not take it. Load the page again, then try again.',
}

export type HistoryWords = CommonWords & typeof en

const zh: typeof en = {
  title: '通话记录',
  ofTeam: '团队的全部通话',
  own: (name) => `在${name}处振铃的通话`,
  words: '搜索',
  wordsHint: '姓名、编号、备注、菜单……',
  from: '起始日期',
  to: '截止日期',
  all: '全部',
  search: '搜索',
  csv: '存为表格（CSV）',
  count: (shown, total) => `${shown} / ${total} 通`,
  none: '没有符合条件的通话，请放宽条件。',
  looking: '请稍候……',
  more: '更早的通话',
  lost: '呼叫中心没有应答。请检查网络后重新搜索。',
  refused: '呼叫中心没有看懂。请更正日期后重新搜索。',
  recording: '客户手机的录制文件',
  phoneSent: (time) => `由手机发送，${time}`,
  staffAdded: (accountId, time) => `由 ${accountId} 添加，${time}`,
  readRecording: '查看说明',
  saveRecording: '存为文件',
  addRecording: '添加客户的录制文件',
  orDrop: '或将文件拖到这里',
  recordingFaults: {
    RECORDING_DAMAGED: '文件已损坏。请客户以文件而非文字的方式分享。',
    RECORDING_FOREIGN: '这不是通话的录制文件。请选择客户分享的文件。',
    RECORDING_NEWER: '该文件由更新的版本写成。请升级呼叫中心后重新添加。',
    RECORDING_OF_ANOTHER_CALL: '该文件记录的是另一通电话。请找到那通电话，在那里添加。',
    RECORDING_OF_NO_CALL: '该文件没有记录这里接听过的电话。',
    RECORDING_UNKNOWN: '录制文件已不再保存。',
    CALL_UNKNOWN: '这通电话的记录已不再保存。',
    BODY_TOO_LARGE: '文件过大，不可能是录制文件。请另选一个。',
    UNREADABLE: '这里无法读取。请重新加载页面，再用文件本身重试。',
    UNREACHABLE: '呼叫中心没有应答。请检查网络后重试。',
  },
  refusedFile: '呼叫中心没有接收。请重新加载页面后重试。',
}

export const historyWords: Readonly<Record<Language, HistoryWords>> = {
  en: { ...commonWords.en, ...en },
  zh: { ...commonWords.zh, ...zh },
}
