/** Plays the customer's voice, as long as somebody subscribes. */
import { Observable, distinctUntilChanged, from, map, merge, switchMap, tap, ignoreElements } from 'rxjs'
import { chooseOutput } from '../../browser/choose-output'
import type { RoomEvent, RoomWishes } from '../../browser/room'

const isRefusal = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotAllowedError'

/** Mute, volume and device of the player, as they are wished for. */
const obeying = (player: HTMLMediaElement, { silent$, output$ }: Pick<RoomWishes, 'silent$' | 'output$'>) =>
  merge(
    silent$.pipe(
      tap((silent) => {
        player.muted = silent
      }),
      ignoreElements(),
    ),
    output$.pipe(
      tap(({ volume }) => {
        player.volume = volume
      }),
      map(({ deviceId }) => deviceId),
      distinctUntilChanged(),
      switchMap((deviceId) => from(chooseOutput(player, deviceId))),
      map((plays): RoomEvent => ({ type: 'voice/output', output: plays ? 'ready' : 'unavailable' })),
    ),
  )

/** Says when the browser wants a click first. */
export function loudspeaker(
  stream: MediaStream,
  wishes: Pick<RoomWishes, 'silent$' | 'output$'>,
): Observable<RoomEvent> {
  return new Observable<RoomEvent>((desk) => {
    const player = new Audio()
    player.srcObject = stream
    const running = obeying(player, wishes).subscribe((event) => {
      desk.next(event)
    })
    const play = (): void => {
      player.play().then(
        () => {
          desk.next({ type: 'voice/blocked', blocked: false })
        },
        (error: unknown) => {
          if (isRefusal(error)) desk.next({ type: 'voice/blocked', blocked: true })
        },
      )
    }
    play()
    document.addEventListener('click', play)
    return () => {
      document.removeEventListener('click', play)
      running.unsubscribe()
      player.pause()
      player.srcObject = null
    }
  })
}
