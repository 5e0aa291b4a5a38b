/** The voices of a talk, in the call's own room and in that of the two seats; who hears whom goes by the state. */
import { EMPTY, type Observable, filter, map, of, switchMap } from 'rxjs'
import type { SeatRoom } from '../../media/media-plane'
import { socketAt } from '../shared/page'
import { isAsked, isTogether, isWithColleague, isWithCustomer } from './consult'
import { copyOf } from './microphone'
import type { VoiceEvent, WorkstationEvent } from './events'
import { conversation, type TalkingCall, type Workstation } from './state'
import { talk, type TalkOptions } from './talk'
import { isSame, whenChanged } from './when-changed'

/** A part of the talk; `none` while there is no talk. */
const ofTalk = <Value, None>(
  state$: Observable<Workstation>,
  pick: (call: TalkingCall) => Value,
  none: None,
  same?: (a: Value | None, b: Value | None) => boolean,
): Observable<Value | None> =>
  whenChanged(
    state$,
    (state): Value | None => {
      const call = conversation(state)
      return call === null ? none : pick(call)
    },
    same,
  )

type Room = (call: TalkingCall) => SeatRoom | null

const inRoom = (state$: Observable<Workstation>, pick: Room, options: TalkOptions): Observable<VoiceEvent> =>
  ofTalk(state$, pick, null, isSame).pipe(switchMap((room) => (room ? talk(room, options) : EMPTY)))

/** Each for itself. */
export const voices = (
  state$: Observable<Workstation>,
  { microphone$, output$ }: Pick<TalkOptions, 'microphone$' | 'output$'>,
): readonly Observable<WorkstationEvent>[] => {
  const url = socketAt('/room')
  const is = (ask: (call: TalkingCall) => boolean) => ofTalk(state$, ask, false)
  const beside = (of: (call: TalkingCall) => MediaStream | null) =>
    ofTalk(state$, (call) => (isTogether(call) ? of(call) : null), null)
  const own$ = inRoom(state$, ({ room }) => room, {
    ...{ url, microphone$, output$ },
    quiet$: is((call) => call.muted || !isWithCustomer(call)),
    silent$: is((call) => !isWithCustomer(call)),
    seen$: is((call) => call.shown && isWithCustomer(call) && !isAsked(call)),
    beside$: beside(({ consult }) => consult?.stream ?? null),
  })
  const aside$ = inRoom(state$, ({ consult }) => consult?.room ?? null, {
    ...{ url, microphone$: copyOf(microphone$), output$ },
    quiet$: is((call) => call.muted || !isWithColleague(call)),
    silent$: is((call) => !isWithColleague(call)),
    seen$: of(false),
    beside$: beside(({ stream }) => stream),
  })
  return [
    own$,
    aside$.pipe(
      filter((event) => event.type === 'voice/customer'),
      map((event) => ({ ...event, type: 'voice/colleague' as const })),
    ),
  ]
}
