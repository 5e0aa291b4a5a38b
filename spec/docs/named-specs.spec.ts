import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, root, tablesOf } from './markdown'

/** A spec, or a scenario that is asked of servers, as the pages name it: `spec/call/end.spec.ts` › `its title`. */
const NAMED = /`([\w/.-]+\.ts)` › `([^`]+)`/g

const namedOn = (page: string) => [...read(page).matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title }))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isThere = ({ file, title }: { readonly file: string; readonly title: string }): boolean => {
  const path = join(root, file)
  return existsSync(path) && new RegExp(`['"\`]${escaped(title)}['"\`]`).test(readFileSync(path, 'utf8'))
}

const COMPLAINTS = ['docs/reference/complaints.md', 'docs/reference/complaints.zh-CN.md']
const RULES = ['docs/contribute/field-rules.md', 'docs/contribute/field-rules.zh-CN.md']

it.each([...COMPLAINTS, ...RULES])('%s names specs that exist', (page) => {
  expect(namedOn(page).filter((named) => !isThere(named))).toEqual([])
})

it('both pages of the rules name the same, one for each', () => {
  const [en = [], zh = []] = RULES.map(namedOn)
  expect(zh).toEqual(en)
  for (const page of RULES) {
    const rules = tablesOf(page).flatMap((table) => table.slice(1))
    expect(rules.length).toBeGreaterThan(40)
    expect(namedOn(page)).toHaveLength(rules.length)
  }
})

describe.each([
  ['docs/contribute/field-rules.md', 'PROTOCOL.md'],
  ['docs/contribute/field-rules.zh-CN.md', 'docs/call-centre/protocol.zh-CN.md'],
])('the questions of a stranger in %s', (page, protocol) => {
  const questions = (tablesOf(page).at(-1) ?? []).slice(1)
  const { $defs } = JSON.parse(read('lib/link/protocol.schema.json')) as { readonly $defs: object }

  it('are answered in paragraphs that are there, about shapes of the schema', () => {
    expect(questions.length).toBeGreaterThan(20)
    for (const [question = '', paragraph = '', shape = ''] of questions) {
      const number = paragraph.replace('§', '').trim()
      expect([question, read(protocol)]).toEqual([
        question,
        expect.stringMatching(new RegExp(`^#+ ${escaped(number)}[. ]`, 'm')),
      ])
      expect([question, Object.keys($defs)]).toEqual([
        question,
        expect.arrayContaining([shape.replaceAll('`', '').trim()]),
      ])
    }
  })
})

describe.each(COMPLAINTS)('%s', (page) => {
  it('names one for each of the twenty', () => {
    const [table = []] = tablesOf(page)
    expect(table).toHaveLength(21)
    expect(table.slice(1).filter((row) => row.at(-1)?.includes(' › ') !== true)).toEqual([])
  })
})

it('a spec that is not there is found out', () => {
  expect(isThere({ file: 'spec/call/end.spec.ts', title: 'is not there' })).toBe(false)
  expect(isThere({ file: 'spec/call/none.spec.ts', title: 'the customer hangs up' })).toBe(false)
  expect(isThere({ file: 'spec/call/end.spec.ts', title: 'the customer hangs up' })).toBe(true)
})
