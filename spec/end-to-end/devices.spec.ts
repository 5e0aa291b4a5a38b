/** A headset is pulled out in the middle of a talk, and put back: the customer hears the agent again. */
import { setTimeout as pause } from 'node:timers/promises'
import { plug, pullHeadset, putHeadsetBack } from './headset'
import { listen } from './sound'
import { openStage, type Stage } from './stage'

jest.setTimeout(90_000)

const MS = 1_500
const SILENCE_DB = -60
const SPEECH_DB = -35

describe('a seat whose headset has a plug', () => {
  let stage: Stage

  const pull = (left: 'nothing' | 'another') => pullHeadset(stage.seat.page, left)
  const putBack = () => putHeadsetBack(stage.seat.page)
  const heardAtPhone = async () => (await stage.phone.run(listen, { source: 'phone', ms: MS } as const)).levelDb

  beforeAll(async () => {
    stage = await openStage({ phoneQuery: 'channelId=direct' })
    const { phone, seat } = stage
    await seat.page.addInitScript(plug)
    await seat.page.reload()
    await seat.sees('idle')
    await phone.call()
    await seat.sees('ringing')
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
    await pause(1_500)
  })

  afterAll(() => stage.close())

  it('is heard before, and within a second through another microphone', async () => {
    expect(await heardAtPhone()).toBeGreaterThan(SPEECH_DB)
    await pull('another')
    await pause(1_000)
    expect(await heardAtPhone()).toBeGreaterThan(SPEECH_DB)
  })

  it('is silent and says so without one, muted or held meanwhile, and heard within a second when it is back', async () => {
    const { page } = stage.seat
    await pull('nothing')
    await page.locator('[data-do="try-devices"]').waitFor({ timeout: 2_000 })
    expect(await page.locator('[role="status"]').allInnerTexts()).toContainEqual(expect.stringContaining('plug one in'))
    await pause(500)
    expect(await heardAtPhone()).toBeLessThan(SILENCE_DB)
    for (const what of ['mute', 'hold', 'mute', 'hold']) await stage.seat.press(what)
    await putBack()
    await pause(1_000)
    expect(await heardAtPhone()).toBeGreaterThan(SPEECH_DB)
    expect(await page.locator('[data-do="try-devices"]').count()).toBe(0)
  })

  it('that comes back muted stays muted', async () => {
    await pull('nothing')
    await stage.seat.press('mute')
    await putBack()
    await pause(1_000)
    expect(await heardAtPhone()).toBeLessThan(SILENCE_DB)
    await stage.seat.press('mute')
    await pause(500)
    expect(await heardAtPhone()).toBeGreaterThan(SPEECH_DB)
  })
})
