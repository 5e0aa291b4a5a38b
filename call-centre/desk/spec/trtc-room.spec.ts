/** @jest-environment jsdom */
import type { NetworkQuality } from 'trtc-sdk-v5'
import { BehaviorSubject, NEVER, of, type Subscription, throwError } from 'rxjs'
import type { Output, RoomEvent } from '../../media/browser/room'
import { joinTrtcRoom } from '../../media/trtc/browser/trtc-room'
import { FakeTrtc, track } from './fake-trtc'

const room = {
  plane: 'trtc',
  ...{ sdkAppId: 1_400_000_000, roomId: 'room' },
  ...{ userId: 'seat', userSig: 'sig', privateMapKey: 'key' },
} as const

/** As much of a stream as is asked for. */
class Stream {
  constructor(private readonly tracks: readonly MediaStreamTrack[]) {}
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio')
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video')
}

const streamOf = (...tracks: readonly MediaStreamTrack[]) => new Stream(tracks) as never as MediaStream

/** An error of the SDK, as far as it is read. */
const failure = (codes: { readonly code?: number; readonly extraCode?: number }): Error =>
  Object.assign(new Error('the SDK says so'), codes)

/** Whatever was promised has happened. */
const settled = () => new Promise((later) => setTimeout(later, 0))

let sdk: FakeTrtc
let told: RoomEvent[]
let visit: Subscription
let wishes: {
  stream$: BehaviorSubject<MediaStream | null>
  quiet$: BehaviorSubject<boolean>
  silent$: BehaviorSubject<boolean>
  output$: BehaviorSubject<Output>
}

const join = async (sdk$ = of(sdk)) => {
  visit = joinTrtcRoom(sdk$, room, wishes).subscribe((event) => told.push(event))
  await settled()
}

beforeEach(() => {
  Object.assign(globalThis, { MediaStream: Stream })
  sdk = new FakeTrtc()
  told = []
  wishes = {
    stream$: new BehaviorSubject<MediaStream | null>(null),
    quiet$: new BehaviorSubject(false),
    silent$: new BehaviorSubject(false),
    output$: new BehaviorSubject({ deviceId: '', volume: 1 }),
  }
})

afterEach(() => {
  visit.unsubscribe()
  Reflect.deleteProperty(globalThis, 'MediaStream')
})

