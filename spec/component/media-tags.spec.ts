/** @jest-environment jsdom */
import { ROOM } from './centre'
import { openPage, openPageIn, type Page } from './page'

beforeEach(() => {
  jest.useFakeTimers()
})

let page: Page
afterEach(() => {
  page.unload()
})

const tags = () => [page.tag('live-pusher'), page.tag('live-player')]

describe('the pusher', () => {
  it('takes the voice at 48 kHz, whatever the default of a phone is', () => {
    page = openPageIn('talking')
    expect(page.tag('live-pusher')).toMatchObject({ 'audio-quality': 'high' })
  })
})

describe('the media tags', () => {
  it('are not there before the call centre gives a room', () => {
    page = openPage()
    expect(tags()).toEqual([null, null])
    void page.dial()
    expect(tags()).toEqual([null, null])
  })

  it('push and play the room of the call, for speech', () => {
    page = openPageIn('ivr')
    expect(page.tag('live-pusher')).toMatchObject({
      url: 'room://push',
      mode: 'RTC',
      autopush: true,
      'enable-camera': false,
      'enable-mic': true,
      'enable-agc': true,
      'enable-ans': true,
      'audio-volume-type': 'voicecall',
    })
    expect(page.tag('live-player')).toMatchObject({
      src: 'room://play',
      mode: 'RTC',
      autoplay: true,
      'sound-mode': 'speaker',
      'auto-pause-if-navigate': false,
      'auto-pause-if-open-native': false,
    })
  })

  it('enter a trtc room by its address and play whom the pusher lists', () => {
    page = openPage()
    void page.dial()
    page.centre.starts({ kind: 'trtc', sdkAppId: 14, roomId: 'r 1', userId: 'u', userSig: 's/g' })
    expect(page.tag('live-pusher')?.['url']).toMatch(/^room:\/\/cloud\.tencent\.com\/rtc\?sdkappid=14&strroomid=r%201&/)
    expect(page.tag('live-player')).toBeNull()
    const message = JSON.stringify({ userlist: [{ userid: 'seat', playurl: 'room://seat' }] })
    page.tagTells('live-pusher', 'statechange', { code: 1020, message })
    expect(page.tag('live-player')?.['src']).toBe('room://seat')
  })

  it.each(['ivr', 'waiting', 'ringing', 'talking'] as const)(
    'are gone, and the pusher is stopped, in the very turn of the hang-up: %s',
    (phase) => {
      page = openPageIn(phase)
      expect(page.phone.pusherStops).toBe(0)
      page.sdk.endCall()
      expect(tags()).toEqual([null, null])
      expect(page.phone.pusherStops).toBe(1)
    },
  )

  it('are gone, and the pusher is stopped, before the page hears that the seat hung up', () => {
    page = openPageIn('talking')
    const atEnd: unknown[] = []
    page.onTold = ({ name }) => {
      if (name === 'sessionEnded') atEnd.push(page.tag('live-pusher'), page.phone.pusherStops)
    }
    page.centre.ends()
    expect(atEnd).toEqual([null, 1])
  })

  it('follow the call into another room', () => {
    page = openPageIn('ringing')
    const room = { kind: 'url', pushUrl: 'room://push2', playUrl: 'room://play2' } as const
    page.centre.says({ type: 'call/accepted', sessionId: 'session-1', seat: { seatId: '1', name: 'Li' }, room })
    expect(tags()).toMatchObject([{ url: 'room://push2' }, { src: 'room://play2' }])
    expect(page.phone.pusherStops).toBe(0)
  })
})

