/** The voice of one conversation, joined as long as somebody subscribes. */
import type { Room } from 'tccc-wx-sdk/call'
import type { RoomListener } from '../../../room/join-room'
import { joinRoom } from '../../../room/join-room'
import { Observable } from 'rxjs'
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
  remoteStream: (_userId, stream) => tell({ type: 'voice/customer', voice: 'flowing', stream }),
  peerLeft: () => tell({ type: 'voice/customer', voice: 'lost' }),
  lost: () => tell({ type: 'voice/customer', voice: 'lost' }),
  refused: () => tell({ type: 'voice/customer', voice: 'refused' }),
})

/** Joins the room at once and adds the microphone when it opens, so that its question never delays the customer. */
export const talk = (room: Room, { url, processed, quiet$ }: TalkOptions): Observable<VoiceEvent> =>
  new Observable((page) => {
    if (room.kind !== 'trtc') {
      page.next({ type: 'voice/customer', voice: 'refused' })
      return undefined
    }
    const { roomId, userId, userSig } = room
    const joined = joinRoom(
      { url, roomId, userId, userSig, localStream: null },
      listener((event) => page.next(event)),
    )
    const speaking = microphone(processed).subscribe((event) => {
      if (event.microphone === 'ready') {
        speaking.add(
          quiet$.subscribe((quiet) => event.stream.getAudioTracks().forEach((track) => (track.enabled = !quiet))),
        )
        joined
          .setLocalStream(event.stream)
          .catch(() => page.next({ type: 'voice/microphone', microphone: 'unavailable' }))
      }
      page.next({ type: 'voice/microphone', microphone: event.microphone })
    })
    return () => {
      speaking.unsubscribe()
      joined.leave()
    }
  })
