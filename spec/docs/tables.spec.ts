import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PHASE_LETTERS } from '../../lib/entries/call'
import type { TcccWxSdk, TcccWxSdkDetails } from '../../lib/entries/index'
import * as policies from '../../lib/entries/policies'
import { errorsPage, EVERY_ERROR } from './errors-page'
import { CLOSE_BY_WORDS } from '../../devtools/dictionaries/end-words'
import { read, root, tablesOf } from './markdown'

const unquoted = (cell: string): string => cell.replace(/`/g, '')

/** The first columns of the table whose heading begins so. */
const columns = (page: string, heading: readonly string[], count: number): readonly (readonly string[])[] => {
  const found = tablesOf(page).filter(([first = []]) => heading.every((cell, index) => first[index] === cell))
  expect(found).toHaveLength(1)
  return (found[0] ?? []).slice(1).map((row) => row.slice(0, count).map(unquoted))
}

// The compiler refuses these when the component gets another method or event.
const METHODS: Readonly<Record<Exclude<keyof TcccWxSdk, 'session$' | 'event$' | 'advice$' | 'sample$'>, true>> = {
  startCall: true,
  startSession: true,
  endCall: true,
  endSession: true,
  muteAudio: true,
  unmuteAudio: true,
  setSoundMode: true,
  enableCamera: true,
  disableCamera: true,
  switchCamera: true,
  sendDigits: true,
  updateContext: true,
  aside: true,
  now: true,
  use: true,
  recording: true,
}
const EVENTS: Readonly<Record<keyof TcccWxSdkDetails, readonly string[]>> = {
  sessionStart: ['sessionId'],
  accepted: ['sessionId', 'seat'],
  sessionEnded: ['sessionId', 'closeBy', 'endStatus', 'code', 'duration', 'cause'],
  error: ['code', 'title', 'message', 'remedy', 'cause'],
  stateChange: ['phase', 'from'],
  reconnecting: ['since'],
  reconnected: [],
  networkQuality: ['local', 'remote'],
  advice: ['advice'],
  notice: ['topic', 'policy'],
  aside: ['about', 'body'],
}

describe.each([
  ['README.md', ['letter'], 'of the component', 'property'],
  ['README.zh-CN.md', ['字母'], '组件的方法', '属性'],
])('%s', (page, letters, methods, properties) => {
  it('lists the phases', () => {
    expect(columns(page, letters, 2)).toEqual(Object.entries(PHASE_LETTERS).map(([phase, letter]) => [letter, phase]))
  })

  it('lists the methods', () => {
    const named = columns(page, [methods], 1).flatMap(([cell = '']) => cell.match(/\w+(?=\()/g) ?? [])
    expect(named).toEqual(Object.keys(METHODS))
  })

  it('lists the properties', () => {
    const [, declared = ''] = /const properties = \{\n([^]*?)\n\}\n/.exec(read('component/instance.ts')) ?? []
    const names = [...declared.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => [name])
    expect(names).not.toEqual([])
    expect(columns(page, [properties], 1)).toEqual(names)
  })

  it('lists the events and what they bring', () => {
    const expected = Object.entries(EVENTS).map(([name, detail]) => [
      name,
      detail.length === 0 ? '{}' : `{ ${detail.join(', ')} }`,
    ])
    expect(columns(page, ['`bind:`', '`event.detail`'], 2)).toEqual(expected)
  })

  it('names errors that exist', () => {
    for (const [code = ''] of columns(page, ['code'], 1)) expect(Object.keys(EVERY_ERROR)).toContain(code)
  })
})

describe('docs/policies/policies.md', () => {
  it('lists the ready-made policies, and no other', () => {
    const text = readdirSync(join(root, 'lib/policies')).map((file) => read(`lib/policies/${file}`))
    const parts = ['inPhase', 'limit', 'named', 'readyMade', 'whilePhase', 'whileSession']
    const makers = Object.keys(policies).filter(
      (name) => !parts.includes(name) && text.some((source) => source.includes(`export const ${name} =`)),
    )
    const names = columns('docs/policies/policies.md', ['policy'], 1).map(([name = '']) => name)
    expect(names).toEqual(makers.sort())
  })
})

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const)('%s says of each closeBy who that is, as the page of errors does', (page, language) => {
  const text = read(page).replace(/\s+/g, ' ')
  for (const [closeBy, { [language]: who }] of Object.entries(CLOSE_BY_WORDS)) {
    expect(text).toContain(`\`${closeBy}\` ${who}`)
  }
})

it.each([
  ['PROTOCOL.md', 'capability'],
  ['docs/call-centre/protocol.zh-CN.md', '能力'],
])('%s welcomes with all that a server can do', (page, heading) => {
  const [, can = '[]'] = /"can": (\[[^\]]+\])/.exec(read(page)) ?? []
  const names = columns(page, [heading], 1).map(([name = '']) => name)
  expect((JSON.parse(can) as string[]).sort()).toEqual(names.sort())
})

describe.each([
  ['docs/understand/errors.md', 'en'],
  ['docs/understand/errors.zh-CN.md', 'zh'],
] as const)('%s', (page, language) => {
  it('is what the catalogue says', () => {
    if (process.env['WRITE_DOCS'] !== undefined) writeFileSync(join(root, page), errorsPage(language))
    expect(read(page)).toBe(errorsPage(language))
  })
})

it.each([
  ['docs/start/faq.md', '../understand/errors.md'],
  ['docs/start/faq.zh-CN.md', '../understand/errors.zh-CN.md'],
])('%s counts the errors', (page, link) => {
  expect(read(page)).toMatch(new RegExp(`\\[${String(Object.keys(EVERY_ERROR).length)} [^\\]]+\\]\\(${link}\\)`))
})
