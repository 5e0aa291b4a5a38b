/** Row e: setData in a scripted call of 60 s, with what a phone reports meanwhile. → JSON. */
import { playMinute, USER_SIG } from '../measure/minute.mjs'
import { installPhone, instanceOf, loadEntry } from '../measure/phone.mjs'

const { storage, sockets, components } = installPhone()
storage.set('tccc-wx-sdk/ticket', { sdkAppId: '1', userId: 'u', token: 't', expiresAt: Date.now() + 3_600_000 })
loadEntry('index.js')
const [definition] = components
const { instance, told } = instanceOf(definition, { properties: { sdkAppId: '1' } })

definition.lifetimes.created.call(instance)
definition.lifetimes.attached.call(instance)
const [socket] = sockets
let n = 0
const says = (message) => socket.listeners.message({ data: JSON.stringify({ ...message, n: ++n, sessionId: 's1' }) })
const pusher = (code, message = '') => instance.onPusherStatus({ detail: { code, message } })
const player = (code) => instance.onPlayerStatus({ detail: { code, message: '' } })
const seat = { seatId: 'agent_1042@call.example', name: '王小明' }
const room = { kind: 'trtc', sdkAppId: 1400000001, roomId: 'r1', userId: 'u', userSig: USER_SIG }
const users = { userlist: [{ userid: 'agent', playurl: 'room://rtc.tencent.com?userid=agent&streamid=1' }] }

socket.listeners.open()
socket.listeners.message({
  data: '{"type":"link/welcome","linkId":"L1","resumed":false,"seen":0,"heartbeatMs":10000,"windowMs":30000,"time":1780000000000}',
})
instance.startCall({ channelId: 'c1' })
const { callId } = JSON.parse(socket.sent.find((frame) => frame.includes('call/start')))

const counted = await playMinute(
  {
    started: () => says({ type: 'call/started', callId, room }),
    entered: () => [1001, 1018].forEach((code) => pusher(code)),
    queued: () => says({ type: 'call/queued', position: 2 }),
    ringing: () => says({ type: 'call/ringing', seat }),
    accepted: () => says({ type: 'call/accepted', seat }),
    seatCame: () => pusher(1020, JSON.stringify(users)),
    playing: () => [2001, 2004].forEach(player),
    muted: () => instance.muteAudio(),
    unmuted: () => instance.unmuteAudio(),
    ended: () => says({ type: 'call/ended', closeBy: 'seat', endStatus: 'ok' }),
    volume: (volume) => instance.onPusherVolume({ detail: { volume } }),
    net: (info) => {
      instance.onPusherNet({ detail: { info } })
      instance.onPlayerNet({ detail: { info } })
    },
  },
  told,
)
// A component that hears nothing sets the least.
if (instance.call.session.phase !== 'ended')
  throw new Error(`the call did not take place: ${instance.call.session.phase}`)
console.log(JSON.stringify(counted))
process.exit(0)
