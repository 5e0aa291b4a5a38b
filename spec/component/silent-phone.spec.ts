/** @jest-environment jsdom */
/** A phone that lacks events, as HarmonyOS lacks some of them, and one that throws: the call goes on with the others. */
import { givePhone } from '../wx/phone'
import { openPageIn } from './page'

const LACKING = {
  onAudioInterruptionBegin: undefined,
  offAudioInterruptionBegin: undefined,
  onAudioInterruptionEnd: undefined,
  offAudioInterruptionEnd: undefined,
  onNetworkWeakChange: undefined,
  offNetworkWeakChange: undefined,
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('a phone that tells neither of interruptions nor of a weak network', () => {
  const talk = () =>
    openPageIn(
      'talking',
      givePhone(() => LACKING),
    )

  it('has its interruption told by the pusher, and its end by the voice of the seat', () => {
    const page = talk()
    const holds = () => page.centre.heard().flatMap((said) => (said.type === 'call/hold' ? [said.held] : []))
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    page.tagTells('live-player', 'statechange', { code: 2004 })
    page.tagTells('live-pusher', 'statechange', { code: 5001 })
    expect(holds()).toEqual([true])
    page.tagTells('live-player', 'statechange', { code: 2004 })
    expect(holds()).toEqual([true, false])
    page.unload()
  })

  it('is heard in what it does tell', () => {
    const page = talk()
    page.phone.hidden.tell()
    expect(page.centre.heard()).toContainEqual(expect.objectContaining({ type: 'call/hold', held: true }))
    page.unload()
  })

  it('has its weak network told by the reports of the pusher', () => {
    const page = talk()
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    for (let second = 0; second < 6; second += 1) {
      page.tagTells('live-pusher', 'netstatus', { info: { netQualityLevel: 5, audioBitrate: 30 } })
      jest.advanceTimersByTime(1_000)
    }
    expect(page.detailOf('advice')).toEqual({ advice: ['localWeak'] })
    page.unload()
  })
})

describe('a phone that throws', () => {
  const throws = () => {
    throw new Error('oh')
  }

  it.each([
    ['where a listener is taken away', { offAppShow: throws, offAppHide: throws, offNetworkStatusChange: throws }],
    ['where its log books are opened', { getLogManager: throws, getRealtimeLogManager: throws }],
  ])('%s goes through a call, and is left', (_, members) => {
    const page = openPageIn(
      'talking',
      givePhone(() => members),
    )
    page.centre.ends()
    expect(page.detailOf('sessionEnded')).toMatchObject({ closeBy: 'seat' })
    expect(() => {
      page.unload()
      jest.runOnlyPendingTimers()
    }).not.toThrow()
  })
})
