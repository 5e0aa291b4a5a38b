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
  const before = performance.now()
  const kept = task()
  return { ms: performance.now() - before, kept }
}
const heapKB = () => {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc()
  return process.memoryUsage().heapUsed / 1024
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
// One copy drowns in what Node does meanwhile; of many, each shows what it weighs.
const COPIES = 20
const copies = []
const heapBefore = heapKB()
for (let copy = 0; copy < COPIES; copy += 1) {
  for (const path of Object.keys(require.cache)) delete require.cache[path]
  copies.push(require(file))
}
const perCopyKB = (heapKB() - heapBefore) / copies.length
console.log(JSON.stringify({ loadMs: load.ms, heapKB: perCopyKB, ...atLoad, clientMs: client?.ms }))
process.exit(0)
