import { setTimeout as pause } from 'node:timers/promises'
import { eventually } from './eventually'
import { listen, likeness } from './sound'
import { openStage, SALES, type Stage, voiceOf } from './stage'

jest.setTimeout(90_000)

const MS = 3_300
/** Below this nobody hears anything; a spoken sentence comes through at about −10 dB. */
const SILENCE_DB = -60
const SPEECH_DB = -35

describe('a customer and a seat, in two browsers', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage()
    const { phone, seat } = stage
    await phone.call()
    await phone.sees('ivr')
    await phone.press(SALES)
    await seat.sees('ringing')
    await phone.sees('ringing')
    await eventually(async () => expect(await phone.audit()).toMatchObject({ sounds: 1 }))
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
    await pause(1_500)
  })

  afterAll(() => stage.close())

  it('the ring-back tone is over with the answer', async () => {
    expect(await stage.phone.audit()).toMatchObject({ sounds: 0 })
  })

  it('the seat hears the sentence that the customer says, and not another', async () => {
    const { page } = stage.seat
    const heard = await page.evaluate(listen, { source: 'workstation', ms: MS } as const)
    const said = await page.evaluate(listen, { wav: voiceOf('customer'), ms: MS })
    const other = await page.evaluate(listen, { wav: voiceOf('seat'), ms: MS })
    expect(heard.levelDb).toBeGreaterThan(SPEECH_DB)
    expect(likeness(heard, said)).toBeGreaterThan(0.95)
    expect(likeness(heard, other)).toBeLessThan(0.9)
  })

  it('the customer hears the sentence that the seat says, and not another', async () => {
    const { phone } = stage
    const heard = await phone.run(listen, { source: 'phone', ms: MS } as const)
    const said = await phone.run(listen, { wav: voiceOf('seat'), ms: MS })
    const other = await phone.run(listen, { wav: voiceOf('customer'), ms: MS })
    expect(heard.levelDb).toBeGreaterThan(SPEECH_DB)
    expect(likeness(heard, said)).toBeGreaterThan(0.95)
    expect(likeness(heard, other)).toBeLessThan(0.9)
  })

  it('a muted customer is silent at the seat within a second, and heard again after it', async () => {
    const { phone, seat } = stage
    await phone.press('Mute')
    await pause(1_000)
    const muted = await seat.page.evaluate(listen, { source: 'workstation', ms: MS } as const)
    expect(muted.levelDb).toBeLessThan(SILENCE_DB)
    await phone.press('Mute')
    await pause(500)
    const again = await seat.page.evaluate(listen, { source: 'workstation', ms: MS } as const)
    expect(again.levelDb).toBeGreaterThan(SPEECH_DB)
  })

  it('a muted seat is silent at the customer, and heard again after it', async () => {
    const { phone, seat } = stage
    await seat.press('mute')
    await pause(1_000)
    const muted = await phone.run(listen, { source: 'phone', ms: MS } as const)
    expect(muted.levelDb).toBeLessThan(SILENCE_DB)
    await seat.press('mute')
    await pause(500)
    const again = await phone.run(listen, { source: 'phone', ms: MS } as const)
    expect(again.levelDb).toBeGreaterThan(SPEECH_DB)
  })
})
