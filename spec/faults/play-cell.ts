/** One whole call with one fault in it, through the real SDK, and what is wrong with it. */
import {
  concatMap,
  defer,
  delay,
  EMPTY,
  exhaustMap,
  filter,
  first,
  ignoreElements,
  map,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  reduce,
  skipWhile,
  Subject,
  switchMap,
  take,
  takeUntil,
  takeWhile,
  tap,
  timer,
} from 'rxjs'
import {
  aside,
  type Call,
  createCall,
  createLink,
  type EnvironmentEvent,
  hangUp,
  type MediaEvent,
  sendDigits,
  type Session,
  startCall,
  type Transition,
} from '../../lib/entries/call'
import type { SeatCommand } from '../../call-centre/server/desk-messages'
import type { Cell } from './cells'
import { faultsOf } from './verdict'
import type { Picture, World } from './world'

const ANSWER_AFTER_MS = 20
/** In the fresh room: long enough for a heartbeat of each side. */
const TALK_MS = 500
const ROOM_DIES = -1307
const HOLD_MS = 50
const LOOK_EVERY_MS = 50
const LIMIT_MS = 25_000
const SEAT = { desk: 'd1' }

const isTalking = (session: Session): boolean =>
  session.phase === 'talking' && session.retries > 0 && session.room !== null

/** The room that died has been replaced, and the seat has held the call, whatever became of the line meanwhile. */
const talked = ({ session$ }: Call): Observable<Session> =>
  session$.pipe(
    skipWhile(({ held }) => !held),
    first((session) => isTalking(session) && !session.held),
    delay(TALK_MS),
  )

/** Holds the call for a moment. */
const holding = (sessionId: string): Observable<SeatCommand> =>
  of(true, false).pipe(concatMap((held) => of({ type: 'seat/hold', sessionId, held } as const).pipe(delay(HOLD_MS))))

/** Calls, presses 1 in the menu, writes while waiting, talks, and may hang up. */
const customer = (call: Call, { hangsUp }: Cell) => {
  const key$ = call.session$.pipe(
    filter((session) => session.phase === 'ivr' && session.ivr !== null),
    take(1),
    map(() => sendDigits('1')),
  )
  const text$ = call.session$.pipe(
    first(({ phase }) => phase === 'waiting'),
    map(() => aside('text', { id: 'c1', text: 'Hello' })),
  )
  const end$ = talked(call).pipe(map(() => hangUp()))
  return merge(of(startCall({ channelId: 'menu' })), key$, text$, hangsUp === 'customer' ? end$ : EMPTY)
}

/** In the talk another sound takes the phone for a moment, and the room dies. */
const createPhone = () => {
  const media$ = new Subject<MediaEvent>()
  const environment$ = new Subject<EnvironmentEvent>()
  const suffer = ({ session$ }: Call): Observable<never> =>
    session$.pipe(
      first(({ phase }) => phase === 'talking'),
      tap(() => {
        environment$.next({ type: 'audio/interrupted' })
        environment$.next({ type: 'audio/resumed' })
        media$.next({ type: 'pusher/status', code: ROOM_DIES })
      }),
      ignoreElements(),
    )
  return { media$, environment$, suffer }
}

/** Comes to work when the customer waits, so that the call goes through every phase; answers, writes, holds, may hang up. */
const seat = (call: Call, { seat: line }: World, { hangsUp }: Cell): Observable<never> =>
  call.session$.pipe(
    filter(({ phase }) => phase === 'waiting'),
    take(1),
    switchMap(() => line.notice$),
    mergeMap((notice) => {
      if (notice.type === 'open') return of({ type: 'seat/signIn', ...SEAT } as const)
      if (notice.type === 'seat/incoming') {
        return of({ type: 'seat/answer', sessionId: notice.sessionId } as const).pipe(delay(ANSWER_AFTER_MS))
      }
      if (notice.type === 'seat/textOn') {
        return of({ type: 'seat/text', sessionId: notice.sessionId, textId: 's1', text: 'Hi' } as const)
      }
      if (notice.type !== 'seat/talking') return EMPTY
      const { sessionId } = notice
      if (hangsUp === 'customer') return holding(sessionId)
      return merge(holding(sessionId), talked(call).pipe(map(() => ({ type: 'seat/hangUp', sessionId }) as const)))
    }),
    mergeMap((command) => {
      line.say(command)
      return EMPTY
    }),
  )

/** The pictures of the centre until it has written the record of a call that has ended on both sides. */
const settled = (call: Call, { picture$ }: World): Observable<Picture> =>
  timer(LOOK_EVERY_MS, LOOK_EVERY_MS).pipe(
    exhaustMap(() => picture$),
    takeWhile(
      ({ sessions, records }) => call.session.phase !== 'ended' || sessions.length > 0 || records.length === 0,
      true,
    ),
    takeUntil(timer(LIMIT_MS)),
  )

/** Emits once: what is wrong, nothing when all is well. */
export const playCell = (cell: Cell, world: World): Observable<readonly string[]> => {
  if (cell.fault !== null) world.board.arm(cell.fault)
  const { url, token, openSocket } = world
  const link = createLink({ url: () => url, openSocket, token$: merge(of(token), NEVER), random: () => 0.5 })
  const { suffer, ...phone } = createPhone()
  const call = createCall({ link, ...phone })
  const transitions: Transition[] = []
  const watching$ = call.transition$.pipe(
    tap((transition) => {
      transitions.push(transition)
    }),
  )
  const acting$ = merge(customer(call, cell), seat(call, world, cell), suffer(call)).pipe(
    tap((intent) => {
      call.dispatch(intent)
    }),
  )
  return defer(() => {
    // Watching comes first: it is what opens the line.
    const living = merge(watching$, acting$).subscribe()
    return settled(call, world).pipe(
      reduce<Picture, Picture | null>((_, picture) => picture, null),
      tap(() => {
        living.unsubscribe()
      }),
      delay(LOOK_EVERY_MS),
      map((picture) => ({ transitions, picture, openSockets: world.openSockets(), armed: world.board.armed() })),
      map((outcome) => faultsOf(cell, outcome)),
    )
  })
}
