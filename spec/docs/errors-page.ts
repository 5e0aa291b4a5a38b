/** docs/understand/errors.md and docs/understand/errors.zh-CN.md, from the catalogue and the words of the ends. */
import { END_STATUS_CODES, type EndStatus } from '../../lib/entries/call'
import { CATALOGUE, type Locale } from '../../lib/errors/catalogue'
import type { ErrorCode, ReportErrorCode } from '../../lib/errors/codes'
import { REPORT_CATALOGUE } from '../../lib/errors/report-error'
import { IN_CHINESE } from '../../devtools/dictionaries/in-chinese'
import { SOURCES } from '../../devtools/dictionaries/sources'
import { CLOSE_BY_WORDS, END_WORDS } from '../../devtools/dictionaries/end-words'

interface PageWords {
  readonly head: string
  readonly errors: readonly string[]
  readonly ends: string
  readonly endColumns: readonly string[]
  readonly who: string
  readonly whoColumns: readonly string[]
}

const en: PageWords = {
  head: `# Errors and ends

[简体中文](errors.zh-CN.md)

Every rejection and every \`error\` event has a \`code\`, which stays as it is from now on; a \`message\` for people, for the
two lines of \`wx.showToast({ icon: 'none' })\`; a \`title\`, its first clause, at most seven Chinese characters wide, for a
toast with an icon; a \`remedy\` for you; and a \`cause\`, which holds the words of the system where there are any.
\`NETWORK_LOST\`, \`MICROPHONE_REFUSED\` and others also stand in \`session.end.error\`.

Messages come in the language of the phone; \`configure({ locale: 'en' })\` or the component's property \`locale\` sets
another. \`remedy\` is for developers and in English at run time; in Chinese it is on the other page, and in
\`npx tccc-wx-sdk explain\`.

This page is written from \`lib/errors/\` and \`devtools/dictionaries/end-words.ts\`; a spec compares them. What the numbers of
live-pusher mean: [Status codes](status-codes.md).

## Errors
`,
  errors: ['code', 'message', '中文', 'cause', 'remedy', 'source'],
  ends: `## Ends

\`endStatus\` and \`code\` of \`sessionEnded\` and of \`session.end\`: words and numbers of the vendor's published call record.
`,
  endColumns: ['status', 'number', 'message', '中文', 'cause', 'remedy', 'source'],
  who: `## Who ended it

\`closeBy\` of \`sessionEnded\` and of \`session.end\`. A record of the call centre knows a line or a log-in that was lost
here by what it is told: the hang-up says \`client\`.
`,
  whoColumns: ['closeBy', 'who'],
}

const zh: PageWords = {
  head: `# 错误与结束

[English](errors.md)

每个失败与每个 \`error\` 事件都有：从此不再改变的 \`code\`；给用户看的 \`message\`，\`wx.showToast({ icon: 'none' })\` 的两行放得下；\`title\`，即其首句，不超过七个汉字宽，带图标的提示也放得下；给开发者的 \`remedy\`；以及 \`cause\`，系统有原话时就是系统的原话。\`NETWORK_LOST\`、\`MICROPHONE_REFUSED\` 等也写在 \`session.end.error\` 里。

文字随手机语言变化；\`configure({ locale: 'en' })\` 或组件属性 \`locale\` 可指定语言。\`remedy\` 给开发者看，运行时为英文；中文见本页，也见 \`npx tccc-wx-sdk explain\`。

本页由 \`lib/errors/\` 与 \`devtools/dictionaries/end-words.ts\` 生成，测试会比对。live-pusher 各数字的含义见[状态码](status-codes.zh-CN.md)。

## 错误
`,
  errors: ['code', '文字', 'English', '原因', '办法', '来源'],
  ends: `## 结束

\`sessionEnded\` 与 \`session.end\` 的 \`endStatus\` 和 \`code\`：采用厂商公开的通话记录用词与编号。
`,
  endColumns: ['status', '编号', '文字', 'English', '原因', '办法', '来源'],
  who: `## 谁结束的

\`sessionEnded\` 与 \`session.end\` 的 \`closeBy\`。在这一端断开的线路或登录，呼叫中心的记录只知道收到的话：挂断写的是 \`client\`。
`,
  whoColumns: ['closeBy', '谁'],
}

const PAGES: Readonly<Record<Locale, PageWords>> = { en, zh }

const row = (cells: readonly string[]): string => `| ${cells.map((text) => text.replace(/\|/g, '\\|')).join(' | ')} |`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row), ''].join('\n')

const other = (language: Locale): Locale => (language === 'zh' ? 'en' : 'zh')

/** Every error, whichever script has its words. */
export const EVERY_ERROR = { ...CATALOGUE, ...REPORT_CATALOGUE }

export const errorsPage = (language: Locale): string => {
  const words = PAGES[language]
  const errors = (Object.keys(EVERY_ERROR) as (ErrorCode | ReportErrorCode)[]).map((code) => {
    const { cause, remedy } = language === 'zh' ? IN_CHINESE[code] : EVERY_ERROR[code]
    const entry = EVERY_ERROR[code]
    return [`\`${code}\``, entry[language], entry[other(language)], cause, remedy, SOURCES[code]]
  })
  const ends = (Object.keys(END_STATUS_CODES) as EndStatus[]).map((status) => {
    const { [language]: own, [other(language)]: foreign, source } = END_WORDS[status]
    const number = String(END_STATUS_CODES[status])
    return [`\`${status}\``, number, own.message, foreign.message, own.cause, own.remedy, source]
  })
  const who = Object.entries(CLOSE_BY_WORDS).map(([closeBy, text]) => [`\`${closeBy}\``, text[language]])
  return [
    ...[words.head, table(words.errors, errors), words.ends, table(words.endColumns, ends)],
    ...[words.who, table(words.whoColumns, who)],
  ].join('\n')
}
