/** Row e: setData in a scripted call of 60 s, with what a phone reports meanwhile. → JSON. */
import { installPhone, instanceOf, loadEntry } from '../measure/phone.mjs'

const { storage, sockets, components } = installPhone()
storage.set('tccc-wx-sdk/ticket', { sdkAppId: '1', userId: 'u', token: 't', expiresAt: Date.now() + 3_600_000 })
loadEntry('index.js')
const [definition] = components
const { instance, told } = instanceOf(definition, { properties: { sdkAppId: '1' } })
const perSecond = []
const turn = () => new Promise((resolve) => setTimeout(resolve, 2))

definition.lifetimes.created.call(instance)
definition.lifetimes.attached.call(instance)
const [socket] = sockets
let n = 0
const says = (message) => socket.listeners.message({ data: JSON.stringify({ ...message, n: ++n, sessionId: 's1' }) })
const pusher = (code, message = '') => instance.onPusherStatus({ detail: { code, message } })
const player = (code) => instance.onPlayerStatus({ detail: { code, message: '' } })
const seat = { seatId: 'agent_1042@call.example', name: '王小明' }
const room = {
  kind: 'trtc',
  sdkAppId: 1400000001,
  roomId: 'r1',
  userId: 'u',
  userSig: 'eJwtzEELgjAYxvHvsmsh'.repeat(8),
}
const users = { userlist: [{ userid: 'agent', playurl: 'room://rtc.tencent.com?userid=agent&streamid=1' }] }

socket.listeners.open()
socket.listeners.message({
  data: '{"type":"link/welcome","linkId":"L1","resumed":false,"seen":0,"heartbeatMs":10000,"windowMs":30000,"time":1780000000000}',
})
instance.startCall({ channelId: 'c1' })
const { callId } = JSON.parse(socket.sent.find((frame) => frame.includes('call/start')))

/** What happens in each second of the call; everything else of it is the reports of the phone. */
const story = {
  0: () => says({ type: 'call/started', callId, room }),
  1: () => [1001, 1018].forEach((code) => pusher(code)),
  2: () => says({ type: 'call/queued', position: 2 }),
  4: () => says({ type: 'call/ringing', seat }),
  7: () => says({ type: 'call/accepted', seat }),
  8: () => pusher(1020, JSON.stringify(users)),
  9: () => [2001, 2004].forEach(player),
  20: () => instance.muteAudio(),
  25: () => instance.unmuteAudio(),
  59: () => says({ type: 'call/ended', closeBy: 'seat', endStatus: 'ok' }),
}
for (let second = 0; second < 60; second += 1) {
  const before = told.calls
  story[second]?.()
  await turn()
  // The volume each second, the state of the net each way every other.
  instance.onPusherVolume({ detail: { volume: second % 40 } })
  if (second % 2 === 0) {
    const info = { netQualityLevel: 1 + (second % 3), audioBitrate: 40 + second }
    instance.onPusherNet({ detail: { info } })
    instance.onPlayerNet({ detail: { info } })
  }
  await turn()
  perSecond.push(told.calls - before)
}
console.log(JSON.stringify({ calls: told.calls, bytes: told.bytes, most: Math.max(...perSecond) }))
process.exit(0)
