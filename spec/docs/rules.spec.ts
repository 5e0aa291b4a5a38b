/** docs/understand/rules.md against the code: what begins has an end, and each limit is the one that is in force. */
import { read } from './markdown'

const PAGES = ['docs/understand/rules.md', 'docs/understand/rules.zh-CN.md'] as const

const cellsOf = (page: string): readonly (readonly string[])[] =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1))

const spans = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span)

const sources = ['lib/call/event.ts', 'lib/link/gateway.ts', 'lib/call/intents.ts', 'lib/link/messages.ts']

/** The numbers of milliseconds that stand behind a name at its definition. */
const numbersOf = (name: string, file: string): readonly number[] => {
  const definition = new RegExp(`const ${name}\\b[^=]*= (.*)`).exec(read(file))?.[1] ?? ''
  return [...definition.matchAll(/\b\d[\d_]*\b/g)].map(([number]) => Number(number.replace(/_/g, '')))
}

describe.each(PAGES)('%s', (page) => {
  const rows = cellsOf(page)

  it.each(rows)('%s ends, or has what speaks against it, or a limit', (_fact, begins, ...ends) => {
    expect(begins.trim()).not.toBe('')
    expect(ends.some((cell) => cell.trim() !== '')).toBe(true)
  })

  it('names each limit as it is in force', () => {
    const limits = rows
      .map((cells) => cells[4] ?? '')
      .filter((limit) => spans(limit).some((span) => span.endsWith('.ts')))
    expect(limits.length).toBeGreaterThan(9)
    for (const limit of limits) {
      const named = spans(limit).filter((span) => span !== 'checkLogin')
      const file = named.find((span) => span.endsWith('.ts')) ?? ''
      const name = named.find((span) => !span.endsWith('.ts')) ?? ''
      const said = [...limit.replace(/`[^`]*`/g, '').matchAll(/\d+/g)].map(([number]) => Number(number) * 1_000)
      expect([name, numbersOf(name, file)]).toEqual([name, said])
    }
  })

  it('names events and messages that there are', () => {
    const known = sources.map(read).join('\n')
    const types = rows
      .flat()
      .flatMap(spans)
      .filter((span) => /^(audio|app|call|line|intent)\//.test(span))
    expect(types.length).toBeGreaterThan(15)
    expect(types.filter((type) => !known.includes(`'${type}'`))).toEqual([])
  })
})

it('both pages say the same', () => {
  const [en, zh] = PAGES.map((page) => cellsOf(page).map((cells) => cells.map((cell) => [...spans(cell)].sort())))
  expect(zh).toEqual(en)
})
