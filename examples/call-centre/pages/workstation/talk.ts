/** The voice of one conversation, joined as long as somebody subscribes. */
import type { Room } from 'tccc-wx-sdk/call'
import type { JoinedRoom, RoomListener } from '../../../room/join-room'
import { joinRoom } from '../../../room/join-room'
import { Observable, catchError, from, ignoreElements, map, merge, of, switchMap, tap } from 'rxjs'
import { microphone } from './microphone'
import type { VoiceEvent } from './state'

export interface TalkOptions {
  /** Address of the media room's socket. */
  readonly url: string
  /** Echo cancellation, noise suppression and gain control. */
  readonly processed: boolean
  /** True while the customer must not hear this seat. */
  readonly quiet$: Observable<boolean>
}

const listener = (tell: (event: VoiceEvent) => void): RoomListener => ({
  remoteStream(_userId, stream) {
    tell({ type: 'voice/customer', voice: 'flowing', stream })
  },
  peerLeft() {
    tell({ type: 'voice/customer', voice: 'lost', stream: null })
  },
  lost() {
    tell({ type: 'voice/customer', voice: 'lost' })
  },
  refused() {
    tell({ type: 'voice/customer', voice: 'refused', stream: null })
  },
})

/** Sends the microphone into the room, silent while `quiet$` says so. */
function speak(joined: JoinedRoom, stream: MediaStream, quiet$: Observable<boolean>): Observable<VoiceEvent> {
  const quieting$ = quiet$.pipe(
    tap((quiet) => {
      for (const track of stream.getAudioTracks()) track.enabled = !quiet
    }),
    ignoreElements(),
  )
  const sending$ = from(joined.setLocalStream(stream)).pipe(
    map((): VoiceEvent => ({ type: 'voice/microphone', microphone: 'ready' })),
    catchError(() => of<VoiceEvent>({ type: 'voice/microphone', microphone: 'unavailable' })),
  )
  return merge(quieting$, sending$)
}

/** Joins the room at once and adds the microphone when it opens, so that its question never delays the customer. */
export function talk(room: Room, { url, processed, quiet$ }: TalkOptions): Observable<VoiceEvent> {
  if (room.kind !== 'trtc') return of({ type: 'voice/customer', voice: 'refused' })
  const { roomId, userId, userSig } = room
  return new Observable((page) => {
    const tell = (event: VoiceEvent): void => {
      page.next(event)
    }
    const joined = joinRoom({ url, roomId, userId, userSig, localStream: null }, listener(tell))
    const speaking = microphone(processed)
      .pipe(
        switchMap((event) =>
          event.microphone === 'ready'
            ? speak(joined, event.stream, quiet$)
            : of<VoiceEvent>({ type: 'voice/microphone', microphone: event.microphone }),
        ),
      )
      .subscribe(page)
    return () => {
      speaking.unsubscribe()
      joined.leave()
    }
  })
}
