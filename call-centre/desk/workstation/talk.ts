/** Voice and picture of one conversation, joined as long as somebody subscribes. */
import {
  EMPTY,
  type Observable,
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
import { joinRoom } from '../../media/browser/join-room'
import type { SeatRoom } from '../../media/media-plane'
import type { Output } from '../../media/browser/room'
import type { Captured } from './microphone'
import { camera$ } from './microphone'
import { nothingSaid, withBeside } from './mix'
import type { VoiceEvent } from './events'

export interface TalkOptions {
  /** Address of the media room's socket. */
  readonly url: string
  /** The agent's microphone, open while somebody subscribes. */
  readonly microphone$: Observable<Captured>
  readonly output$: Observable<Output>
  /** True while the customer must not hear this seat. */
  readonly quiet$: Observable<boolean>
  /** True while this seat must not hear the customer. */
  readonly silent$: Observable<boolean>
  /** True while the customer is to see this seat. */
  readonly seen$: Observable<boolean>
  /** What else is sent into the room; null: nothing. */
  readonly beside$: Observable<MediaStream | null>
}

const streamOf = (captured: Captured | null): MediaStream | null =>
  captured?.state === 'ready' ? captured.stream : null

const tracksOf = (stream: MediaStream | null): readonly MediaStreamTrack[] => stream?.getTracks() ?? []

/** Silences what the microphone gives while `quiet$` says so, whatever the room does. */
const quieting = (voice$: Observable<Captured>, quiet$: Observable<boolean>): Observable<never> =>
  combineLatest([voice$, quiet$]).pipe(
    tap(([voice, quiet]) => {
      for (const track of tracksOf(streamOf(voice))) track.enabled = !quiet
    }),
    ignoreElements(),
  )

/** What microphone and camera give, in one stream; a new one only when a track is another. */
const together = (captured$: Observable<readonly (Captured | null)[]>): Observable<MediaStream | null> =>
  captured$.pipe(
    map((captured) => captured.flatMap((each) => tracksOf(streamOf(each)))),
    distinctUntilChanged(
      (some, others) => some.length === others.length && some.every((each) => others.includes(each)),
    ),
    map((tracks) => (tracks.length === 0 ? null : new MediaStream(tracks))),
  )

/** Joins the room at once and adds the microphone when it opens, so that its question never delays the customer. */
export function talk(room: SeatRoom, options: TalkOptions): Observable<VoiceEvent> {
  const { url, microphone$, quiet$, silent$, seen$, output$, beside$ } = options
  const voice$ = microphone$.pipe(shareReplay({ bufferSize: 1, refCount: true }))
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
  const stream$ = withBeside(together(combineLatest([voice$, picture$])), beside$)
  const wishes = { stream$, quiet$: nothingSaid(quiet$, beside$), silent$, output$ }
  return merge(joinRoom(room, wishes, url), quieting(voice$, quiet$), told$)
}
