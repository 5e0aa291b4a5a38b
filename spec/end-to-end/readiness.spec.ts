/** A customer who has refused the microphone, in a browser: told before anything is sent, and helped. */
import { openStage, SALES, type Stage } from './stage'
import { eventually } from './eventually'
import type { Misbehaviour } from '../../devtools/phone/panel/misbehaviours'

jest.setTimeout(60_000)

interface Screen {
  readonly phone: { misbehave(what: Misbehaviour): void; session(): { phase: string; end?: { error: string | null } } }
}

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const session = () => stage.phone.run(() => (window as unknown as Screen).phone.session())

const recorded = () => stage.operator.locator('body').innerText()

it('a microphone that was refused is told before the call centre hears of a call, and allowed, the call works', async () => {
  await stage.phone.isLoggedIn()
  await stage.phone.run(() => {
    ;(window as unknown as Screen).phone.misbehave('refuseMicrophone')
  })
  const before = await recorded()

  await stage.phone.call()
  await stage.phone.tap('Settings')
  expect(await session()).toMatchObject({ phase: 'ended', end: { error: 'MICROPHONE_REFUSED' } })
  expect(await recorded()).toBe(before)
  await stage.seat.sees('idle')

  await stage.phone.tap('Microphone')
  await stage.phone.tap('Done')
  await stage.phone.call()
  await stage.phone.sees('ivr')
  await stage.phone.press(SALES)
  await stage.seat.sees('ringing')
  await stage.seat.press('answer')
  await eventually(async () => {
    expect(await session()).toMatchObject({ phase: 'talking', local: { state: 'up' }, remote: { state: 'up' } })
  })
})
