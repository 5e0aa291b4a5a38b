/** What the workstation's state sets going and stops again: the socket, the voice, the loudspeaker, the ring tone. */
import type { Observable } from 'rxjs'
import type { Room } from 'tccc-wx-sdk/call'
import { EMPTY, distinctUntilChanged, map, merge, switchMap } from 'rxjs'
import type { SeatCommand, SeatNotice } from '../../seat-messages'
import { socketAt } from '../shared/address'
import { pageLink } from '../shared/page-link'
import { loudspeaker } from './loudspeaker'
import { ringTone$ } from './ring-tone'
import type { TalkingCall, Workstation, WorkstationEvent } from './state'
import { talk } from './talk'

export interface EffectOptions {
  /** What goes to the centre. */
  readonly command$: Observable<SeatCommand>
  /** Whether the browser improves the microphone's sound. */
  readonly processed: boolean
}

const conversation = ({ call }: Workstation): TalkingCall | null => (call?.phase === 'talking' ? call : null)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** All that happens to the workstation but for clicks. Each part lives exactly as long as the state asks for it. */
export function effects(
  state$: Observable<Workstation>,
  { command$, processed }: EffectOptions,
): Observable<WorkstationEvent> {
  function whenChanged<Value>(pick: (state: Workstation) => Value): Observable<Value> {
    return state$.pipe(map(pick), distinctUntilChanged())
  }
  const held$ = whenChanged((state) => conversation(state)?.held === true)
  const quiet$ = whenChanged((state) => conversation(state)?.held === true || conversation(state)?.muted === true)
  const seen$ = whenChanged((state) => conversation(state)?.shown === true && conversation(state)?.held === false)

  const line$ = whenChanged(({ who }) => who).pipe(
    switchMap((who) => (who ? pageLink<SeatNotice, SeatCommand>(socketAt('/seat'), command$) : EMPTY)),
  )
  const voice$ = state$.pipe(
    map((state) => conversation(state)?.room ?? null),
    distinctUntilChanged<Room | null>(isSame),
    switchMap((room) => (room ? talk(room, { url: socketAt('/room'), processed, quiet$, seen$ }) : EMPTY)),
  )
  const hearing$ = whenChanged((state) => conversation(state)?.stream).pipe(
    switchMap((stream) => (stream ? loudspeaker(stream, held$) : EMPTY)),
  )
  const ringing$ = whenChanged(({ call }) => call?.phase === 'ringing' && !call.silenced && !call.answering).pipe(
    switchMap((ringing) => (ringing ? ringTone$ : EMPTY)),
  )
  return merge(line$, voice$, hearing$, ringing$)
}
