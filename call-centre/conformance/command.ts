import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { runConformance } from './conformance'
import { Failure } from './server-frame'
import { logIn, type LogInDoor } from './log-in'
import { logInScenarios } from './log-in-scenarios'

const usage = `tccc-call-centre conformance <ws-url>: holds a call centre against PROTOCOL.md

  <ws-url>               its address, for example ws://127.0.0.1:7100; /signalling is added
  --login <http-url>     where customers log in (default: the same host, /login)
  --sdk-app-id <id>      default 1400000000
  --channel <id>         an entry channel that takes calls (default: service)
  --js-code <code>       a code of wx.login, for one customer; give two for two (default: made up)
  --limit <ms>           how long any answer may take (default 5000)
  --help                 shows this

It talks to these addresses only, as a customer would: it calls and hangs up, so give it a test system. It waits for
the server's own heartbeat and window once. Exit code 0: all passed, 1: some failed, 2: it could not begin.
`

interface Plan {
  readonly url: string
  readonly door: LogInDoor
  readonly channelId: string
  readonly jsCodes: readonly string[]
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      login: { type: 'string' },
      'sdk-app-id': { type: 'string', default: '1400000000' },
      channel: { type: 'string', default: 'service' },
      'js-code': { type: 'string', multiple: true },
      limit: { type: 'string', default: '5000' },
    },
  })

const readPlan = (args: readonly string[]): Plan => {
  const { values, positionals } = parse(args)
  const [address = ''] = positionals
  if (positionals.length !== 1 || !/^wss?:\/\//.test(address)) throw new Failure(usage)
  const url = `${address.replace(/\/(signalling\/?)?$/, '')}/signalling`
  const login = values.login ?? url.replace(/^ws/, 'http').replace(/signalling$/, 'login')
  const limitMs = Number(values.limit)
  if (!/^\d{3,6}$/.test(values.limit)) throw new Failure(`--limit ${values.limit} is no time from 100 to 999999 ms.`)
  if (!URL.canParse(url) || !/^https?:/.test(login) || !URL.canParse(login)) throw new Failure(usage)
  return {
    url,
    door: { url: login, sdkAppId: values['sdk-app-id'], limitMs },
    channelId: values.channel,
    // The bundled call centre takes any code, and makes the customer's name of what stands before the last hyphen.
    jsCodes: values['js-code'] ?? ['one', 'two'].map((name) => `conformance${name}-${randomUUID()}`),
  }
}

const faultWords = (fault: unknown): string => {
  const { message, cause } = fault as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}

/** Runs `conformance` with what stands after it on the command line; resolves to the exit code. Never rejects. */
export const conformanceCommand = async (
  args: readonly string[],
  print: (line: string) => void,
  complain: (line: string) => void,
): Promise<0 | 1 | 2> => {
  if (args.includes('--help')) {
    print(usage)
    return 0
  }
  try {
    const { url, door, channelId, jsCodes } = readPlan(args)
    const [jsCode = '', otherCode] = jsCodes
    const token = await logIn(door, jsCode)
    const otherToken = otherCode === undefined ? undefined : await logIn(door, otherCode)
    const customers = { token, ...(otherToken === undefined ? {} : { otherToken }) }
    const target = { url, channelId, limitMs: door.limitMs, ...customers }
    const { passed, failed } = await runConformance(target, logInScenarios(door, jsCode), print)
    print(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } catch (fault) {
    complain(faultWords(fault))
    return 2
  }
}
