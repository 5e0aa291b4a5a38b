/** A call over the plane `rtmp`: a centre, nginx with its published configuration, ffmpeg as the phone, a desk in Chromium. */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { createCallCentre, type CallCentre } from '../../call-centre/server/create-call-centre'
import { customerWire, startFrame, type Wire } from '../../call-centre/spec/wire'
import { eventually } from '../end-to-end/eventually'
import { listen, likeness, waitForSound, type Heard } from '../end-to-end/sound'
import { launch, Seat, STATIC_ROOTS, voiceOf, voicePath } from '../end-to-end/stage'
import { freePort, run, stopPrograms } from './programs'
import { RawRtmp } from './raw-rtmp'
import { hangUpAll, keepPushing, play, push } from './rtmp-phone'
import { startRtmp, type RtmpServer } from './rtmp-server'

jest.setTimeout(120_000)

const MS = 3_300
const SILENCE_DB = -60
const SPEECH_DB = -35
const LIKENESS = 0.95
/** Two sentences of two speakers stay below. */
const OTHER_LIKENESS = 0.9
const MEI = { accountId: '1002', name: 'Mei', role: 'seat' } as const
const key = randomBytes(16).toString('hex')

interface Url {
  readonly pushUrl: string
  readonly playUrl: string
}

let centre: CallCentre
let server: RtmpServer
let agents: Browser
let seat: Seat
let ann: Wire
let log = ''

const atSeat = (): Promise<Heard> => seat.page.evaluate(listen, { source: 'workstation', ms: MS } as const)
const ofWav = (wav: string): Promise<Heard> => seat.page.evaluate(listen, { wav, ms: MS })

async function openCentre(): Promise<void> {
  const port = await freePort()
  server = await startRtmp(port, key)
  const { url: serverUrl, controlUrl } = server
  const media = { plane: 'rtmp', rtmp: { serverUrl, controlUrl } }
  centre = await createCallCentre(checkConfig({ ...defaults, heartbeatMs: 60_000, media }), {
    ...{ port, staticRoots: STATIC_ROOTS },
    secrets: (name) => (name === 'TCCC_RTMP_KEY' ? key : undefined),
    log: (line) => (log += `${line}\n`),
  })
}

/** Ann calls, and the seat answers. */
async function talk(): Promise<Url> {
  ann = await customerWire(centre, 'ann')
  ann.say({ ...startFrame, n: 1 })
  await seat.sees('ringing')
  await seat.press('answer')
  await seat.sees('talking')
  const { room } = (await ann.next('call/accepted')) as unknown as { readonly room: Url }
  return room
}

beforeAll(async () => {
  agents = await launch(voicePath('seat'))
})
afterAll(async () => {
  await agents.close()
})
beforeEach(async () => {
  await openCentre()
  seat = await Seat.open(await agents.newContext(), centre)
})
afterEach(async () => {
  await hangUpAll()
  await seat.page.context().close()
  await centre.close({ spreadMs: 0 })
  await stopPrograms()
})

/** The processes of the bridge: those of ffmpeg that this process has begun, but for the phones. */
const bridgePids = (): readonly number[] =>
  run('pgrep', ['-P', String(process.pid), '-f', 'libopus|pipe:0'])
    .said.trim()
    .split('\n')
    .filter(Boolean)
    .map(Number)

const hearsCustomer = async (withinMs: number): Promise<void> => {
  const until = Date.now() + withinMs
  await seat.page.evaluate(waitForSound, { untilDb: SPEECH_DB, withinMs })
  expect(Date.now()).toBeLessThanOrEqual(until + 500)
}

/** Each hears what the other says, by its level and by its spectrum, and not what it says itself. */
const bothHearTheSentence = async (playUrl: string): Promise<void> => {
  const [heard, played] = await Promise.all([atSeat(), play(playUrl, MS)])
  const [atPhone, customer, agent] = [
    await ofWav(played),
    await ofWav(voiceOf('customer')),
    await ofWav(voiceOf('seat')),
  ]
  for (const { levelDb } of [heard, atPhone]) expect(levelDb).toBeGreaterThan(SPEECH_DB)
  for (const [said, other, what] of [
    [customer, agent, heard],
    [agent, customer, atPhone],
  ] as const) {
    expect(likeness(what, said)).toBeGreaterThan(LIKENESS)
    expect(likeness(what, other)).toBeLessThan(OTHER_LIKENESS)
  }
}

