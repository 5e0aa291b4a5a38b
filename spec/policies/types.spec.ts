import { join } from 'node:path'
import ts from 'typescript'

const root = join(__dirname, '../..')
const config = ts.readConfigFile(join(root, 'lib/tsconfig.json'), (file) => ts.sys.readFile(file))
const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'lib'))

const HEAD = `
import { map, timer } from 'rxjs'
import { hangUp, named, notify, openingHours, readyMade, ringLimit, whilePhase, type Policy, type PolicySettings } from 'tccc-wx-sdk/policies'
import { createCall, type CallPorts, type Intent } from 'tccc-wx-sdk/call'
export const used = [map, timer, hangUp, named, notify, openingHours, readyMade, ringLimit, whilePhase, createCall] as const
export type Used = [Policy, PolicySettings, CallPorts, Intent]
declare const ports: CallPorts
export const call = createCall(ports)
`

/** What the compiler says to each text after the head; all in one program, as starting it is what takes the time. */
const complaintsOf = (texts: readonly string[]): readonly (readonly string[])[] => {
  const files = new Map(texts.map((text, index) => [join(root, 'lib', `planted-${String(index)}.ts`), HEAD + text]))
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (file, target) => {
    const text = files.get(file)
    return text === undefined ? read(file, target) : ts.createSourceFile(file, text, target)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files.keys()].map((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ code, messageText }) => `${String(code)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  )
}

const right: readonly (readonly [title: string, text: string])[] = [
  [
    'a policy of one line',
    "export const p: Policy = ({ session$ }) => session$.pipe(whilePhase('ringing', () => timer(9)), map(() => hangUp()))",
  ],
  ['a named one', "export const p = named('mine', ({ event$ }) => event$.pipe(map(({ type }) => notify(type))))"],
  ['several at once', 'export const drops = [ringLimit(), ringLimit({ ms: 9 })].map((policy) => call.use(policy))'],
  [
    'settings',
    'export const s: PolicySettings = { endWhenMediaLost: { ms: 9 }, dialLimit: false, announceWeakNetwork: true }',
  ],
]

const wrong: readonly (readonly [title: string, text: string, complaint: RegExp])[] = [
  [
    'a policy that answers with text',
    "export const p: Policy = ({ session$ }) => session$.pipe(map(() => 'hang up'))",
    /^2322 .*Observable<string>/,
  ],
  [
    'an intent that is none',
    "export const p: Policy = ({ event$ }) => event$.pipe(map(() => ({ type: 'intent/shout' })))",
    /^2322 .*/,
  ],
  [
    'a policy that answers with a Promise',
    'export const p: Policy = () => Promise.resolve(hangUp())',
    /^2740 .*Promise/,
  ],
  ['the maker of a policy in place of a policy', 'call.use(ringLimit)', /^2345 /],
  ['a phase that is none', "export const o = whilePhase('asleep', () => timer(9))", /^2345 .*"asleep"/],
  ['an option that is none', 'export const p = ringLimit({ seconds: 9 })', /^2353 .*seconds/],
  ['a time as text', "export const p = ringLimit({ ms: '9' })", /^2322 .*string/],
  [
    'a seat that is read before there is one',
    'export const p: Policy = ({ session$ }) => session$.pipe(map((session) => hangUp(session.seat.name)))',
    /^2339 .*seat/,
  ],
  ['opening hours without hours', 'export const p = openingHours({})', /^2345 .*hours/],
  [
    'a day that is none',
    "export const p = openingHours({ hours: [{ days: [7], from: '9:00', to: '18:00' }] })",
    /^2322 .*7/,
  ],
  ['a setting that is none', 'export const s: PolicySettings = { dialLimits: true }', /^2561 .*dialLimits/],
  [
    'a policy that is not in force by itself',
    'export const s: PolicySettings = { ringLimit: true }',
    /^2353 .*ringLimit/,
  ],
  [
    'a policy that writes the session',
    "export const p: Policy = ({ session$ }) => session$.pipe(map((session) => { session.phase = 'ended'; return hangUp() }))",
    /^2540 .*phase/,
  ],
]

describe('the types of a policy', () => {
  const complaints = complaintsOf([...right, ...wrong].map(([, text]) => text))

  it.each(right.map(([title], index) => [title, index] as const))('take %s', (_, index) => {
    expect(complaints[index]).toEqual([])
  })

  it.each(wrong.map(([title, , complaint], index) => [title, complaint, index] as const))(
    'do not take %s',
    (_, complaint, index) => {
      expect(complaints[right.length + index]).toEqual([expect.stringMatching(complaint)])
    },
  )
})
