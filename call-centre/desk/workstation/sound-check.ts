/** Before the shift: the agent speaks, sees the level, and hears what was said a moment later. */
import { EMPTY, Observable, merge, of, switchMap } from 'rxjs'
import type { Output, RoomEvent } from '../../media/browser/room'
import { loudspeaker } from '../../media/webrtc/browser/loudspeaker'
import type { Captured } from './microphone'
import type { SoundEvent } from './sound'

const EVERY_MS = 100
/** Long enough not to be taken for one's own voice in the head. */
const ECHO_AFTER_S = 1
/** What is below this is nothing: the noise of a quiet room. */
const FLOOR_DB = -60

/** From 0, the quiet of a room, to 1, as loud as it can be. */
export const levelOf = (wave: Float32Array): number => {
  const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length
  const db = 10 * Math.log10(power)
  return Math.min(1, Math.max(0, 1 - db / FLOOR_DB))
}

const echo = (stream: MediaStream, output$: Observable<Output>): Observable<SoundEvent | RoomEvent> =>
  new Observable((page) => {
    const context = new AudioContext()
    const source = context.createMediaStreamSource(stream)
    const analyser = new AnalyserNode(context)
    const delay = new DelayNode(context, { delayTime: ECHO_AFTER_S, maxDelayTime: ECHO_AFTER_S })
    const later = new MediaStreamAudioDestinationNode(context)
    source.connect(analyser)
    source.connect(delay).connect(later)
    const wave = new Float32Array(analyser.fftSize)
    const measuring = setInterval(() => {
      analyser.getFloatTimeDomainData(wave)
      page.next({ type: 'sound/level', level: levelOf(wave) })
    }, EVERY_MS)
    const playing = loudspeaker(later.stream, { silent$: of(false), output$ }).subscribe(page)
    return () => {
      clearInterval(measuring)
      playing.unsubscribe()
      void context.close()
    }
  })

/** On as long as somebody subscribes. */
export const soundCheck = (
  microphone$: Observable<Captured>,
  output$: Observable<Output>,
): Observable<SoundEvent | RoomEvent> =>
  microphone$.pipe(
    switchMap((captured) =>
      merge(
        of<SoundEvent>({ type: 'sound/microphone', microphone: captured.state }),
        captured.state === 'ready' ? echo(captured.stream, output$) : EMPTY,
      ),
    ),
  )
