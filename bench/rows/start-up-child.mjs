/** One fresh process that loads one bundle: `start-up-child.mjs <file> [client]`. Needs --expose-gc. → JSON. */
import { createRequire } from 'node:module'
import { installPhone, instanceOf } from '../measure/phone.mjs'

const [file, withClient] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const { touched, components, storage } = installPhone()
storage.set('tccc-wx-sdk/ticket', { sdkAppId: '1', userId: 'u', token: 't', expiresAt: Date.now() + 3_600_000 })

let timers = 0
for (const name of ['setTimeout', 'setInterval']) {
  const real = globalThis[name]
  globalThis[name] = (...given) => {
    timers += 1
    return real(...given)
  }
}
const timed = (task) => {
  globalThis.gc()
  const heapBefore = process.memoryUsage().heapUsed
  const before = performance.now()
  const kept = task()
  const ms = performance.now() - before
  globalThis.gc()
  return { ms, heapKB: (process.memoryUsage().heapUsed - heapBefore) / 1024, kept }
}

const load = timed(() => require(file))
const atLoad = { touched: [...touched], timers }
const client =
  withClient &&
  timed(() => {
    const [definition] = components
    const { instance } = instanceOf(definition, { properties: { sdkAppId: '1' } })
    definition.lifetimes.created.call(instance)
    definition.lifetimes.attached.call(instance)
    return instance
  })
console.log(
  JSON.stringify({ loadMs: load.ms, heapKB: load.heapKB, ...atLoad, clientMs: client?.ms, clientKB: client?.heapKB }),
)
process.exit(0)
