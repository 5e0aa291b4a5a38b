/** A soft two-note chime, as long as somebody subscribes. */
import { Observable, timer } from 'rxjs'

const EVERY_MS = 2600
const LOUDNESS = 0.12
const NOTES = [
  { hertz: 659.25, afterS: 0 },
  { hertz: 523.25, afterS: 0.28 },
] as const
const FADE_S = 1.1

const strike = (audio: AudioContext): void => {
  for (const { hertz, afterS } of NOTES) {
    const at = audio.currentTime + afterS
    const loudness = audio.createGain()
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + FADE_S)
    const note = new OscillatorNode(audio, { type: 'sine', frequency: hertz })
    note.connect(loudness).connect(audio.destination)
    note.start(at)
    note.stop(at + FADE_S)
  }
}

/** Never emits. Silent where the browser wants a click on the page before any sound: the page shows the call anyway. */
export const ringTone$: Observable<never> = new Observable<never>(() => {
  const audio = new AudioContext()
  const ringing = timer(0, EVERY_MS).subscribe(() => {
    if (audio.state === 'running') strike(audio)
    else void audio.resume().catch(() => undefined)
  })
  return () => {
    ringing.unsubscribe()
    void audio.close()
  }
})
