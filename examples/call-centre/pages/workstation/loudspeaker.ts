/** Plays the customer's voice, as long as somebody subscribes. */
import { Observable } from 'rxjs'

/** Never emits. `silent$` is true while the agent must not hear the customer. */
export function loudspeaker(stream: MediaStream, silent$: Observable<boolean>): Observable<never> {
  return new Observable<never>(() => {
    const player = new Audio()
    player.srcObject = stream
    const muting = silent$.subscribe((silent) => {
      player.muted = silent
    })
    // The browser may want a click first; the answer was one, and after a reload the next click on the page is.
    const play = (): void => {
      player.play().catch(() => undefined)
    }
    play()
    document.addEventListener('click', play)
    return () => {
      document.removeEventListener('click', play)
      muting.unsubscribe()
      player.pause()
      player.srcObject = null
    }
  })
}
