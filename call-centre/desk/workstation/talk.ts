/** Voice and picture of one conversation, joined as long as somebody subscribes. */
import type { Room } from 'tccc-wx-sdk/call'
import type { JoinedRoom, RoomListener } from '../../../room/join-room'
import { joinRoom } from '../../../room/join-room'
import {
  EMPTY,
  Observable,
  catchError,
  combineLatest,
  concat,
  distinctUntilChanged,
  filter,
  ignoreElements,
  map,
  merge,
  of,
  shareReplay,
  switchMap,
  tap,
} from 'rxjs'
import type { Captured } from './microphone'
import { camera$, microphone } from './microphone'
import type { VoiceEvent } from './state'

export interface TalkOptions {
  /** Address of the media room's socket. */
  readonly url: string
  /** Echo cancellation, noise suppression and gain control. */
  readonly processed: boolean
  /** True while the customer must not hear this seat. */
  readonly quiet$: Observable<boolean>
  /** True while the customer is to see this seat. */
  readonly seen$: Observable<boolean>
}

const listener = (tell: (event: VoiceEvent) => void): RoomListener => ({
  remoteStream(_userId, stream) {
    tell({ type: 'voice/customer', voice: 'flowing', stream })
  },
  remoteVideo(_userId, track) {
    tell({ type: 'voice/picture', stream: track && new MediaStream([track]) })
  },
  peerLeft() {
    tell({ type: 'voice/customer', voice: 'lost', stream: null })
    tell({ type: 'voice/picture', stream: null })
  },
  lost() {
    tell({ type: 'voice/customer', voice: 'lost' })
  },
  refused() {
    tell({ type: 'voice/customer', voice: 'refused', stream: null })
  },
})

const streamOf = (captured: Captured | null): MediaStream | null =>
  captured?.state === 'ready' ? captured.stream : null

const tracksOf = (stream: MediaStream | null): readonly MediaStreamTrack[] => stream?.getTracks() ?? []

/** Silences what the microphone gives while `quiet$` says so. */
const quieting = (voice$: Observable<Captured>, quiet$: Observable<boolean>): Observable<never> =>
  combineLatest([voice$, quiet$]).pipe(
    tap(([voice, quiet]) => {
      for (const track of tracksOf(streamOf(voice))) track.enabled = !quiet
    }),
    ignoreElements(),
  )

/** Sends what microphone and camera give into the room. */
const sending = (joined: JoinedRoom, captured$: Observable<readonly (Captured | null)[]>): Observable<never> =>
  captured$.pipe(
    map((captured) => captured.flatMap((each) => tracksOf(streamOf(each)))),
    distinctUntilChanged(
      (some, others) => some.length === others.length && some.every((each) => others.includes(each)),
    ),
    switchMap((tracks) => joined.setLocalStream(tracks.length === 0 ? null : new MediaStream(tracks))),
    ignoreElements(),
  )

/** What the agent says and shows, and how that goes. */
function speak(joined: JoinedRoom, { processed, quiet$, seen$ }: TalkOptions): Observable<VoiceEvent> {
  const voice$ = microphone(processed).pipe(shareReplay({ bufferSize: 1, refCount: true }))
  const picture$ = seen$.pipe(
    switchMap((seen) => concat(of(null), seen ? camera$ : EMPTY)),
    shareReplay({ bufferSize: 1, refCount: true }),
  )
  const told$ = merge(
    voice$.pipe(map(({ state }): VoiceEvent => ({ type: 'voice/microphone', microphone: state }))),
    picture$.pipe(
      filter((captured) => captured !== null),
      map((captured): VoiceEvent => ({ type: 'voice/camera', camera: captured.state, stream: streamOf(captured) })),
    ),
  )
  const sent$ = sending(joined, combineLatest([voice$, picture$])).pipe(
    catchError(() => of<VoiceEvent>({ type: 'voice/microphone', microphone: 'unavailable' })),
  )
  return merge(quieting(voice$, quiet$), sent$, told$)
}

/** Joins the room at once and adds the microphone when it opens, so that its question never delays the customer. */
export function talk(room: Room, options: TalkOptions): Observable<VoiceEvent> {
  if (room.kind !== 'trtc') return of({ type: 'voice/customer', voice: 'refused' })
  const { roomId, userId, userSig } = room
  return new Observable((page) => {
    const tell = (event: VoiceEvent): void => {
      page.next(event)
    }
    const joined = joinRoom({ url: options.url, roomId, userId, userSig, localStream: null }, listener(tell))
    const speaking = speak(joined, options).subscribe(page)
    return () => {
      speaking.unsubscribe()
      joined.leave()
    }
  })
}