/** The name of the stream in an address, with its secret. */
const streamOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
const secretOf = (url: string): string => url.slice(url.indexOf('?secret=') + '?secret='.length)

it('each hears the sentence that the other says, and no secret is in a log', async () => {
  const { pushUrl, playUrl } = await talk()
  push(pushUrl)
  await hearsCustomer(5_000)
  await bothHearTheSentence(playUrl)
  for (const secret of [secretOf(pushUrl), secretOf(playUrl), key]) {
    expect(log).not.toContain(secret)
    expect(server.said()).not.toContain(secret)
  }
})

it('a seat that is muted is silent at the phone, and on hold both are', async () => {
  const { pushUrl, playUrl } = await talk()
  push(pushUrl)
  await hearsCustomer(5_000)
  await seat.press('mute')
  await pause(1_000)
  expect((await ofWav(await play(playUrl, MS))).levelDb).toBeLessThan(SILENCE_DB)
  await seat.press('mute')
  await pause(500)
  expect((await ofWav(await play(playUrl, MS))).levelDb).toBeGreaterThan(SPEECH_DB)
  await seat.press('hold')
  await ann.next('call/held')
  await pause(1_000)
  expect((await ofWav(await play(playUrl, MS))).levelDb).toBeLessThan(SILENCE_DB)
  expect(await seat.page.evaluate(() => [...document.querySelectorAll('audio')].every(({ muted }) => muted))).toBe(true)
})

it('a colleague who is asked hears the agent alone, and then the customer, through the one bridge of the call', async () => {
  const { pushUrl, playUrl } = await talk()
  push(pushUrl)
  await hearsCustomer(5_000)
  const colleague = await Seat.open(await agents.newContext(), centre, 'en', MEI)
  await seat.press('consult')
  await seat.press('consult-1002')
  await colleague.sees('ringing')
  await colleague.press('answer')
  await seat.page.getByText('You talk with Mei.').first().waitFor()
  await pause(1_500)
  const atColleague = (): Promise<Heard> => colleague.page.evaluate(listen, { source: 'workstation', ms: MS } as const)
  const [customer, agent] = [await ofWav(voiceOf('customer')), await ofWav(voiceOf('seat'))]
  const [aside, onHold] = await Promise.all([atColleague(), play(playUrl, MS).then(ofWav)])
  expect(likeness(aside, agent)).toBeGreaterThan(LIKENESS)
  expect(onHold.levelDb).toBeLessThan(SILENCE_DB)
  expect(bridgePids()).toHaveLength(2)
  await seat.press('together')
  await seat.press('mute')
  await pause(1_500)
  const [together, out] = await Promise.all([atColleague(), play(playUrl, MS).then(ofWav)])
  expect(likeness(together, customer)).toBeGreaterThan(LIKENESS)
  // The colleague speaks with the agent's voice.
  expect(likeness(out, agent)).toBeGreaterThan(LIKENESS)
  await colleague.page.context().close()
})

it.each(['seat', 'customer'])(
  'a call that the %s ends takes its streams, secrets and processes with it',
  async (who) => {
    const { pushUrl, playUrl } = await talk()
    const phone = push(pushUrl)
    await hearsCustomer(5_000)
    expect(bridgePids()).toHaveLength(2)
    if (who === 'seat') await seat.press('hang-up')
    else ann.say({ type: 'call/hangUp', n: 2, callId: 'c1', closeBy: 'client', endStatus: 'ok' })
    await seat.page.locator('[data-phase="wrapUp"]').waitFor()
    await eventually(() => {
      expect([phone.isOver(), bridgePids()]).toEqual([true, []])
      return Promise.resolve()
    }, 6_000)
    expect(await push(pushUrl).ended).toMatchObject({ code: 1 })
    await expect(play(playUrl, 500)).rejects.toThrow()
  },
)

