import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const broken: readonly (readonly [rule: string, from: string, imported: string])[] = [
  ['no-cycles', 'lib/session/egg.ts', './hen'],
  ['tables-come-first', 'lib/errors/catalogue.ts', '../events/event'],
  ['events-before-session', 'lib/events/event.ts', '../session/session'],
  ['session-before-layers', 'lib/session/session.ts', '../policies/limit'],
  ['layers-side-by-side', 'lib/policies/limit.ts', '../media/pusher'],
  ['call-before-index', 'lib/call.ts', './wx/socket'],
  ['wx-is-an-edge', 'lib/wx/socket.ts', '../policies/hidden'],
  ['readiness-is-pure', 'lib/readiness/judge.ts', '../session/session'],
  ['rxjs-stands-alone', 'lib/rxjs.ts', './media/pusher'],
  ['index-is-for-users', 'lib/login.ts', './index'],
  ['lib-before-component', 'lib/index.ts', '../component/view'],
  ['pure-without-rxjs', 'lib/signalling/codec.ts', 'rxjs'],
  ['only-rxjs-is-bundled', 'lib/media/pusher.ts', 'ws'],
  ['only-rxjs-is-bundled', 'component/view.ts', 'node:fs'],
  ['testing-types-only', 'lib/testing/index.ts', '../signalling/codec'],
  ['testing-stays-out', 'component/index.ts', '../lib/testing/index'],
  ['spec-is-a-leaf', 'component/pusher.ts', '../spec/fake'],
  ['examples-by-name', 'examples/phone/main.ts', '../../lib/start-call'],
  ['examples-by-entry', 'examples/phone/pusher.ts', 'tccc-wx-sdk/media/pusher'],
]

const allowed: readonly (readonly [from: string, imported: string])[] = [
  ['lib/session/good.ts', '../events/good'],
  ['lib/policies/good.ts', 'rxjs'],
  ['component/good.ts', '../lib/good'],
  ['examples/policies/good.ts', 'tccc-wx-sdk/login'],
  ['spec/good.ts', '../lib/testing/index'],
]

const plain = ['lib/events/good.ts', 'lib/good.ts', 'lib/policies/hidden.ts', 'lib/start-call.ts', 'spec/fake.ts']

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
  const rules = join(root, '.dependency-cruiser.cjs')
  const args = [command, '--config', rules, '--output-type', 'json', 'lib', 'component', 'examples', 'spec']
  return (JSON.parse(execFileSync('node', args, { cwd: planted, encoding: 'utf8' })) as Cruise).summary
}

describe('the import table', () => {
  let summary: Cruise['summary']

  beforeAll(() => {
    rmSync(planted, { recursive: true, force: true })
    for (const file of plain) write(file, 'export const planted = 1\n')
    for (const [from, imported] of allowed) write(from, `export * from '${imported}'\n`)
    for (const [, from, imported] of broken) write(from, `export * from '${imported}'\n`)
    write('lib/session/hen.ts', "export * from './egg'\n")
    cpSync(join(root, 'tsconfig.base.json'), join(planted, 'tsconfig.base.json'))
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
