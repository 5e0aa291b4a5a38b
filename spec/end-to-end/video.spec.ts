import { setTimeout as pause } from 'node:timers/promises'
import { eventually } from './eventually'
import { look, type Seen, watching } from './picture'
import { listen } from './sound'
import { openStage, type Stage } from './stage'

jest.setTimeout(90_000)

/** A spoken sentence comes through at about −10 dB. */
const SPEECH_DB = -35

interface WithPhone {
  readonly phone: { misbehave(what: string): void }
}

describe('a video call, in two browsers with moving cameras', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage({ phoneQuery: 'page=pages/video/video&channelId=direct' })
    const { phone, seat } = stage
    await phone.press('Video call')
    await seat.sees('ringing')
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
  })

  afterAll(() => stage.close())

  const customerAtSeat = () => stage.seat.page.evaluate(look, watching('.pictures .customer'))
  const seatAtDesk = () => stage.seat.page.evaluate(look, watching('.pictures .own'))
  const seatOnPhone = () => stage.phone.run(look, watching('.seat live-player video'))
  const customerOnPhone = () => stage.phone.run(look, watching('.own live-pusher video'))

  const moves = (seen: () => Promise<Seen>) =>
    eventually(async () => {
      const { changes, width } = await seen()
      expect(width).toBeGreaterThan(0)
      expect(changes).toBeGreaterThan(2)
    }, 10_000)

  const isGone = (seen: () => Promise<Seen>) =>
    eventually(async () => {
      expect(await seen()).toMatchObject({ changes: 0 })
    })

  const misbehave = (what: string) =>
    stage.phone.run((name: string) => {
      ;(window as unknown as WithPhone).phone.misbehave(name)
    }, what)

  /** The camera that the customer's own picture comes from. */
  const camera = () =>
    stage.phone.run(() => {
      const picture = document.querySelector<HTMLVideoElement>('.own live-pusher video')?.srcObject
      return picture instanceof MediaStream ? picture.getVideoTracks()[0]?.getSettings().deviceId : undefined
    })

  it('each sees the other move, and themselves', async () => {
    await Promise.all([moves(customerAtSeat), moves(seatOnPhone)])
    await Promise.all([moves(seatAtDesk), moves(customerOnPhone)])
  })

  it('a customer who turns the camera off is seen no more, and seen again after it', async () => {
    const { phone, seat } = stage
    const { tracks } = await phone.audit()
    await phone.press('Camera')
    await seat.page.locator('.no-picture').waitFor({ timeout: 5_000 })
    expect(await customerAtSeat()).toMatchObject({ width: 0 })
    expect((await phone.audit())['tracks']).toBe(Number(tracks) - 1)
    await moves(seatOnPhone)
    await phone.press('Camera')
    await moves(customerAtSeat)
  })

  it('a customer who turns the phone’s other camera on is seen by that one', async () => {
    const front = await camera()
    await stage.phone.press('Flip')
    await eventually(async () => {
      const back = await camera()
      expect([back === undefined, back === front]).toEqual([false, false])
    })
    await moves(customerAtSeat)
    expect((await stage.phone.audit())['tracks']).toBe(2)
  })

  it('a seat that turns its camera off is seen no more, and seen again after it', async () => {
    await stage.seat.press('camera')
    await isGone(seatOnPhone)
    await moves(customerAtSeat)
    await stage.seat.press('camera')
    await moves(seatOnPhone)
  })

  it('a camera that is refused leaves the voices; it comes back when it is allowed', async () => {
    const { phone, seat } = stage
    await misbehave('refuseCamera')
    await seat.page.locator('.no-picture').waitFor({ timeout: 5_000 })
    expect(await phone.text()).toContain('the call goes on as audio')
    await pause(500)
    const heard = await seat.page.evaluate(listen, { source: 'workstation', ms: 1_500 } as const)
    expect(heard.levelDb).toBeGreaterThan(SPEECH_DB)
    await misbehave('allowCamera')
    await phone.press('Camera')
    await moves(customerAtSeat)
  })

  it('a seat whose camera is refused is heard all the same', async () => {
    const { phone, seat } = stage
    await seat.page.evaluate(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = (wanted) =>
        wanted?.video === undefined ? ask(wanted) : Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await seat.press('camera')
    await seat.press('camera')
    await seat.page.getByText('The camera is not allowed.').waitFor({ timeout: 5_000 })
    await isGone(seatOnPhone)
    const heard = await phone.run(listen, { source: 'phone', ms: 1_500 } as const)
    expect(heard.levelDb).toBeGreaterThan(SPEECH_DB)
  })

  it('nothing is left after the end, and the record says that it was a video call', async () => {
    const { phone, seat, operator } = stage
    expect(await operator.locator('.live .media').innerText()).toContain('Video')
    await phone.press('Hang up')
    await Promise.all([phone.sees('ended'), seat.sees('ended')])
    expect(await phone.audit()).toMatchObject({ tracks: 0, connections: 0 })
    await eventually(async () => {
      expect(await seat.audit()).toMatchObject({ liveTracks: 0, connections: 0 })
    })
    expect(await operator.locator('.history .media').first().innerText()).toContain('Video')
  })
})
