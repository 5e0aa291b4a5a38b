/** Customers and seats, by the SDK itself, over sockets whose every frame is held against the history of their link. */
import { concatMap, defer, delayWhen, filter, map, merge, NEVER, of, repeat, take, tap, timer } from 'rxjs'
import { createCall, createLink, hangUp, type OpenSocket, startCall } from '../../lib/entries/call'
import { whilePhase } from '../../lib/entries/policies'
import { nodeSocket } from '../../call-centre/self-check/node-client'
import { seatDialect } from '../../call-centre/desk/shared/desk-dialect'
import { createHistory, type LinkHistory } from './history'

export interface Tally {
  readonly faults: string[]
  /** What customers and seats were told of each call, in order, each thing once. */
  readonly told: Map<string, string[]>
  /** Times without a line, of `performance.now()`. */
  readonly gaps: { readonly from: number; readonly to: number }[]
  /** Whose line is lost at the moment. */
  readonly down: Set<string>
  /** Counts anew. */
  readonly forget: () => void
}

export const createTally = (): Tally => {
  const faults: string[] = []
  const told = new Map<string, string[]>()
  const gaps: Tally['gaps'] = []
  const forget = (): void => {
    told.clear()
    faults.length = 0
    gaps.length = 0
  }
  return { faults, told, gaps, down: new Set(), forget }
}

export interface World {
  readonly url: string
  readonly random: () => number
  readonly tally: Tally
  readonly isOver: () => boolean
}

/** A socket that is listened to: `histories` are those of the links of one person. */
function watched(open: OpenSocket, name: string, tally: Tally): OpenSocket {
  const histories = new Map<string, LinkHistory>()
  const heardN = new Set<string>()
  let downSince: number | undefined
  return (url, protocols) => {
    const socket = open(url, protocols)
    let history: LinkHistory | undefined
    let linkId = ''
    const event$ = socket.event$.pipe(
      tap((event) => {
        if (event.type === 'closed') {
          downSince ??= performance.now()
          tally.down.add(name)
        }
        if (event.type !== 'frame') return
        const frame = JSON.parse(event.frame) as Readonly<Record<string, unknown>>
        if (frame['type'] === 'link/welcome') {
          linkId = String(frame['linkId'])
          history = histories.get(linkId) ?? createHistory(name)
          histories.set(linkId, history)
          if (downSince !== undefined) tally.gaps.push({ from: downSince, to: performance.now() })
          downSince = undefined
          tally.down.delete(name)
        }
        const before = history?.faults.length ?? 0
        history?.hear(event.frame)
        tally.faults.push(...(history?.faults.slice(before) ?? []))
        const id = `${linkId} ${String(frame['n'])}`
        if (frame['n'] === undefined || heardN.has(id)) return
        heardN.add(id)
        count(tally, frame)
      }),
    )
    return { ...socket, event$ }
  }
}

function count({ told }: Tally, { type, sessionId }: Readonly<Record<string, unknown>>): void {
  if (typeof sessionId === 'string') told.set(sessionId, [...(told.get(sessionId) ?? []), String(type)])
}

/** Calls, talks for a while, hangs up, and again, until `isOver`. The answer is the phase of the call. */
export function customer(world: World, token: string, name: string): () => string {
  const { url, random, tally, isOver } = world
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
  const oneCall$ = defer(() => timer(500 + random() * 3_000)).pipe(
    filter(() => !isOver()),
    concatMap(() => {
      call.dispatch(startCall({ channelId: 'direct' }))
      return ended$
    }),
  )
  const hangUp$ = call.session$.pipe(
    whilePhase('talking', () => timer(1_000 + random() * 4_000)),
    map(() => hangUp()),
  )
  oneCall$.pipe(repeat({ delay: 300 })).subscribe()
  hangUp$.subscribe((intent) => {
    call.dispatch(intent)
  })
  return () => call.session.phase
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
