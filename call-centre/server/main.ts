import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import defaults from './call-centre.json'
import type { CentreConfig } from './config/centre-config'
import { checkConfig, ConfigFault, readConfig } from './config/read-config'
import { conformanceCommand } from './conformance/command'
import { createCallCentre, type CallCentre } from './create-call-centre'
import { createFaultyCentre } from './faults/create-faulty-centre'
import { reportSelfCheck } from './self-check/report'
import { StateFault } from './state/state-fault'
import { createCallLog } from './terminal/call-log'

const usage = `tccc-call-centre: a call centre for one machine, for development and tests

  --port <n>        the port on 127.0.0.1 (default 7100; 0 takes any free one)
  --config <file>   a configuration like call-centre.json (default: the built-in one)
  --serve <prefix>=<folder>   serves a folder, for example --serve /phone/=build/phone; may be repeated
  --state <folder>  keeps calls in progress and records there, so that they outlive the process
  --faults          lets POST /faults arrange faults on the customers' sockets
  --once            stops after the self-check, with exit code 0 or 1
  --help            shows this

tccc-call-centre conformance <ws-url> holds another call centre against PROTOCOL.md; without <ws-url> it says how.`

/** Something that the person at the keyboard can mend. */
class UsageFault extends Error {}

async function main(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'conformance') {
    process.exitCode = await conformanceCommand(rest, console.log, console.error)
    return
  }
  const options = readOptions()
  if (options.help) {
    console.log(usage)
    return
  }
  const config = options.config === undefined ? checkConfig(defaults) : readConfig(options.config)
  const centre = await start(config, options)
  const passed = await reportSelfCheck(console.log)
  if (options.once) {
    await centre.close({ spreadMs: 0 })
    process.exitCode = passed ? 0 : 1
    return
  }
  console.log(welcome(centre.url))
  centre.onSession(createCallLog(console.log))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void centre.close())
}

const welcome = (url: string): string => `
  Phone        ${url}/phone/
  Workstation  ${url}/workstation/?seat=1001&name=Lin
  Operator     ${url}/operator/
  Inspector    ${url}/inspector/

For development and tests only. Open phone and workstation in two windows and call yourself; Ctrl-C stops.
`

/** The pages that the build puts beside this program. */
const builtPages = (): Record<string, string> => {
  const pages = ['phone', 'workstation', 'operator', 'inspector'].map(
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
  readonly faults: boolean
  readonly once: boolean
  readonly help: boolean
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
        faults: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
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

async function start(config: CentreConfig, { port, staticRoots, state, faults }: Options): Promise<CallCentre> {
  try {
    const create = faults ? createFaultyCentre : createCallCentre
    const kept = state === undefined ? {} : { stateFolder: state }
    return await create(config, { port, staticRoots, log: console.error, ...kept })
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
