/** What the state sets going of all that sounds: the voices of a talk, the ring, the check before the shift. */
import { EMPTY, type Observable, filter, of, switchMap } from 'rxjs'
import type { SeatRoom } from '../../media/media-plane'
import { socketAt } from '../shared/page'
import { microphone } from './microphone'
import { ring } from './ring-tone'
import { microphoneOf, outputOf, ringerOf, type SoundEvent } from './sound'
import { soundCheck } from './sound-check'
import { soundDevices } from './sound-devices'
import { conversation, type Workstation, type WorkstationEvent } from './state'
import { talk } from './talk'
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
  const microphone$ = microphone(processed, deviceId$, again$)
  const output$ = whenChanged(state$, ({ sound }) => outputOf(sound), isSame)
  const silent$ = whenChanged(state$, (state) => conversation(state)?.held === true)
  const quiet$ = whenChanged(
    state$,
    (state) => conversation(state)?.held === true || conversation(state)?.muted === true,
  )
  const seen$ = whenChanged(
    state$,
    (state) => conversation(state)?.shown === true && conversation(state)?.held === false,
  )
  const voice$ = whenChanged<SeatRoom | null>(state$, (state) => conversation(state)?.room ?? null, isSame).pipe(
    switchMap((room) =>
      room ? talk(room, { url: socketAt('/room'), microphone$, output$, quiet$, silent$, seen$ }) : EMPTY,
    ),
  )
  // A call takes the microphone, and nobody asked for the check to go on after it.
  const check$ = whenChanged(state$, ({ sound, call }) => sound.check !== null && call === null).pipe(
    switchMap((checks) => (checks ? soundCheck(microphone$, output$) : of<SoundEvent>({ type: 'sound/checkOver' }))),
  )
  return [voice$, ringing(state$, event$), check$, soundDevices(event$.pipe(filter(hasOpened)))]
}
