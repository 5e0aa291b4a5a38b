/**
 * Three together, on any plane: the seat that asks sends each of the other two its own voice and that of the other one. So
 * the customer's phone hears one voice, as always, and the two rooms stay apart.
 */
import { Observable, combineLatest, distinctUntilChanged, map, of, switchMap } from 'rxjs'

const hasSound = (stream: MediaStream | null): stream is MediaStream => (stream?.getAudioTracks().length ?? 0) > 0

/** One stream of both, as long as somebody subscribes; the picture is that of the first. */
const mix = (own: MediaStream | null, beside: MediaStream): Observable<MediaStream> =>
  new Observable((room) => {
    const context = new AudioContext()
    const both = context.createMediaStreamDestination()
    for (const stream of [own, beside].filter(hasSound)) context.createMediaStreamSource(stream).connect(both)
    room.next(new MediaStream([...both.stream.getAudioTracks(), ...(own?.getVideoTracks() ?? [])]))
    const wake = (): void => void context.resume()
    // A page that was loaded again may have to wait for a click.
    wake()
    document.addEventListener('click', wake)
    return () => {
      document.removeEventListener('click', wake)
      void context.close()
    }
  })

/** What is said here, and with it what comes from beside; null: nothing does. */
export const withBeside = (
  own$: Observable<MediaStream | null>,
  beside$: Observable<MediaStream | null>,
): Observable<MediaStream | null> =>
  combineLatest([own$, beside$]).pipe(switchMap(([own, beside]) => (beside === null ? of(own) : mix(own, beside))))

/** Whether nothing at all is to be sent: a muted agent passes on what comes from beside. */
export const nothingSaid = (
  quiet$: Observable<boolean>,
  beside$: Observable<MediaStream | null>,
): Observable<boolean> =>
  combineLatest([quiet$, beside$]).pipe(
    map(([quiet, beside]) => quiet && beside === null),
    distinctUntilChanged(),
  )
