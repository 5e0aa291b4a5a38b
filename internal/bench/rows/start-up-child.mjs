/** One fresh process that loads one bundle: `start-up-child.mjs <file> [ours|<peer>]`. Needs --expose-gc. → JSON. */
import { createRequire } from 'node:module'
import { installPhone, instanceOf } from '../measure/phone.mjs'
import { silenceConsole } from '../measure/silence.mjs'

const [file, clientOf] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const { touched, components, storage } = installPhone()
silenceConsole()
storage.set('tccc-wx-sdk/ticket', { sdkAppId: '1', userId: 'u', token: 't', expiresAt: Date.now() + 3_600_000 })

let timers = 0
for (const name of ['setTimeout', 'setInterval']) {
  const real = globalThis[name]
  globalThis[name] = (...given) => {
    timers += 1
    return real(...given)
  }
}
/** Milliseconds of processor time: on a busy machine the clock on the wall measures the others. */
const timed = (task) => {
  globalThis.gc()
  const before = process.cpuUsage()
  const kept = task()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, kept }
}
const ourClient = () => {
  const [definition] = components
  const { instance } = instanceOf(definition, { properties: { sdkAppId: '1' } })
  definition.lifetimes.created.call(instance)
  definition.lifetimes.attached.call(instance)
  return instance
}
/** Ours opens its line at once: so do those peers that have one. */
const peerClient = async (module) => {
  const { CLIENTS } = await import('../peers/clients.mjs')
  const { installSocket } = await import('../peers/sip-server.mjs')
  installSocket({ wayMs: 0 })
  const { of } = CLIENTS[clientOf]
  return () => {
    const { create, connect } = of(module)
    const client = create()
    void connect?.(client)
    return client
  }
}

const load = timed(() => require(file))
const atLoad = { touched: [...touched], timers }
const createClient = clientOf === 'ours' ? ourClient : clientOf && (await peerClient(load.kept))
const client = createClient && timed(createClient)
process.stdout.write(`${JSON.stringify({ loadMs: load.ms, ...atLoad, clientMs: client?.ms })}\n`)
process.exit(0)