describe('a tag whose address changes', () => {
  const users = (playurl: string) => JSON.stringify({ userlist: [{ userid: 'seat', playurl }] })
  const lists = (playurl: string) => {
    page.tagTells('live-pusher', 'statechange', { code: 1031, message: users(playurl) })
  }
  const TRTC = { kind: 'trtc', sdkAppId: 14, roomId: 'r', userId: 'u', userSig: 's' } as const

  it('is another tag: a player does not move to another address', () => {
    page = openPage()
    void page.dial()
    page.centre.starts(TRTC)
    lists('room://seat')
    const [pusher, player] = page.elements()
    lists('room://other')
    expect(page.tag('live-player')?.['src']).toBe('room://other')
    expect(page.elements()[0]).toBe(pusher)
    expect(page.elements()[1]).not.toBe(player)
  })

  it('so is a pusher that is given another room', () => {
    page = openPageIn('talking')
    const before = page.elements()
    const room = { kind: 'url', pushUrl: 'room://push2', playUrl: 'room://play2' } as const
    page.centre.says({ type: 'call/room', sessionId: 'session-1', room })
    page.elements().forEach((element, index) => {
      expect(element).toBeDefined()
      expect(element).not.toBe(before[index])
    })
  })

  it('a player that gave up is another one a second later, at the same address', () => {
    page = openPageIn('talking')
    const [, player] = page.elements()
    page.tagTells('live-player', 'statechange', { code: -2301 })
    expect(page.tag('live-player')).toBeNull()
    jest.advanceTimersByTime(1_001)
    expect(page.tag('live-player')?.['src']).toBe('room://play')
    expect(page.elements()[1]).not.toBe(player)
  })

  it('a room that is dead is left after a second, and the fresh one is entered, be it the same', () => {
    page = openPageIn('talking')
    const [pusher] = page.elements()
    page.tagTells('live-pusher', 'statechange', { code: -1307 })
    expect(page.elements()[0]).toBe(pusher)
    jest.advanceTimersByTime(1_001)
    expect([tags(), page.phone.pusherStops]).toEqual([[null, null], 1])
    expect(page.centre.heard().at(-1)).toMatchObject({ type: 'call/rejoin', reason: 'live-pusher -1307' })
    page.centre.says({ type: 'call/room', sessionId: 'session-1', room: ROOM })
    expect(tags()).toMatchObject([{ url: 'room://push' }, { src: 'room://play' }])
    expect(page.elements()[0]).not.toBe(pusher)
  })
})

describe('the switches', () => {
  const microphone = () => page.tag('live-pusher')?.['enable-mic']

  it('are set on the tags', () => {
    page = openPageIn('talking')
    page.sdk.muteAudio()
    page.sdk.setSoundMode('ear')
    expect([microphone(), page.tag('live-player')?.['sound-mode']]).toEqual([false, 'ear'])
    page.sdk.unmuteAudio()
    page.sdk.setSoundMode('speaker')
    expect([microphone(), page.tag('live-player')?.['sound-mode']]).toEqual([true, 'speaker'])
  })

  it('hold when they are set before the room is entered', () => {
    page = openPage()
    void page.dial()
    page.sdk.muteAudio()
    page.centre.takesTo('talking')
    expect(microphone()).toBe(false)
    expect(page.sets).toEqual([{ pushUrl: 'room://push', playUrl: 'room://play', enableMic: false }])
  })

  it('do not last into the next call', () => {
    page = openPageIn('talking')
    page.sdk.muteAudio()
    page.sdk.endCall()
    void page.dial()
    page.centre.starts(ROOM)
    expect(microphone()).toBe(true)
  })

  it('do nothing without a call', () => {
    page = openPage()
    page.sdk.muteAudio()
    page.sdk.unmuteAudio()
    page.sdk.setSoundMode('ear')
    page.sdk.endCall()
    expect([page.sets, page.told, page.centre.heard()]).toEqual([[], [], []])
  })
})

describe('setData', () => {
  it('is called twice in a whole call, with the keys that change', () => {
    page = openPageIn('talking')
    page.settles()
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    page.tagTells('live-player', 'statechange', { code: 2004 })
    page.centre.ends()
    expect(page.sets).toEqual([
      { pushUrl: 'room://push', playUrl: 'room://play' },
      { pushUrl: '', playUrl: '' },
    ])
  })

  it('is called once more for each switch, and not for what is already so', () => {
    page = openPageIn('talking')
    const before = page.sets.length
    page.sdk.muteAudio()
    page.sdk.muteAudio()
    page.sdk.setSoundMode('speaker')
    expect(page.sets.slice(before)).toEqual([{ enableMic: false }])
  })
})