it.each([
  ['that hears', 'libopus'],
  ['that speaks', 'pipe:0'],
])('when the half of the bridge %s is killed, both hear each other again within 3 seconds', async (_, half) => {
  const { pushUrl, playUrl } = await talk()
  push(pushUrl)
  await hearsCustomer(5_000)
  run('pkill', ['-9', '-P', String(process.pid), '-f', half])
  const killed = Date.now()
  // What the browser has is played by then.
  await pause(400)
  await hearsCustomer(2_600)
  expect(Date.now() - killed).toBeLessThan(3_000)
  await bothHearTheSentence(playUrl)
})

it('when the server is killed, the desk hears of it within a second, and both are back within 3 after its return', async () => {
  const { pushUrl, playUrl } = await talk()
  keepPushing(pushUrl)
  await hearsCustomer(5_000)
  server.die()
  await seat.page.getByText('The customer’s voice is interrupted.').waitFor({ timeout: 1_000 })
  await server.comeBack()
  await hearsCustomer(3_000)
  await bothHearTheSentence(playUrl)
})

it('a phone that comes back takes the place of the line that it left behind', async () => {
  const { pushUrl } = await talk()
  const first = push(pushUrl)
  await hearsCustomer(5_000)
  push(pushUrl)
  await first.ended
  await pause(400)
  await hearsCustomer(2_600)
})

it('who has not the secret of this call, for this deed, reaches nobody, whatever is sent', async () => {
  const { pushUrl, playUrl } = await talk()
  const [customer, seatStream] = [streamOf(pushUrl), streamOf(playUrl)]
  const [name = '', seatName = ''] = [customer.split('?')[0], seatStream.split('?')[0]]
  const strangers = [
    `${name}?secret=${'x'.repeat(32)}`,
    `${name}?secret=${secretOf(playUrl)}`,
    name,
    `${customer}&name=${name}`,
    `${seatName}?secret=${secretOf(pushUrl)}`,
  ]
  for (const stream of strangers) {
    const client = await RawRtmp.connected(server.url)
    client.publish(stream)
    await client.babble(600)
    expect([stream, client.isOver]).toEqual([stream, true])
  }
  const listener = await RawRtmp.connected(server.url)
  listener.play(`${seatName}?secret=${secretOf(pushUrl)}`)
  await pause(500)
  expect(listener.isOver).toBe(true)
  await seat.page.getByText('Connecting the voice…').waitFor({ timeout: 1_000 })
  push(pushUrl)
  await hearsCustomer(5_000)
})

it('what is no handshake, and a message without end, harms nobody', async () => {
  const { pushUrl } = await talk()
  push(pushUrl)
  await hearsCustomer(5_000)
  for (const bytes of [Buffer.from('GET / HTTP/1.1\r\n\r\n'), randomBytes(4_000), Buffer.alloc(3_000, 3)]) {
    const client = await RawRtmp.open(server.port)
    client.say(bytes)
    await pause(200)
    client.close()
  }
  const huge = await RawRtmp.connected(server.url)
  huge.say(Buffer.from([3, 0, 0, 0, 0xff, 0xff, 0xff, 20, 0, 0, 0, 0, ...Buffer.alloc(128)]))
  await pause(300)
  expect(huge.isOver).toBe(true)
  await hearsCustomer(3_000)
})

it('secrets of before a fresh room are void', async () => {
  const { pushUrl } = await talk()
  ann.say({
    type: 'call/rejoin',
    n: 2,
    sessionId: ann.heard.find(({ type }) => type === 'call/started')?.['sessionId'],
    reason: 'live-pusher -1307',
  })
  const { room } = (await ann.next('call/room')) as unknown as { readonly room: Url }
  expect(await push(pushUrl).ended).toMatchObject({ code: 1 })
  push(room.pushUrl)
  await hearsCustomer(5_000)
})
