/** Row d: round trips in virtual time, the line 50 ms each way, the seat's side 100 ms. → JSON. */
import { installVirtualTime } from '../measure/virtual-time.mjs'

const { pass } = installVirtualTime()
const { openCall } = await import('../measure/open-call.mjs')
const { hangUp } = await import('../measure/built.mjs')

const WAY_MS = 50
const SEAT_MS = 100
const later = (delayMs, task) => setTimeout(task, delayMs)
const welcomeFor = (resumed, seen) =>
  JSON.stringify({
    type: 'link/welcome',
    linkId: 'L1',
    resumed,
    seen,
    heartbeatMs: 10_000,
    windowMs: 30_000,
    time: 1_780_000_000_000,
  })

const openings = []
const sent = []
let server = () => undefined
let n = 0
const line = openCall({
  opened: (protocols) => openings.push(protocols),
  sent: (frame) => {
    sent.push({ at: Date.now(), frame })
    const message = JSON.parse(frame)
    later(WAY_MS, () => server(message))
  },
})
const down = (frame) => later(WAY_MS, () => line.receive(frame))
const says = (message) => down(JSON.stringify({ n: ++n, sessionId: 's1', ...message }))
const phaseAt = {}
line.call.session$.subscribe(({ phase }) => (phaseAt[phase] ??= Date.now()))

const seat = { seatId: 'a1', name: 'Wang' }
server = (message) => {
  if (message.type !== 'call/start') return
  says({ type: 'call/started', callId: message.callId })
  later(SEAT_MS, () => says({ type: 'call/ringing', seat }))
}

// The socket is still opening when the customer dials: the call must not wait for a welcome.
const dialledAt = Date.now()
line.start('c178000000000012345678')
line.opens()
down(welcomeFor(false, 0))
pass(400)
const isStart = ({ frame }) => frame.includes('call/start')
const upToRinging = sent.filter(({ at, frame }) => at <= phaseAt.ringing && frame.includes('"call/'))

// The line is lost while the seat answers; the answer is sent again after the resume.
line.closes()
pass(1)
const reopenedAt = Date.now()
line.opens()
later(WAY_MS, () => {
  down(welcomeFor(true, 1))
  says({ type: 'call/accepted', seat })
})
pass(400)

const before = sent.length
const hungUpAt = Date.now()
line.call.dispatch(hangUp())
for (const phase of ['ringing', 'talking', 'ended']) {
  if (phaseAt[phase] === undefined) throw new Error(`the call is never ${phase}`)
}
const results = {
  ringingMs: phaseAt.ringing - dialledAt,
  floorMs: 2 * WAY_MS + SEAT_MS,
  frames: upToRinging.length,
  startBytes: Buffer.byteLength(sent.find(isStart).frame),
  credentialInOpening: openings[0].some((protocol) => protocol.startsWith('token.')),
  resumeMs: phaseAt.talking - reopenedAt,
  resumeFloorMs: 2 * WAY_MS,
  hangUpMs: phaseAt.ended - hungUpAt,
  hangUpFrames: sent.length - before,
}
console.log(JSON.stringify(results))
process.exit(0)
