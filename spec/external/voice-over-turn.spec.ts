/** Two browsers that may not reach each other directly hear each other over a real coturn, by keys that run out. */
import { setTimeout as pause } from 'node:timers/promises'
import { eventually } from '../end-to-end/eventually'
import { listen, likeness } from '../end-to-end/sound'
import { openStage, SALES, type Stage, voiceOf } from '../end-to-end/stage'
import { newFolder, startTurn, stopPrograms, type Turn } from './programs'

jest.setTimeout(120_000)

const MS = 3_300
const SILENCE_DB = -60
const SPEECH_DB = -35

/** A call whose media may go over this server and no other way. */
const talkOver = async ({ url }: Turn, secret: string): Promise<Stage> => {
  const webrtc = { iceServers: [url], turnKeyLifeMs: 60_000, relayOnly: true }
  const trtc = { keyLifeMs: 60_000, region: 'ap-guangzhou' }
  const secrets = (name: string) => (name === 'TCCC_TURN_SECRET' ? secret : undefined)
  const stage = await openStage({ config: { media: { plane: 'webrtc', webrtc, trtc } }, secrets })
  const { phone, seat } = stage
  await phone.call()
  await phone.sees('ivr')
  await phone.press(SALES)
  await seat.sees('ringing')
  await seat.press('answer')
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  return stage
}

let stage: Stage | undefined

afterEach(async () => {
  await stage?.close()
  await stopPrograms()
})

it('each hears the sentence that the other says, and coturn has let in two users of this room', async () => {
  const turn = await startTurn(newFolder('turn'), 'north')
  stage = await talkOver(turn, 'north')
  const { phone, seat } = stage
  await pause(2_500)
  const atSeat = await seat.page.evaluate(listen, { source: 'workstation', ms: MS } as const)
  expect(atSeat.levelDb).toBeGreaterThan(SPEECH_DB)
  expect(likeness(atSeat, await seat.page.evaluate(listen, { wav: voiceOf('customer'), ms: MS }))).toBeGreaterThan(0.95)
  const atPhone = await phone.run(listen, { source: 'phone', ms: MS } as const)
  expect(atPhone.levelDb).toBeGreaterThan(SPEECH_DB)
  expect(likeness(atPhone, await phone.run(listen, { wav: voiceOf('seat'), ms: MS }))).toBeGreaterThan(0.95)
  const users = [...turn.said().matchAll(/user <(\d+):([\w-]+)>: incoming packet ALLOCATE processed, success/g)]
  expect(users.length).toBeGreaterThanOrEqual(2)
  expect(new Set(users.map(([, , room]) => room)).size).toBe(1)
  for (const [, expiry] of users) expect(Number(expiry) - Date.now() / 1_000).toBeLessThanOrEqual(61)
})

it('nobody hears anything by keys of another secret: there is no other way, and the seat is told so', async () => {
  const turn = await startTurn(newFolder('turn'), 'north')
  stage = await talkOver(turn, 'south')
  await eventually(async () => {
    await pause(100)
    expect(turn.said()).toMatch(/Cannot find credentials|check_stun_auth|error 401/)
  }, 10_000)
  await pause(1_500)
  const heard = await stage.seat.page.evaluate(listen, { source: 'workstation', ms: MS } as const).then(
    ({ levelDb }) => levelDb,
    () => -200,
  )
  expect(heard).toBeLessThan(SILENCE_DB)
  await stage.seat.page.getByText('No way for the voice was found').waitFor({ timeout: 40_000 })
})
