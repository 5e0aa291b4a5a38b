import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import defaults from '../call-centre.json'
import { networkInterfaces } from 'node:os'
import { isAtHome, type NewStaff } from './accounts/way-in'
import type { CentreConfig } from './config/centre-config'
import { checkConfig, ConfigFault, readConfig } from './config/read-config'
import { secretsOf } from './config/read-secret'
import { conformanceCommand } from '../conformance/command'
import { createCallCentre, type CallCentre } from './create-call-centre'
import { createFaultyCentre } from '../faults/create-faulty-centre'
import { reportSelfCheck } from '../self-check/self-check'
import { lanAddress } from './lan/lan-address'
import { lanNotice, lanWords } from './lan/lan-words'
import { stateCommand } from './state-commands'
import { StateFault } from './state/state-fault'
import { onSignals } from './terminal/on-signals'
import { createOutput, type Output } from './terminal/output'
import { column, terminalLanguage, terminalWords } from './terminal/words'

const usage = `tccc-call-centre: the other end of tccc-wx-sdk, and its pages

  --port <n>        the port (default 7100; 0 takes any free one)
  --config <file>   a configuration like call-centre.json (default: the built-in one)
  --check-config    only looks at the configuration, with exit code 0 or 2
  --host <address>  where it listens (default 127.0.0.1: this machine only)
  --lan             lets phones of the local network call, for development: log-in and signalling, nothing else
  --lan-address <address>  the one that phones call, where this machine has several
  --serve <prefix>=<folder>   serves a folder, for example --serve /phone/=build/phone; may be repeated
  --state <folder>  keeps calls in progress and records there, so that they outlive the process
  --node <address>  one of several machines, which others reach there as http://10.0.0.5:7100; keeps everything in Redis
  --faults          lets POST /faults arrange faults on the customers' sockets
  --demo            signs two agents in by links, as it does without --config; on this machine only
  --once            stops after the self-check, with exit code 0 or 1; 2: it cannot begin
  --help            shows this

tccc-call-centre backup <folder> <file> writes what --state keeps in the folder into a new file, also while it runs;
tccc-call-centre restore <file> <folder> puts it into an empty folder.
tccc-call-centre administrator-link <folder> [<account>] prints a link by which an administrator chooses a new password;
tccc-call-centre rotate-keys <folder> signs log-ins with a new key from now on. Both while no centre uses the folder.
tccc-call-centre conformance <ws-url> holds another call centre against PROTOCOL.md; without <ws-url> it says how.`

const language = terminalLanguage(process.env)
const words = terminalWords[language]
const named = (name: string): string => column(name, 15)

/** Something that the person at the keyboard can mend. */
class UsageFault extends Error {}

async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'conformance') {
    process.exitCode = await conformanceCommand(rest, console.log, console.error)
    return
  }
  const done = stateCommand(command, rest)
  if (done) {
    console.log(await done)
    return
  }
  const options = readOptions()
  if (options.help) {
    console.log(usage)
    return
  }
  const config =
    options.config === undefined ? checkConfig(defaults) : readConfig(options.config, secretsOf(process.env))
  if (options['check-config']) {
    console.log(`${options.config ?? 'The built-in configuration'} is good.`)
    return
  }
  const lanHost = options.lan ? lanAddress(config, options, networkInterfaces()) : undefined
  const output = createOutput(config.log)
  if (options.node !== undefined) await joinCluster(config, { ...options, address: options.node }, output)
  else await standAlone(config, { ...options, lanHost }, output)
}

/** What a single process does not need is not loaded. */
async function joinCluster(
  config: CentreConfig,
  { address, port, host, staticRoots }: Options & { readonly address: string },
  output: Output,
): Promise<void> {
  const { runNode } = await import('./cluster/run-node')
  const secrets = secretsOf(process.env)
  const node = await listening(port, runNode({ address, port, host, staticRoots, config, secrets, output }))
  onSignals(() => node.close())
}

async function standAlone(config: CentreConfig, options: Listening, output: Output): Promise<void> {
  if (options.lanHost !== undefined)
    output.say(lanNotice(options.lanHost, config.log.format === 'text' ? language : 'en'))
  const centre = await start(config, options, output.complain)
  const passed = await reportSelfCheck(output.say, config.log.format === 'text' ? language : 'en')
  if (options.once) {
    await centre.close({ spreadMs: 0 })
    process.exitCode = passed ? 0 : 1
    return
  }
  centre.event$.subscribe(output.note)
  onSignals(async () => {
    // What is kept in a folder goes on with the next process.
    if (options.state === undefined) await centre.drain(config.drainMs)
    await centre.close()
  })
  if (config.log.format === 'text') output.say(welcome(centre, options, config))
  else if (centre.firstAdministratorLink() !== undefined) output.complain(noAdministrator)
  output.say(logInWord(config))
  if (centre.lanUrl !== undefined && config.log.format === 'text') output.say(lanWords(centre.lanUrl, config, language))
}

/** A collector of logs gets English, whatever the terminal. */
const logInWord = ({ wechat, log }: CentreConfig): string => {
  const { localLogIn, wechatLogIn } = log.format === 'text' ? words : terminalWords.en
  return `${wechat === undefined ? localLogIn : wechatLogIn(wechat.appId)}\n`
}

