/** Customers and seats, by the SDK itself, over sockets that are listened to. */
import {
  concatMap,
  delayWhen,
  filter,
  interval,
  map,
  merge,
  NEVER,
  of,
  repeat,
  share,
  switchMap,
  take,
  timer,
} from 'rxjs'
import { saidIn } from '../../lib/app/asides'
import { aside, createCall, createLink, hangUp, startCall } from '../../lib/entries/call'
import { whilePhase } from '../../lib/entries/policies'
import { nodeSocket } from '../../call-centre/self-check/node-client'
import { seatDialect } from '../../call-centre/desk/shared/desk-dialect'
import type { Phones } from './phones'
import { watched, type Tally } from './tally'

export interface World {
  readonly url: string
  readonly random: () => number
  readonly tally: Tally
  readonly phones: Phones
  readonly isOver: () => boolean
}

/** Of those who wait and may leave. */
const leavingShare = 0.1

/**
 * Calls, talks for a while, hangs up, and again, until `isOver`. Some leave when they may, and call when they are called. The
 * answer is the phase of the call, or `away`.
 */
export function customer(world: World, token: string, name: string): () => string {
  const { url, random, tally, phones, isOver } = world
  const link = createLink({
    url: () => `${url.replace(/^http/, 'ws')}/signalling`,
    openSocket: watched(nodeSocket(), name, tally),
    token$: merge(of(token), NEVER),
  })
  const call = createCall({ link, media$: NEVER, environment$: NEVER }, { policies: [] })
  const ended$ = call.session$.pipe(
    filter(({ phase }) => phase === 'ended'),
    take(1),
  )
  let [left, cameBack] = [0, 0]
  const isCalled$ = interval(100).pipe(
    filter(() => phones.arrived(name) >= left),
    take(1),
  )
  const oneCall$ = isCalled$.pipe(
    switchMap(() => timer(500 + random() * 3_000)),
    filter(() => !isOver() || cameBack < left),
    concatMap(() => {
      cameBack = left
      call.dispatch(startCall({ channelId: 'direct' }))
      return ended$
    }),
  )
  const hangUp$ = call.session$.pipe(
    whilePhase('talking', () => timer(1_000 + random() * 4_000)),
    map(() => hangUp()),
  )
  const showsOffer$ = call.session$.pipe(whilePhase('waiting', () => of(aside('waiting', {}))))
  const heard$ = call.event$.pipe(
    concatMap((event) => {
      const said = saidIn(event, 'waiting')
      return said && !said.isOurs ? [said.body] : []
    }),
    share(),
  )
  const leaves$ = heard$.pipe(
    filter(({ offer }) => offer !== undefined && !isOver() && random() < leavingShare),
    map(() => aside('waiting', phones.allow(name))),
  )
  heard$.pipe(filter(({ kept }) => kept !== undefined)).subscribe(() => (left += 1))
  oneCall$.pipe(repeat({ delay: 300 })).subscribe()
  merge(hangUp$, showsOffer$, leaves$).subscribe((intent) => {
    call.dispatch(intent)
  })
  return () => (cameBack < left ? 'away' : call.session.phase)
}

/** Answers whatever rings, and is back at work at once when a call was missed. */
export function seat({ url, random, tally }: World, cookie: string, name: string): void {
  const link = createLink({
    url: () => `${url.replace(/^http/, 'ws')}/seat`,
    openSocket: watched(nodeSocket({ cookie }), name, tally),
    token$: merge(of(''), NEVER),
    dialect: seatDialect,
  })
  link
    .open({ inCall: () => false })
    .pipe(delayWhen(({ type }) => timer(type === 'seat/incoming' ? 200 + random() * 500 : 0)))
    .subscribe((event) => {
      if (event.type === 'line/up') link.send({ type: 'seat/signIn', desk: name })
      if (event.type === 'seat/missed') link.send({ type: 'seat/status', status: 'online' })
      if (event.type === 'seat/incoming') link.send({ type: 'seat/answer', sessionId: event.sessionId })
    })
}
