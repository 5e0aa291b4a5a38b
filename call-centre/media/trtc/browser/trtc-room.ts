/** The desk in a room of Tencent's, by the vendor's web SDK. */
import {
  EMPTY,
  type Observable,
  catchError,
  combineLatest,
  concatMap,
  defer,
  distinctUntilChanged,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  of,
  share,
  skipWhile,
  switchMap,
  tap,
} from 'rxjs'
import type { RoomEvent, RoomWishes } from '../../browser/room'
import type { TrtcSeatRoom } from '../../media-plane'
import { faultOf } from './trtc-faults'
import { refused, roomEvents } from './trtc-events'
import type { TrtcClient, TrtcSdk } from './trtc-sdk'

const unsent = { type: 'voice/microphone', microphone: 'unavailable' } as const satisfies RoomEvent
const unseen = { type: 'voice/camera', camera: 'unavailable', stream: null } as const satisfies RoomEvent

/** A wish that fails is told, and does not end the room: the next one is tried all the same. */
const attempt = (act: () => Promise<void>, failed$: Observable<RoomEvent>): Observable<RoomEvent> =>
  defer(act).pipe(
    ignoreElements(),
    catchError((error: unknown) => (faultOf(error) === null ? EMPTY : failed$)),
  )

/** What the agent says: the page's own microphone, so that its choice is the same on every plane. */
const speaking = (client: TrtcClient, { stream$, quiet$ }: RoomWishes): Observable<RoomEvent> => {
  const track$ = stream$.pipe(map((stream) => stream?.getAudioTracks()[0] ?? null))
  return combineLatest({ track: track$, mute: quiet$.pipe(distinctUntilChanged()) }).pipe(
    skipWhile(({ track }) => track === null),
    concatMap(({ track, mute }, index) => {
      const wish = track === null ? { mute: true } : { publish: true, mute, option: { audioTrack: track } }
      const start = () => client.startLocalAudio(wish)
      return attempt(index === 0 ? start : () => client.updateLocalAudio(wish).catch(start), of(unsent))
    }),
  )
}

/** The agent's picture, only while there is one. */
const showing = (client: TrtcClient, { stream$ }: RoomWishes): Observable<RoomEvent> =>
  stream$.pipe(
    map((stream) => stream?.getVideoTracks()[0] ?? null),
    distinctUntilChanged(),
    skipWhile((track) => track === null),
    concatMap((track) => {
      const wish = { view: null, publish: true, option: track === null ? {} : { videoTrack: track } }
      return attempt(() => (track === null ? client.stopLocalVideo() : client.startLocalVideo(wish)), of(unseen))
    }),
  )

/** On hold the customer is not heard. One who is heard all the same is heard by the agent alone. */
const hearing = (client: TrtcClient, { silent$ }: RoomWishes): Observable<RoomEvent> =>
  silent$.pipe(
    distinctUntilChanged(),
    skipWhile((silent) => !silent),
    concatMap((silent) => attempt(() => client.muteRemoteAudio('*', silent), EMPTY)),
  )

const FULL_VOLUME = 100

/** The SDK forgets the volume of a customer who was not there yet, so it is said again with each voice. */
const loudness = (client: TrtcClient, { output$ }: RoomWishes, voice$: Observable<unknown>): Observable<never> =>
  combineLatest([output$.pipe(map(({ volume }) => volume)), voice$]).pipe(
    tap(([volume]) => {
      client.setRemoteAudioVolume('*', Math.round(volume * FULL_VOLUME))
    }),
    ignoreElements(),
  )

/** The SDK plays through the device of the system until it is told of another one. */
const sounding = (sdk: TrtcSdk, { output$ }: RoomWishes): Observable<RoomEvent> =>
  output$.pipe(
    map(({ deviceId }) => deviceId),
    distinctUntilChanged(),
    skipWhile((deviceId) => deviceId === ''),
    concatMap((deviceId) =>
      defer(() => sdk.setCurrentSpeaker(deviceId || 'default')).pipe(
        map((): RoomEvent => ({ type: 'voice/output', output: 'ready' })),
        catchError(() => of<RoomEvent>({ type: 'voice/output', output: 'unavailable' })),
      ),
    ),
  )

const obeying = (client: TrtcClient, wishes: RoomWishes): Observable<RoomEvent> =>
  merge(speaking(client, wishes), showing(client, wishes), hearing(client, wishes))

/** The SDK keeps microphone and camera open when a room is left, until it is told. */
const leave = async (client: TrtcClient): Promise<void> => {
  const steps = [client.exitRoom(), client.stopLocalAudio(), client.stopLocalVideo()]
  await Promise.allSettled(steps)
  client.destroy()
}

const visit = (sdk: TrtcSdk, room: TrtcSeatRoom, wishes: RoomWishes): Observable<RoomEvent> =>
  defer(() => {
    const client = sdk.create({ enableAutoPlayDialog: false })
    const { sdkAppId, roomId: strRoomId, userId, userSig, privateMapKey } = room
    const entered$ = defer(() => client.enterRoom({ sdkAppId, strRoomId, userId, userSig, privateMapKey }))
    const event$ = roomEvents(sdk, client).pipe(share())
    const voice$ = event$.pipe(filter((event) => event.type === 'voice/customer' && event.voice === 'flowing'))
    return merge(
      loudness(client, wishes, voice$),
      sounding(sdk, wishes),
      event$,
      entered$.pipe(switchMap(() => obeying(client, wishes))),
    ).pipe(finalize(() => void leave(client)))
  })

/** `sdk$` gives the SDK once, or fails when it does not load. */
export const joinTrtcRoom = (
  sdk$: Observable<TrtcSdk>,
  room: TrtcSeatRoom,
  wishes: RoomWishes,
): Observable<RoomEvent> =>
  sdk$.pipe(
    map((sdk) => visit(sdk, room, wishes)),
    catchError(() => of(of(refused('notLoaded')))),
    switchMap((event$) => event$),
    catchError((error: unknown) => {
      const fault = faultOf(error)
      return fault === null ? EMPTY : of(refused(fault))
    }),
  )
