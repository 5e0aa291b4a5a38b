import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const broken: readonly (readonly [rule: string, from: string, imported: string])[] = [
  ['no-cycles', 'lib/call/egg.ts', './hen'],
  ['errors-imports-only', 'lib/errors/catalogue.ts', '../call/event'],
  ['status-codes-imports-only', 'lib/status-codes/codes.ts', '../call/event'],
  ['link-imports-only', 'lib/link/step.ts', '../call/event'],
  ['call-imports-only', 'lib/call/session.ts', '../policies/limit'],
  ['recording-imports-only', 'lib/recording/recorder.ts', '../run/create-call'],
  ['policies-imports-only', 'lib/policies/limits.ts', '../run/create-call'],
  ['run-imports-only', 'lib/run/sources.ts', '../wx/socket'],
  ['wx-imports-only', 'lib/wx/socket.ts', '../policies/limit'],
  ['wx-imports-only', 'lib/wx/request.ts', '../app/place-call'],
  ['app-imports-only', 'lib/app/place-call.ts', '../testing/kit'],
  ['rxjs-stands-alone', 'lib/entries/rxjs.ts', '../call/event'],
  ['call-without-rxjs', 'lib/link/codec.ts', 'rxjs'],
  ['call-without-rxjs', 'lib/call/step.ts', 'rxjs'],
  ['entries-are-for-users', 'lib/app/tickets.ts', '../entries/index'],
  ['component-by-entry', 'component/index.ts', '../lib/run/create-call'],
  ['lib-stands-alone', 'component/actions.ts', '../devtools/picture'],
  ['lib-before-component', 'lib/entries/index.ts', '../../component/view'],
  ['only-rxjs-is-bundled', 'lib/wx/host.ts', 'ws'],
  ['only-rxjs-is-bundled', 'component/view.ts', 'node:fs'],
  ['testing-types-only', 'lib/testing/scene.ts', '../link/codec'],
  ['testing-stays-out', 'component/player.ts', '../lib/entries/testing'],
  ['spec-is-a-leaf', 'component/pusher.ts', '../spec/fake'],
  ['sdk-without-centre', 'devtools/command/command.ts', '../../call-centre/server/main'],
  ['sdk-by-name', 'call-centre/server/main.ts', '../../lib/start-call'],
]

const allowed: readonly (readonly [from: string, imported: string])[] = [
  ['lib/call/good.ts', './event'],
  ['lib/policies/good.ts', 'rxjs'],
  ['component/good.ts', '../lib/entries/good'],
  ['examples/policies/good.ts', 'tccc-wx-sdk/login'],
  ['spec/good.ts', '../lib/entries/testing'],
]

const plain = [
  ...[
    'lib/call/event.ts',
    'lib/run/create-call.ts',
    'lib/policies/limit.ts',
    'lib/testing/kit.ts',
    'lib/start-call.ts',
  ],
  ...['lib/entries/good.ts', 'lib/entries/login.ts', 'lib/entries/testing.ts', 'devtools/picture.ts', 'spec/fake.ts'],
]

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[]
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
  }
}

const root = join(__dirname, '../..')
// Inside the project, so that the planted files find the same packages.
const planted = join(root, '.build/boundaries')

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(planted, file)), { recursive: true })
  writeFileSync(join(planted, file), text)
}

const cruise = (): Cruise['summary'] => {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const rules = join(root, 'internal/dependency-cruiser.cjs')
  const args = [
    command,
    '--config',
    rules,
    '--output-type',
    'json',
    'lib',
    'component',
    'devtools',
    'call-centre',
    'examples',
    'spec',
  ]
  return (JSON.parse(execFileSync('node', args, { cwd: planted, encoding: 'utf8' })) as Cruise).summary
}

describe('the import table', () => {
  let summary: Cruise['summary']

  beforeAll(() => {
    rmSync(planted, { recursive: true, force: true })
    for (const [, from, imported] of broken) write(from, `export * from '${imported}'\n`)
    for (const [from, imported] of allowed) write(from, `export * from '${imported}'\n`)
    for (const file of plain) write(file, 'export const planted = 1\n')
    write('lib/call/hen.ts', "export * from './egg'\n")
    for (const config of ['tsconfig.base.json', 'tsconfig.build.json']) {
      cpSync(join(root, 'internal', config), join(planted, 'internal', config))
    }
    summary = cruise()
  })

  const firedFor = (file: string) => summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)

  it.each(broken)('%s: fires when %s imports %s', (rule, from) => {
    expect(firedFor(from)).toContain(rule)
  })

  it.each(allowed)('lets %s import %s', (from) => {
    expect(firedFor(from)).toEqual([])
  })

  it('has no rule that was never seen to fire', () => {
    const rules = summary.ruleSetUsed.forbidden.map(({ name }) => name)
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(rules))
  })
})
