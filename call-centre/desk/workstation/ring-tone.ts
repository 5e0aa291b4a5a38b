/** A soft two-note chime, and whether it would be heard: a browser wants a click on the page before any sound. */
import {
  EMPTY,
  Observable,
  catchError,
  defer,
  distinctUntilChanged,
  fromEvent,
  map,
  merge,
  of,
  switchMap,
  timer,
  ignoreElements,
  tap,
} from 'rxjs'
import { chooseOutput } from '../../media/browser/choose-output'
import type { RingEvent } from './events'

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

export interface Ringing {
  readonly ringing$: Observable<boolean>
  /** The device that rings; '' is the one of the system. */
  readonly deviceId$: Observable<string>
  /** Rings once for each. */
  readonly once$: Observable<unknown>
}

/** Keeps a loudspeaker ready, tells whether it sounds, and rings while `ringing$` is true. Any click turns it on. */
export const ring = ({ ringing$, deviceId$, once$ }: Ringing): Observable<RingEvent> =>
  new Observable((page) => {
    const audio = new AudioContext()
    const resume = (): void => {
      // Refused without a click: `audible$` says so, and the page asks for one.
      audio.resume().catch(() => undefined)
    }
    const audible$ = merge(of(null), fromEvent(audio, 'statechange')).pipe(
      map(() => audio.state === 'running'),
      distinctUntilChanged(),
      map((audible): RingEvent => ({ type: 'ring/audible', audible })),
    )
    const sounding$ = ringing$.pipe(
      switchMap((ringing) => (ringing ? timer(0, EVERY_MS) : of(null))),
      tap((struck) => {
        if (struck === null) return
        if (audio.state === 'running') strike(audio)
        else resume()
      }),
    )
    const device$ = deviceId$.pipe(switchMap((deviceId) => chooseOutput(audio, deviceId)))
    const tried$ = once$.pipe(
      // Refused: `audible$` says so.
      switchMap(() => defer(() => audio.resume()).pipe(catchError(() => EMPTY))),
      tap(() => {
        strike(audio)
      }),
    )
    const clicks$ = merge(fromEvent(document, 'click'), fromEvent(document, 'keydown')).pipe(tap(resume))
    const running = merge(audible$, merge(sounding$, clicks$, device$, tried$).pipe(ignoreElements())).subscribe(page)
    return () => {
      running.unsubscribe()
      void audio.close()
    }
  })
