/** The address that a phone enters a TRTC room by: as the vendor's own package makes it of the same room. */
import fc from 'fast-check'
import type { MediaKind, Room } from 'tccc-wx-sdk/call'
import { pushAddress } from '../../../lib/call/media-wish'
import { createSign } from '../../media/trtc/signatures'
import { createTrtcPlane } from '../../media/trtc/trtc-plane'

interface Entered {
  readonly sdkAppID: number
  readonly strRoomID: string
  readonly userID: string
  readonly userSig: string
  readonly privateMapKey?: string | undefined
  readonly pureAudioMode?: number
}

interface VendorSdk {
  createPusher(options: object): unknown
  enterRoom(room: Entered): { readonly url: string }
}

const vendorAddress = (room: Extract<Room, { kind: 'trtc' }>, media: MediaKind): string => {
  const Sdk = jest.requireActual<new (page: object, options: object) => VendorSdk>('trtc-wx-sdk')
  const sdk = new Sdk({}, { env: 'test' })
  sdk.createPusher({})
  const { sdkAppId: sdkAppID, roomId: strRoomID, userId: userID, userSig, privateMapKey } = room
  const soundOnly = media === 'audio' ? { pureAudioMode: 1 } : {}
  return sdk.enterRoom({ sdkAppID, strRoomID, userID, userSig, privateMapKey, ...soundOnly }).url
}

const read = (address: string) => new Map(new URL(address).searchParams)

/** What that package says beside it: defaults, and which of the vendor's demos it is part of. */
const besides = ['enableBlackStream', 'streamid', 'userdefinerecordid', 'recvmode', 'enableinfiniteanchor', 'component']

beforeEach(() => {
  for (const word of ['log', 'info', 'error'] as const) jest.spyOn(console, word).mockImplementation()
  Object.assign(globalThis, {
    wx: { getStorageSync: () => '', createLivePusherContext: () => ({}) },
    getApp: () => ({}),
  })
})

afterEach(() => {
  jest.restoreAllMocks()
  for (const name of ['wx', 'getApp']) Reflect.deleteProperty(globalThis, name)
})

it('has the same parameters with the same values, for each room that the plane gives out', () => {
  const roomId = fc.stringMatching(/^[\w-]{1,64}$/)
  const appId = fc.integer({ min: 1, max: 2 ** 32 - 1 })
  const media = fc.constantFrom('audio', 'video')
  fc.assert(
    fc.property(appId, roomId, fc.string({ unit: 'grapheme' }), media, (sdkAppId, room, userId, kind) => {
      const sign = createSign(sdkAppId, 'key', 300_000)
      const plane = createTrtcPlane({ sdkAppId, sign, farewells: undefined })
      const given = plane.customerRoom({ roomId: room, userId, media: kind, servings: [] })
      if (given.kind !== 'trtc') throw new Error('no room of TRTC')
      const [ours, theirs] = [read(pushAddress(given, kind)), read(vendorAddress(given, kind))]
      for (const name of kind === 'audio' ? besides : [...besides, 'pureaudiomode']) theirs.delete(name)
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs))
    }),
  )
})
