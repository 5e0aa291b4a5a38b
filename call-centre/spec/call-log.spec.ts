import type { CentreEvent } from '../server/observe/events'
import { createCallLog } from '../server/terminal/call-log'
import { column, terminalLanguage } from '../server/terminal/words'

const ended = { sessionId: 'session-1', phase: 'ended', at: 2_500, end: { closeBy: 'seat', endStatus: 'ok' } } as const

it.each([
  ['en', 'sessio  V ── 2.1s ──► E  ok, by seat'],
  ['zh', 'sessio  V ── 2.1s ──► E  ok，由坐席结束'],
] as const)('the line of a call at a terminal in %s', (language, line) => {
  const lines: string[] = []
  const note = createCallLog((text) => lines.push(text), language)
  note({ type: 'call', sessionId: 'session-1', phase: 'ivr', at: 400 } as CentreEvent)
  note({ type: 'call', ...ended } as CentreEvent)
  expect(lines.at(-1)).toBe(line)
})

it.each([
  [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }, 'zh'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' }, 'zh'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{}, 'en'],
])('the language of a terminal with %j is %s', (env, language) => {
  expect(terminalLanguage(env)).toBe(language)
})

it('columns begin in one place, a Chinese character being two wide', () => {
  expect([column('Phone', 15).length, column('坐席工作台', 15).length]).toEqual([15, 10])
})
