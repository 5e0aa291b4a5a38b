/**
 * The app is back, or the sound: what the media tags are made to do. What the phone itself says comes as status codes.
 * @jest-environment jsdom
 */
import { hangUpWhenHidden } from '../../lib/entries/policies'
import { openPage, openPageIn, type Page } from './page'
import { enters, openVideoPageIn, sessionOf } from './video-page'

beforeEach(() => {
  jest.useFakeTimers()
})

let page: Page
afterEach(() => {
  page.unload()
  expect(jest.getTimerCount()).toBe(0)
})

const soundMode = () => page.tag('live-player')?.['sound-mode']
const microphone = () => page.tag('live-pusher')?.['enable-mic']
const pusherSays = (code: number) => {
  page.tagTells('live-pusher', 'statechange', { code, message: '' })
}
const hidesAndShows = () => {
  page.phone.hidden.tell()
  page.phone.shown.tell()
}
const states = () => {
  const { microphone, soundMode } = sessionOf(page)
  return [microphone.state, soundMode.state]
}

describe('back in the foreground', () => {
  it('the sound mode is turned away for 100 ms, 200 ms after the return', () => {
    page = openPageIn('talking')
    hidesAndShows()
    jest.advanceTimersByTime(199)
    expect(soundMode()).toBe('speaker')
    jest.advanceTimersByTime(1)
    expect(soundMode()).toBe('ear')
    jest.advanceTimersByTime(99)
    expect(soundMode()).toBe('ear')
    jest.advanceTimersByTime(1)
    expect(soundMode()).toBe('speaker')
  })

  it('who is muted is muted at every moment of it', () => {
    page = openPageIn('talking')
    page.sdk.muteAudio()
    const before = page.sets.length
    hidesAndShows()
    jest.advanceTimersByTime(1000)
    expect(page.sets.slice(before)).toEqual([{ soundMode: 'ear' }, { soundMode: 'speaker' }])
    expect(microphone()).toBe(false)
  })

  it('a sound mode that is chosen in that very moment holds', () => {
    page = openPageIn('talking')
    hidesAndShows()
    jest.advanceTimersByTime(250)
    page.sdk.setSoundMode('ear')
    jest.advanceTimersByTime(1000)
    expect(soundMode()).toBe('ear')
  })

  it('a call that ends in that very moment leaves nothing of it to the next', () => {
    page = openPageIn('talking')
    hidesAndShows()
    jest.advanceTimersByTime(250)
    page.sdk.endCall()
    expect(page.sets[page.sets.length - 1]).toMatchObject({ soundMode: 'speaker', pushUrl: '' })
    void page.dial()
    page.centre.starts()
    jest.advanceTimersByTime(1000)
    expect(soundMode()).toBe('speaker')
  })

  it.each<[string, () => void]>([
    [
      'by the seat',
      () => {
        page.centre.ends()
      },
    ],
    [
      'by a policy',
      () => {
        jest.advanceTimersByTime(5001)
      },
    ],
  ])('a call that was ended %s meanwhile: its tags went at once, and its pusher is stopped again', (_, ends) => {
    page = openPageIn('talking')
    page.sdk.use(hangUpWhenHidden({ ms: 5000 }))
    page.phone.hidden.tell()
    ends()
    expect([page.tag('live-pusher'), page.tag('live-player'), page.phone.pusherStops]).toEqual([null, null, 1])
    page.phone.shown.tell()
    expect(page.phone.pusherStops).toBe(2)
    jest.advanceTimersByTime(1000)
    hidesAndShows()
    expect(page.phone.pusherStops).toBe(2)
  })
})

describe('a camera', () => {
  it('that could not be turned in the background is turned on return, once', () => {
    page = openVideoPageIn('talking')
    enters(page)
    page.phone.hidden.tell()
    page.sdk.switchCamera()
    page.phone.cameraTurns[0]?.fail?.({ errMsg: 'operateLivePusher:fail in background', errno: 102 })
    expect(sessionOf(page).facing).toMatchObject({ desired: 'back', state: 'failed' })
    page.phone.shown.tell()
    expect(page.phone.cameraTurns).toHaveLength(2)
    page.phone.cameraTurns[1]?.success?.({})
    expect(sessionOf(page).facing).toEqual({ desired: 'back', actual: 'back', state: 'applied' })
    jest.advanceTimersByTime(1000)
    expect(page.phone.cameraTurns).toHaveLength(2)
  })

  it('that failed is tried again on return, as its owner may have allowed it meanwhile', () => {
    page = openVideoPageIn('talking')
    enters(page)
    page.tagTells('live-pusher', 'error', { errCode: 10001 })
    expect([page.tag('live-pusher')?.['enable-camera'], sessionOf(page).camera.state]).toEqual([false, 'failed'])
    hidesAndShows()
    expect([page.tag('live-pusher')?.['enable-camera'], sessionOf(page).camera.state]).toEqual([true, 'pending'])
  })
})