/** A link that lets somebody in is no line for a log. */
const noAdministrator =
  'There is no administrator yet. Start the centre once at a terminal, with log.format "text": it prints a link.'

const agents: readonly NewStaff[] = [
  { accountId: '1001', name: 'Lin', role: 'supervisor' },
  { accountId: '1002', name: 'Mei', role: 'seat' },
]

const welcome = (centre: CallCentre, { host, config: file, demo }: Options, config: CentreConfig): string => {
  const url = config.publicUrl ?? centre.url
  const first = centre.firstAdministratorLink()
  const administrator = first === undefined ? `${url}/accounts/` : `${first}   ${words.choosePassword}`
  return (demo || file === undefined) && isAtHome(config, host)
    ? demonstration(centre, administrator)
    : `
  ${named(words.signIn)}${url}/sign-in/
  ${named(words.administrator)}${administrator}
`
}

const demonstration = ({ url, signInLink }: CallCentre, administrator: string): string => `
  ${named(words.phone)}${url}/phone/
  ${named(words.workstation)}${agents.map((who) => `${signInLink(who)}   (${who.name}, ${who.accountId})`).join(`\n  ${named('')}`)}
  ${named(words.operator)}${url}/operator/    ${words.as('Lin')}
  ${named(words.inspector)}${url}/inspector/   ${words.as(words.either)}
  ${named(words.administrator)}${administrator}

${words.tryIt}
`

/** The pages that the build puts beside this program. */
const builtPages = (): Record<string, string> => {
  const pages = ['sign-in', 'accounts', 'phone', 'workstation', 'operator', 'history', 'inspector'].map(
    (name) => [`/${name}/`, join(__dirname, name)] as const,
  )
  const missing = pages.filter(([, folder]) => !existsSync(folder))
  if (missing.length > 0) {
    throw new UsageFault(
      `The build is not complete: ${missing.map(([, folder]) => folder).join(', ')}. Run npm run build.`,
    )
  }
  return Object.fromEntries(pages)
}

interface Options {
  readonly port: number
  readonly config: string | undefined
  readonly staticRoots: Readonly<Record<string, string>>
  readonly state: string | undefined
  readonly node: string | undefined
  readonly faults: boolean
  readonly demo: boolean
  readonly once: boolean
  readonly host: string
  readonly lan: boolean
  readonly lanAddress: string | undefined
  readonly 'check-config': boolean
  readonly help: boolean
}

interface Listening extends Options {
  /** The address of the local network that phones call. */
  readonly lanHost: string | undefined
}

function readOptions(): Options {
  const { values } = parse()
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new UsageFault(`--port ${values.port} is not a port. Give a number from 0 to 65535.`)
  }
  return {
    ...values,
    port,
    config: values.config,
    state: values.state,
    node: values.node,
    lan: values.lan || values['lan-address'] !== undefined,
    lanAddress: values['lan-address'],
    staticRoots: { ...builtPages(), ...Object.fromEntries(values.serve.map(readServe)) },
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '7100' },
        config: { type: 'string' },
        serve: { type: 'string', multiple: true, default: [] },
        state: { type: 'string' },
        node: { type: 'string' },
        faults: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        lan: { type: 'boolean', default: false },
        'lan-address': { type: 'string' },
        'check-config': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    throw new UsageFault(`${cause instanceof Error ? cause.message : ''}\n\n${usage}`, { cause })
  }
}

function readServe(text: string): [string, string] {
  const [, prefix, folder] = /^(\/(?:[^=]*\/)?)=(.+)$/.exec(text) ?? []
  if (prefix === undefined || folder === undefined) {
    throw new UsageFault(`--serve ${text} is not understood. Give it as /phone/=folder.`)
  }
  return [prefix, folder]
}

function start(
  config: CentreConfig,
  { host, port, staticRoots, state, faults, lanHost }: Listening,
  log: (line: string) => void,
): Promise<CallCentre> {
  const create = faults ? createFaultyCentre : createCallCentre
  const kept = state === undefined ? {} : { stateFolder: state }
  const phones = lanHost === undefined ? {} : { lan: { host: lanHost } }
  const lost = (): void => {
    process.exitCode = 1
  }
  return listening(port, create(config, { host, port, staticRoots, log, lost, ...kept, ...phones }))
}

/** Says in words why the port cannot be had. */
async function listening<Started>(port: number, starting: Promise<Started>): Promise<Started> {
  try {
    return await starting
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') {
      throw new UsageFault(`Port ${port} is in use. Stop what listens there, or choose another: --port 7101.`, {
        cause,
      })
    }
    if (code === 'EACCES') throw new UsageFault(`Port ${port} is not allowed. Choose one above 1023.`, { cause })
    throw cause
  }
}

main().catch((fault: unknown) => {
  const mendable = fault instanceof UsageFault || fault instanceof ConfigFault || fault instanceof StateFault
  console.error(mendable ? fault.message : fault)
  process.exitCode = mendable ? 2 : 1
})
