/** Ten calls at once over the plane `rtmp`; desks without browsers, of which this machine could not carry ten. */
import { setTimeout as pause } from 'node:timers/promises'
import { closeAll, customerWire, open, seatWire, startFrame } from '../../call-centre/spec/wire'
import { testConfig } from '../../call-centre/spec/test-config'
import { eventually } from '../end-to-end/eventually'
import { joinAsDesk, type DeskRoom, type NodeDesk } from './node-desk'
import { freePort, stopPrograms } from './programs'
import { hangUpAll, play, push } from './rtmp-phone'
import { startRtmp } from './rtmp-server'

jest.setTimeout(120_000)

const CALLS = 10
const key = 'k'.repeat(32)

interface Urls {
  readonly pushUrl: string
  readonly playUrl: string
}

interface Talk {
  readonly room: Urls
  readonly desk: NodeDesk
}

afterEach(async () => {
  await hangUpAll()
  await closeAll()
  await stopPrograms()
})

it('each desk hears its phone without a pause, each phone its desk, and the eleventh call is refused', async () => {
  const port = await freePort()
  const { url: serverUrl, controlUrl } = await startRtmp(port, key)
  const rtmp = { serverUrl, controlUrl, maxCalls: CALLS }
  const { media, heartbeatMs } = testConfig({ heartbeatMs: 60_000, media: { plane: 'rtmp', rtmp } as never })
  const secrets = (name: string) => (name === 'TCCC_RTMP_KEY' ? key : undefined)
  const centre = await open({ media, heartbeatMs }, { port, secrets })
  const begin = async (n: number) => {
    const seat = await seatWire(centre, String(n))
    const customer = await customerWire(centre, `customer${n}`)
    customer.say({ ...startFrame, n: 1 })
    const { sessionId } = await seat.next('seat/incoming')
    seat.say({ type: 'seat/answer', sessionId })
    return { seat, customer }
  }
  const calls: Talk[] = []
  for (let n = 0; n < CALLS; n += 1) {
    const { seat, customer } = await begin(n)
    const { room } = (await customer.next('call/accepted')) as unknown as Pick<Talk, 'room'>
    push(room.pushUrl, 'tone')
    const talking = (await seat.next('seat/talking')) as unknown as { readonly room: DeskRoom }
    calls.push({ room, desk: await joinAsDesk(centre.url, talking.room) })
  }
  await eventually(() => {
    expect(calls.filter(({ desk }) => desk.heard() === 0)).toEqual([])
    return Promise.resolve()
  }, 15_000)
  const before = calls.map(({ desk }) => desk.heard())
  await pause(5_000)
  // 50 a second; the tests of others may share these processors.
  const inTime = calls.map(({ desk }, n) => desk.heard() - (before[n] ?? 0))
  expect(inTime.filter((frames) => frames < 225 || frames > 275)).toEqual([])
  await Promise.all(calls.map(({ room }) => play(room.playUrl, 1_000)))
  const { seat, customer } = await begin(CALLS)
  expect(await customer.next('call/ended')).toMatchObject({ endStatus: 'error' })
  expect(await seat.next('seat/refused')).toMatchObject({ code: 'NO_VOICE_LINE' })
  for (const { desk } of calls) desk.leave()
})