describe('where a page has placed sub-components', () => {
  it.each<[string, object]>([
    ['both', { pusher: true, player: true }],
    ['tccc-pusher', { pusher: true }],
    ['tccc-player', { player: true }],
  ])('all switches are known again after a return: %s', (_, placed) => {
    page = openPage()
    page.placeParts(placed)
    void page.dial()
    page.centre.takesTo('talking')
    page.settles()
    expect(states()).toEqual(['applied', 'applied'])
    hidesAndShows()
    expect(states()).toEqual(['pending', 'pending'])
    jest.advanceTimersByTime(300)
    page.settles()
    expect(states()).toEqual(['applied', 'applied'])
  })

  it('the sound mode is known once there is a player', () => {
    page = openPage()
    void page.dial()
    page.centre.starts({ kind: 'trtc', sdkAppId: 14, roomId: 'r', userId: 'u', userSig: 's' })
    page.settles()
    expect(states()).toEqual(['applied', 'pending'])
    const message = JSON.stringify({ userlist: [{ userid: 'seat', playurl: 'room://seat' }] })
    page.tagTells('live-pusher', 'statechange', { code: 1031, message })
    page.settles()
    expect(states()).toEqual(['applied', 'applied'])
  })
})

describe('what was wished for is so', () => {
  it('when the framework has set it, in the foreground', () => {
    page = openPageIn('talking')
    expect(states()).toEqual(['pending', 'pending'])
    page.settles()
    expect(states()).toEqual(['applied', 'applied'])
    page.sdk.muteAudio()
    expect(states()).toEqual(['pending', 'applied'])
    page.settles()
    expect(states()).toEqual(['applied', 'applied'])
  })

  it('and unknown after a return, until it was set again', () => {
    page = openPageIn('talking')
    page.settles()
    page.phone.hidden.tell()
    page.sdk.muteAudio()
    page.settles()
    expect(states()).toEqual(['pending', 'applied'])
    page.phone.shown.tell()
    expect(states()).toEqual(['pending', 'pending'])
    jest.advanceTimersByTime(200)
    page.settles()
    expect(states()).toEqual(['applied', 'pending'])
    jest.advanceTimersByTime(100)
    page.settles()
    expect(states()).toEqual(['applied', 'applied'])
  })

  it('on iOS as soon as the phone says so: 4998, without a message', () => {
    page = openPageIn('talking')
    page.settles()
    page.sdk.muteAudio()
    pusherSays(4998)
    expect(states()).toEqual(['applied', 'applied'])
  })

  it.each([1021, 1102])('once the room is entered anew: %i, 1018', (code) => {
    page = openPageIn('talking')
    pusherSays(1018)
    page.settles()
    page.sdk.muteAudio()
    page.settles()
    pusherSays(code)
    expect(states()).toEqual(['pending', 'applied'])
    pusherSays(1018)
    expect([...states(), microphone()]).toEqual(['applied', 'applied', false])
  })
})

describe('when the phone sends the sound another way by itself', () => {
  const playerSays = (code: number) => {
    page.tagTells('live-player', 'statechange', { code })
  }

  it('as some iPhones do after a mute (4998, 2030), the wanted way is taken again', () => {
    page = openPageIn('talking')
    page.settles()
    playerSays(2004)
    page.sdk.muteAudio()
    page.settles()
    pusherSays(4998)
    playerSays(2030)
    expect(states()).toEqual(['applied', 'pending'])
    const before = page.sets.length
    jest.advanceTimersByTime(300)
    page.settles()
    expect(page.sets.slice(before)).toEqual([{ soundMode: 'ear' }, { soundMode: 'speaker' }])
    expect([...states(), microphone()]).toEqual(['applied', 'applied', false])
  })

  it('and its echo turns nothing', () => {
    page = openPageIn('talking')
    page.settles()
    playerSays(2004)
    playerSays(2030)
    jest.advanceTimersByTime(300)
    page.settles()
    const before = page.sets.length
    playerSays(2030)
    jest.advanceTimersByTime(1_000)
    expect(page.sets).toHaveLength(before)
  })
})

describe('back from another sound', () => {
  it('as after the background, whatever told that it is over', () => {
    page = openPageIn('talking')
    page.phone.interrupted.tell()
    page.phone.resumed.tell()
    jest.advanceTimersByTime(200)
    expect(soundMode()).toBe('ear')
    jest.advanceTimersByTime(100)
    page.phone.interrupted.tell()
    page.phone.shown.tell()
    jest.advanceTimersByTime(200)
    expect(soundMode()).toBe('ear')
    jest.advanceTimersByTime(100)
    expect(soundMode()).toBe('speaker')
  })

  it('nothing is turned while it lasts', () => {
    page = openPageIn('talking')
    const before = page.sets.length
    page.phone.interrupted.tell()
    pusherSays(5001)
    jest.advanceTimersByTime(10_000)
    expect(page.sets).toHaveLength(before)
  })
})