describe('in a room of TRTC', () => {
  it('the desk enters by its key, and speaks when the microphone is open', async () => {
    await join()
    const { sdkAppId, roomId: strRoomId, userId, userSig, privateMapKey } = room
    expect(sdk.entered).toEqual({ sdkAppId, strRoomId, userId, userSig, privateMapKey })
    expect(sdk.done).toEqual(['create', 'enterRoom'])
    wishes.stream$.next(streamOf(track('headset')))
    await settled()
    expect(sdk.done.slice(2)).toEqual(['startLocalAudio headset'])
  })

  it('mute, another microphone, and one that is gone each change what is sent, one after the other', async () => {
    wishes.stream$.next(streamOf(track('headset')))
    await join()
    wishes.quiet$.next(true)
    wishes.stream$.next(streamOf(track('built-in')))
    wishes.quiet$.next(false)
    wishes.stream$.next(null)
    await settled()
    expect(sdk.done.slice(2)).toEqual([
      'startLocalAudio headset',
      'updateLocalAudio headset muted',
      'updateLocalAudio built-in muted',
      'updateLocalAudio built-in',
      'updateLocalAudio muted',
    ])
  })

  it('who is muted from the start begins muted', async () => {
    wishes.quiet$.next(true)
    wishes.stream$.next(streamOf(track('headset')))
    await join()
    expect(sdk.done.slice(2)).toEqual(['startLocalAudio headset muted'])
  })

  it('on hold nobody is heard, and afterwards everybody', async () => {
    await join()
    wishes.silent$.next(true)
    wishes.silent$.next(false)
    await settled()
    expect(sdk.done.slice(2)).toEqual(['muteRemoteAudio * true', 'muteRemoteAudio * false'])
  })

  it('the customer is as loud as the agent wishes, whenever the customer comes', async () => {
    await join()
    wishes.output$.next({ deviceId: '', volume: 0.4 })
    expect(sdk.done.slice(2)).toEqual([])
    sdk.tells('remote-audio-available', { userId: 'customer' })
    wishes.output$.next({ deviceId: '', volume: 0.55 })
    expect(sdk.done.slice(2)).toEqual(['setRemoteAudioVolume * 40', 'setRemoteAudioVolume * 55'])
  })

  it('the customer is heard through the loudspeaker that is wished for, and it is said when that cannot be', async () => {
    await join()
    sdk.fails.set('setCurrentSpeaker', failure({ code: 5000 }))
    for (const deviceId of ['headset', 'desk', '']) wishes.output$.next({ deviceId, volume: 1 })
    await settled()
    expect(sdk.done.slice(2)).toEqual(['headset', 'desk', 'default'].map((id) => `setCurrentSpeaker ${id}`))
    const outputs = ['unavailable', 'ready', 'ready'].map((output) => ({ type: 'voice/output', output }))
    expect(told).toEqual(outputs)
  })

  it('a picture is sent while there is one', async () => {
    await join()
    wishes.stream$.next(streamOf(track('headset'), track('camera', 'video')))
    await settled()
    wishes.stream$.next(streamOf(track('headset')))
    await settled()
    expect(sdk.done).toContain('startLocalVideo')
    expect(sdk.done).toContain('stopLocalVideo')
  })

  it('the customer is heard and seen, and gone', async () => {
    await join()
    sdk.tells('remote-audio-available', { userId: 'customer' })
    sdk.tells('remote-video-available', { userId: 'customer', streamType: 'main' as never })
    await settled()
    expect(told).toMatchObject([
      { type: 'voice/customer', voice: 'flowing', stream: {} },
      { type: 'voice/picture', stream: {} },
    ])
    sdk.tells('remote-user-exit', { userId: 'customer' })
    expect(told.slice(2)).toEqual([
      { type: 'voice/customer', voice: 'lost', stream: null },
      { type: 'voice/picture', stream: null },
    ])
  })

  it('a line that is lost and comes back is told, and how good it is', async () => {
    await join()
    const state = (prevState: string, now: string) => {
      sdk.tells('connection-state-changed', { prevState: prevState as never, state: now as never })
    }
    state('DISCONNECTED', 'CONNECTING')
    state('CONNECTING', 'CONNECTED')
    expect(told).toEqual([])
    state('CONNECTED', 'RECONNECTING')
    state('RECONNECTING', 'CONNECTED')
    const voices = told.map((event) => event.type === 'voice/customer' && event.voice)
    expect(voices).toEqual(['lost', 'flowing'])
  })

  it.each([
    [0, 0, 'unknown'],
    [1, 2, 'good'],
    [3, 1, 'poor'],
    [1, 4, 'bad'],
    [6, 6, 'bad'],
  ])('the line is as good as its worse direction: %i up, %i down is %s', async (up, down, quality) => {
    await join()
    const rest = { uplinkRTT: 0, uplinkLoss: 0, downlinkRTT: 0, downlinkLoss: 0 }
    const figures: unknown = { ...rest, uplinkNetworkQuality: up, downlinkNetworkQuality: down }
    sdk.tells('network-quality', figures as NetworkQuality)
    expect(told).toEqual([{ type: 'voice/quality', quality }])
  })

  it('a browser that wants a click first gets the next one', async () => {
    await join()
    let played = 0
    const resume = () => {
      played += 1
      return played === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve()
    }
    sdk.tells('autoplay-failed', { userId: 'customer', mediaType: 'audio', resume })
    expect(told).toEqual([{ type: 'voice/blocked', blocked: true }])
    document.body.click()
    await settled()
    expect(told).toHaveLength(1)
    document.body.click()
    await settled()
    expect(told.slice(1)).toEqual([{ type: 'voice/blocked', blocked: false }])
    document.body.click()
    expect(played).toBe(2)
  })

  it.each([
    ['kick', 'elsewhere'],
    ['banned', 'closed'],
    ['room_disband', 'closed'],
    ['room-disband', 'closed'],
  ])('taken out because of %s is said as %s', async (reason, fault) => {
    await join()
    sdk.tells('kicked-out', { reason: reason as never })
    expect(told).toEqual([{ type: 'voice/customer', voice: 'refused', stream: null, fault }])
  })

  it.each([
    [{ code: 5400, extraCode: -100_018 }, 'key'],
    [{ code: 5200 }, 'browser'],
    [{ code: 5500, extraCode: 5501 }, 'firewall'],
    [{ code: 5500, extraCode: 5502 }, 'gone'],
    [{ code: 5000 }, 'unknown'],
    [{}, 'unknown'],
  ])('an entry that fails with %j is said as %s', async (error, fault) => {
    sdk.fails.set('enterRoom', failure(error))
    await join()
    expect(told).toEqual([{ type: 'voice/customer', voice: 'refused', stream: null, fault }])
    expect(sdk.done.at(-1)).toBe('destroy')
  })

  it('a call that was left meanwhile says nothing of the entry that it broke off', async () => {
    sdk.fails.set('enterRoom', failure({ code: 5998 }))
    await join()
    expect(told).toEqual([])
  })

  it('an error of the room later on is said, once its own tries are used up', async () => {
    await join()
    sdk.tells('error', { code: 5500, extraCode: 5502 } as never)
    sdk.tells('error', { code: 5998 } as never)
    expect(told).toEqual([{ type: 'voice/customer', voice: 'refused', stream: null, fault: 'gone' }])
  })

  it('a microphone that cannot be sent is said and tried again, and the customer is heard all the same', async () => {
    sdk.fails.set('startLocalAudio', failure({ code: 5500 }))
    wishes.stream$.next(streamOf(track('headset')))
    await join()
    sdk.fails.set('updateLocalAudio', failure({ code: 5100 }))
    wishes.stream$.next(streamOf(track('built-in')))
    await settled()
    expect(sdk.done.slice(-2)).toEqual(['updateLocalAudio built-in', 'startLocalAudio built-in'])
    sdk.tells('remote-audio-available', { userId: 'customer' })
    expect(told).toMatchObject([{ type: 'voice/microphone', microphone: 'unavailable' }, { voice: 'flowing' }])
    wishes.silent$.next(true)
    await settled()
    expect(sdk.done.at(-1)).toBe('muteRemoteAudio * true')
  })

  it('leaving gives room, microphone and camera back, whatever fails on the way', async () => {
    await join()
    sdk.fails.set('exitRoom', new Error('x'))
    visit.unsubscribe()
    await settled()
    expect(sdk.done.slice(2)).toEqual(['exitRoom', 'stopLocalAudio', 'stopLocalVideo', 'destroy'])
    document.body.click()
    expect(told).toEqual([])
  })

  it('an SDK that does not load is said', async () => {
    await join(throwError(() => new TypeError('Failed to fetch dynamically imported module')))
    expect(told).toEqual([{ type: 'voice/customer', voice: 'refused', stream: null, fault: 'notLoaded' }])
  })

  it('an SDK that is still on its way holds nobody', async () => {
    await join(NEVER)
    visit.unsubscribe()
    expect(sdk.done).toEqual([])
  })
})
