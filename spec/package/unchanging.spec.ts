/** ESLint as `npm run lint` runs it: nothing that stands at the top of a file of lib or component changes. */
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process'
import { join } from 'node:path'

interface Finding {
  readonly line: number
  readonly ruleId: string | null
}

const options = { cwd: join(__dirname, '../..'), encoding: 'utf8' } as const

/** The lines that the rule names, when the file `path` consists of `lines`. */
const named = (path: string, lines: readonly string[]): readonly number[] => {
  const eslint = ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', path, '--format', 'json']
  const input: ExecFileSyncOptionsWithStringEncoding = { ...options, input: lines.join('\n') }
  const found = (): string => {
    try {
      return execFileSync('node', eslint, input)
    } catch (error) {
      return (error as { readonly stdout: string }).stdout
    }
  }
  const [result] = JSON.parse(found()) as readonly [{ readonly messages: readonly Finding[] }]
  return result.messages.filter(({ ruleId }) => ruleId === 'ours/unchanging').map(({ line }) => line)
}

const CHANGES = [
  'let count = 0',
  'export let shown = false',
  'const seen = new Map<string, number>()',
  'const told$ = new Subject<void>()',
  'const latest$ = new BehaviorSubject(0)',
  'const recorder = new Recorder()',
  'const store = createStore()',
  'export const shared = createStore() as unknown',
]

const STATE = ['const state = { now: 0, all: [0], by: {} as Record<string, number> }', 'export const f = () => {']

const WRITES = [
  '  state.now = 1',
  '  state.now += 1',
  '  state.all[0]++',
  '  state.all.push(1)',
  "  delete state.by['a']",
  '  Object.assign(state.by, { a: 1 })',
]

const UNCHANGING = [
  'const CODES = { a: 1 } as const satisfies Record<string, number>',
  'const BY_NAME: ReadonlyMap<string, number> = new Map([["a", 1]])',
  "const NAMES: ReadonlySet<string> = new Set(['a'])",
  'const event$ = new Observable<void>()',
  "const WORDS = new RegExp('a', 'g')",
  'export const make = () => {',
  '  let count = 0',
  '  const told = new Map<string, number>()',
  "  told.set('a', count++)",
  '}',
]

const lines = (first: number, { length }: readonly string[]) => Array.from({ length }, (_, index) => first + index)

describe('the rule about values that change', () => {
  it.each(['lib/wx/storage.ts', 'component/view.ts'])('names each that stands at the top of %s', (path) => {
    const found = named(path, [...CHANGES, ...STATE, ...WRITES, '}'])
    expect(found).toEqual([...lines(1, CHANGES), ...lines(CHANGES.length + STATE.length + 1, WRITES)])
  })

  it('leaves alone what cannot change, and what a function holds', () => {
    expect(named('lib/wx/storage.ts', UNCHANGING)).toEqual([])
  })

  it('lets the file of the app make one object, and nothing else', () => {
    const source = ["import { Subject } from 'rxjs'", 'export const app = createApp()']
    const changes = ['let count = 0', 'const told$ = new Subject<void>()']
    expect(named('lib/app/app.ts', [...source, ...changes])).toEqual([3, 4])
  })
})
