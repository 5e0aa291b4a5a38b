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
}

export const historyWords: Readonly<Record<Language, HistoryWords>> = {
  en: { ...commonWords.en, ...en },
  zh: { ...commonWords.zh, ...zh },
}
