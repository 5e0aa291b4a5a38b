/** What the state sets going of all that sounds: the voices of a talk, the ring, the check before the shift. */
import { EMPTY, type Observable, filter, of, shareReplay, switchMap } from 'rxjs'
import { microphone } from './microphone'
import { ring } from './ring-tone'
import { microphoneOf, outputOf, ringerOf, type SoundEvent } from './sound'
import { soundCheck } from './sound-check'
import { soundDevices } from './sound-devices'
import type { WorkstationEvent } from './events'
import type { Workstation } from './state'
import { voices } from './voices'
import { isSame, whenChanged } from './when-changed'

export interface SoundOptions {
  readonly event$: Observable<WorkstationEvent>
  /** Whether the browser improves the microphone's sound. */
  readonly processed: boolean
}

/** The names of the devices may be read from then on. */
const hasOpened = (event: WorkstationEvent): boolean =>
  (event.type === 'voice/microphone' || event.type === 'sound/microphone') && event.microphone === 'ready'

const ringing = (state$: Observable<Workstation>, event$: Observable<WorkstationEvent>) => {
  const ringing$ = whenChanged(state$, ({ call }) => call?.phase === 'ringing' && !call.silenced && call.said === null)
  const deviceId$ = whenChanged(state$, ({ sound }) => ringerOf(sound))
  const once$ = event$.pipe(filter(({ type }) => type === 'sound/tryRing'))
  return whenChanged(state$, ({ who }) => who !== null).pipe(
    switchMap((seated) => (seated ? ring({ ringing$, deviceId$, once$ }) : EMPTY)),
  )
}

/** Each for itself. */
export function soundEffects(
  state$: Observable<Workstation>,
  { event$, processed }: SoundOptions,
): readonly Observable<WorkstationEvent>[] {
  const again$ = event$.pipe(filter(({ type }) => type === 'click/tryDevices'))
  const deviceId$ = whenChanged(state$, ({ sound }) => microphoneOf(sound))
  // One for all who want it, as a browser may give a device away only once.
  const microphone$ = microphone(processed, deviceId$, again$).pipe(shareReplay({ bufferSize: 1, refCount: true }))
  const output$ = whenChanged(state$, ({ sound }) => outputOf(sound), isSame)
  // A call takes the microphone, and nobody asked for the check to go on after it.
  const check$ = whenChanged(state$, ({ sound, call }) => sound.check !== null && call === null).pipe(
    switchMap((checks) => (checks ? soundCheck(microphone$, output$) : of<SoundEvent>({ type: 'sound/checkOver' }))),
  )
  return [
    ...voices(state$, { microphone$, output$ }),
    ringing(state$, event$),
    check$,
    soundDevices(event$.pipe(filter(hasOpened))),
  ]
}
