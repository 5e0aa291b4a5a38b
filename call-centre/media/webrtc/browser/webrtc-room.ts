/** The desk in a room of the plane `webrtc`. */
import {
  Observable,
  Subject,
  catchError,
  defer,
  distinctUntilChanged,
  from,
  ignoreElements,
  map,
  merge,
  of,
  switchMap,
} from 'rxjs'
import type { RoomEvent, RoomFault, RoomWishes } from '../../browser/room'
import type { WebrtcSeatRoom } from '../../media-plane'
import { joinRoom, type Missing, type RoomListener } from './join-room'
import { lineQuality } from './line-quality'
import { loudspeaker } from './loudspeaker'

const faults: Readonly<Record<Missing, { readonly fault?: RoomFault }>> = {
  room: {},
  way: { fault: 'firewall' },
  connection: { fault: 'broken' },
}

const lost = (what: Missing) => ({ type: 'voice/customer', voice: 'lost', ...faults[what] }) as const

const listener = (tell: (event: RoomEvent) => void, hears: (stream: MediaStream | null) => void): RoomListener => ({
  remoteStream(_userId, stream) {
    hears(stream)
    tell({ type: 'voice/customer', voice: 'flowing', stream })
  },
  remoteVideo(_userId, track) {
    tell({ type: 'voice/picture', stream: track && new MediaStream([track]) })
  },
  peerLeft(_userId, what) {
    hears(null)
    tell({ ...lost(what), stream: null })
    tell({ type: 'voice/picture', stream: null })
  },
  interrupted() {
    tell(lost('room'))
  },
  lost(what) {
    tell(lost(what))
  },
  refused() {
    hears(null)
    tell({ type: 'voice/customer', voice: 'refused', fault: 'key', stream: null })
  },
})

/** `url` is that of the room's socket. */
export const joinWebrtcRoom = (url: string, room: WebrtcSeatRoom, wishes: RoomWishes) =>
  new Observable<RoomEvent>((desk) => {
    const heard$ = new Subject<MediaStream | null>()
    const quality$ = defer(() => lineQuality(() => joined.stats())).pipe(
      map((quality): RoomEvent => ({ type: 'voice/quality', quality })),
    )
    const unheard$ = of<RoomEvent>({ type: 'voice/quality', quality: 'unknown' })
    const playing$ = heard$.pipe(
      distinctUntilChanged(),
      switchMap((stream) => (stream ? merge(loudspeaker(stream, wishes), quality$) : unheard$)),
    )
    const { roomId, userId, userSig } = room
    const tell = (event: RoomEvent): void => {
      desk.next(event)
    }
    // Before the room is entered, or its first voice would be missed.
    const living = playing$.subscribe(desk)
    const joined = joinRoom(
      { url, roomId, userId, userSig, localStream: null },
      listener(tell, (stream) => {
        heard$.next(stream)
      }),
    )
    const sending$ = wishes.stream$.pipe(
      switchMap((stream) =>
        from(joined.setLocalStream(stream)).pipe(
          ignoreElements(),
          catchError(() => of<RoomEvent>({ type: 'voice/microphone', microphone: 'unavailable' })),
        ),
      ),
    )
    living.add(sending$.subscribe(desk))
    return () => {
      living.unsubscribe()
      joined.leave()
    }
  })
