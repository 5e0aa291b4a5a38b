/** @jest-environment jsdom */
/** The component asks the phone before it dials. */
import { logout } from '../../lib/entries/login'
import { askablePhone } from '../app/readiness/askable-phone'
import { makePage, type Page, signIn } from './page'

let page: Page

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
  logout()
})

const openPageOn = (askable: ReturnType<typeof askablePhone>): Page => {
  signIn()
  page = makePage(askable.phone)
  page.attach()
  page.centre.welcomes()
  return page
}

describe('startCall', () => {
  it('with a microphone that was refused: rejects, nothing is sent, and no session has begun or ended', async () => {
    const askable = askablePhone()
    askable.authSetting['scope.record'] = false
    openPageOn(askable)
    await expect(page.dial()).rejects.toMatchObject({ code: 'MICROPHONE_REFUSED' })
    expect(page.centre.heard()).toEqual([])
    expect(page.names()).toEqual(['stateChange', 'stateChange'])
    expect(askable.dialogues).toEqual([])
  })

  it('asks once, and dials when the customer has allowed it, later than the call centre may take to answer', () => {
    const askable = askablePhone()
    openPageOn(askable)
    void page.dial()
    expect(page.centre.heard()).toEqual([])
    jest.advanceTimersByTime(16_000)
    askable.allow()
    expect(page.centre.heard()).toMatchObject([{ type: 'call/start' }])
  })

  it('that is cancelled while the dialogue is open sends nothing, whatever the customer then says', async () => {
    const askable = askablePhone()
    openPageOn(askable)
    const dialled = page.dial()
    page.sdk.endCall()
    askable.allow()
    await expect(dialled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(page.centre.heard()).toEqual([])
  })
})
