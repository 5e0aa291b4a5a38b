/** @jest-environment jsdom */
import { givePhone, Phone } from '../wx/phone'
import { missingIn } from '../wx/base-library'
import { openPage, openPageIn } from './page'

const OLDEST = '2.10.0'

const members = Object.keys(new Phone().wx)

/** A phone that has what base library 2.10.0 has, and nothing that came later. */
const oldPhone = () =>
  givePhone(() => Object.fromEntries(missingIn(OLDEST, members).map((member) => [member, undefined])))

beforeEach(() => {
  jest.useFakeTimers()
})

describe('base library 2.10.0', () => {
  it('is read off the typings of WeChat', () => {
    expect(missingIn(OLDEST, ['getAppBaseInfo', 'onAppShow', 'getRandomValues', 'createLivePusherContext'])).toEqual([
      'getAppBaseInfo',
      'getRandomValues',
    ])
    expect(missingIn('2.0.2', members)).toEqual(expect.arrayContaining(['onAppShow', 'onAudioInterruptionBegin']))
    expect(missingIn(OLDEST, members)).toEqual(['getAppBaseInfo', 'onNetworkWeakChange', 'offNetworkWeakChange'])
  })

  it('is enough for a whole call', async () => {
    const phone = oldPhone()
    const page = openPage(phone)
    const dialled = page.dial()
    page.centre.takesTo('talking')
    page.settles()
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    page.sdk.muteAudio()
    page.sdk.setSoundMode('ear')
    page.sdk.sendDigits({ digits: '1' })
    phone.hidden.tell()
    phone.shown.tell()
    page.sdk.endCall()
    await expect(dialled).resolves.toEqual({ sessionId: 'session-1' })
    expect(page.names().filter((name) => name !== 'stateChange')).toEqual(['sessionStart', 'accepted', 'sessionEnded'])
    page.unload()
    expect([phone.openSockets(), phone.listeners(), jest.getTimerCount()]).toEqual([0, 0, 0])
  })

  it('is enough for an error in the language of the phone', () => {
    const page = openPageIn('talking', oldPhone())
    page.tagTells('live-pusher', 'statechange', { code: -1302 })
    jest.advanceTimersByTime(1_001)
    expect(page.detailOf('error')).toMatchObject({ title: '麦克风不可用' })
    page.unload()
  })
})
