/** Row d beside a peer: `round-trips-peer.mjs <jssip|sip.js> [digest]`, in virtual time as ours is measured. → JSON. */
import { importPeer } from '../measure/peer.mjs'
import { installVirtualTime } from '../measure/virtual-time.mjs'
import { createPhone as createJsSip, installBrowser } from '../peers/jssip.mjs'
import { ANSWER, installSocket } from '../peers/sip-server.mjs'
import { createPhone as createSipJs } from '../peers/sip-js.mjs'

const [name, digest] = process.argv.slice(2)
const { pass } = installVirtualTime()
const sent = []
const heard = {}
installBrowser()
installSocket({
  wayMs: 50,
  seatMs: 100,
  talkMs: 100,
  asksDigest: digest === 'digest',
  sent: (frame) => sent.push(frame),
})
const told = (what) => {
  heard[what] ??= { atMs: Date.now(), frames: sent.length, bytes: Buffer.byteLength(sent.join('')) }
}

/** What waits for a promise goes on within the same millisecond. */
const passSlowly = async (ms) => {
  for (let passed = 0; passed < ms; passed += 1) {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise(setImmediate)
      pass(0)
    }
    pass(1)
  }
}
const createPhone = name === 'jssip' ? createJsSip : createSipJs
const phone = createPhone(await importPeer(name), told)

/** From what the customer does to what they are told. */
const measured = async (task, what) => {
  sent.length = 0
  const before = Date.now()
  void task()
  await passSlowly(600)
  if (heard[what] === undefined) throw new Error(`${name} is not ${what}`)
  return { ...heard[what], ms: heard[what].atMs - before }
}

const registered = await measured(phone.connect, 'registered')
const ringing = await measured(phone.call, 'ringing')
const ended = await measured(phone.hangUp, 'ended')
console.log(
  JSON.stringify({
    registeredMs: registered.ms,
    ringingMs: ringing.ms,
    frames: ringing.frames,
    bytes: ringing.bytes,
    offerBytes: Buffer.byteLength(ANSWER),
    hangUpMs: ended.ms,
    hangUpFrames: ended.frames,
  }),
)
process.exit(0)
