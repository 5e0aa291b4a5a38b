import { callError } from '../../lib/errors/call-error'
import { CATALOGUE, type Locale } from '../../lib/errors/catalogue'
import type { ErrorCode, ReportErrorCode } from '../../lib/errors/codes'
import { REPORT_CATALOGUE, reportError } from '../../lib/errors/report-error'
import { END_WORDS } from '../../devtools/dictionaries/end-words'

/** In Chinese characters; two of ASCII are as wide as one. */
const widthOf = (text: string): number => text.length - text.replace(/[^\x20-\x7e]/g, '').length / 2

/** What WeChat shows of a toast with an icon, and of the two lines of one without. */
const WITH_ICON = 7
const TWO_LINES = 28

const every = (Object.keys(CATALOGUE) as ErrorCode[]).flatMap((code) =>
  (['zh', 'en'] as const).map((locale): readonly [ErrorCode, Locale] => [code, locale]),
)

describe.each(every)('%s in %s', (code, locale) => {
  const { title, message } = callError(code, locale)

  it('has a title for a toast with an icon, and a message for one without', () => {
    expect(widthOf(title)).toBeGreaterThan(0)
    expect(widthOf(title)).toBeLessThanOrEqual(WITH_ICON)
    expect(widthOf(message)).toBeLessThanOrEqual(TWO_LINES)
    expect(message.startsWith(title)).toBe(true)
  })
})

it.each(Object.keys(REPORT_CATALOGUE) as ReportErrorCode[])(
  '%s, of a report, is told in a toast with an icon',
  (code) => {
    const errors = (['zh', 'en'] as const).map((locale) => reportError(code, locale, 'HTTP 400'))
    expect(Math.max(...errors.map(({ title }) => widthOf(title)))).toBeLessThanOrEqual(WITH_ICON)
    expect(errors.every(({ title, message }) => message.startsWith(title))).toBe(true)
  },
)

it('the title is the first clause of the message', () => {
  expect(callError('NETWORK')).toMatchObject({ title: '网络异常', message: '网络异常，请重试' })
  expect(callError('NETWORK', 'en')).toMatchObject({ title: 'Network error' })
  expect(callError('CANCELLED', 'en')).toMatchObject({ title: 'Cancelled', message: 'Cancelled' })
})

it.each(Object.entries(END_WORDS))('the end %s is told in a toast with an icon', (_, { zh, en }) => {
  expect(Math.max(widthOf(zh.message), widthOf(en.message))).toBeLessThanOrEqual(WITH_ICON)
})
