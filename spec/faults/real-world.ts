/** The real call centre over real sockets, its state in a folder. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  catchError,
  defer,
  EMPTY,
  filter,
  firstValueFrom,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  tap,
  timeout,
} from 'rxjs'
import { createFaultyCentre, type FaultyCentre } from '../../call-centre/faults/create-faulty-centre'
import { operatorDialect, seatDialect } from '../../call-centre/desk/shared/desk-dialect'
import type { CallRecord } from '../../call-centre/server/records/call-record'
import type { SeatNotice } from '../../call-centre/server/desk-messages'
import { cookieBy, logInForToken, nodeSocket, openNodeSocket } from '../../call-centre/self-check/node-client'
import { testConfig } from '../../call-centre/spec/test-config'
import { createLink } from '../../lib/entries/call'
import type { OpenSocket } from '../../lib/link/socket'
import type { Picture, SeatLine, World } from './world'

/** Long enough that a busy machine, which plays many calls at once, does not take each line for lost; shorter than a talk. */
const heartbeatMs = 300
const config = testConfig({ heartbeatMs, windowMs: 20_000, textInRecord: true })
const SEAT_BACK_MS = 100
const LOOK_MS = 2_000

const seatLine = (url: string, cookie: string): SeatLine => {
  const link = createLink({
    url: () => `${url}/seat`,
    openSocket: nodeSocket({ cookie }),
    token$: merge(of(''), NEVER),
    reconnectDelay: () => SEAT_BACK_MS,
    dialect: seatDialect,
  })
  return {
    notice$: link.open({ inCall: () => true }).pipe(
      mergeMap((event) => {
        if (event.type === 'line/up' && !event.resumed) return of({ type: 'open' } as const)
        return event.type.startsWith('seat/') ? of(event as SeatNotice) : EMPTY
      }),
    ),
    say: (command) => {
      link.send(command)
    },
  }
}

/** What an operator is told at first: all that there is, as there is little. Nothing while the centre is away. */
const pictureOf = ({ url }: FaultyCentre, ws: string, cookie: string): Observable<Picture> =>
  defer(async () => {
    const link = createLink({
      ...{ url: () => `${ws}/operator`, openSocket: nodeSocket({ cookie }), token$: merge(of(''), NEVER) },
      dialect: operatorDialect,
    })
    const told$ = link.open({ inCall: () => true }).pipe(filter((event) => event.type === 'operator/changed'))
    const { sessions, seats } = await firstValueFrom(told$.pipe(timeout(LOOK_MS)))
    const response = await fetch(`${url}/records`, { headers: { cookie }, signal: AbortSignal.timeout(LOOK_MS) })
    return { sessions, seats, records: (await response.json()) as readonly CallRecord[] }
  }).pipe(catchError(() => EMPTY))

const counting = () => {
  const open = { now: 0 }
  const openSocket: OpenSocket = (url, protocols) => {
    const socket = openNodeSocket(url, protocols)
    open.now += 1
    let isOpen = true
    const shut = () => {
      open.now -= isOpen ? 1 : 0
      isOpen = false
    }
    const close = (code: number, reason: string) => {
      shut()
      socket.close(code, reason)
    }
    const event$ = socket.event$.pipe(
      tap((event) => {
        if (event.type === 'closed') shut()
      }),
    )
    return { ...socket, close, event$ }
  }
  return { open, openSocket }
}

/** Plays in a world of its own, which is closed afterwards; resolves with what was played. */
export const withRealWorld = <Result>(play: (world: World) => Observable<Result>): Promise<Result> =>
  mkdtemp(join(tmpdir(), 'faults-')).then(async (stateFolder) => {
    const centre = await createFaultyCentre(config, { stateFolder })
    const ws = centre.url.replace(/^http/, 'ws')
    const { open, openSocket } = counting()
    const seat = await cookieBy(centre.signInLink({ accountId: '1', name: 'Seat 1', role: 'seat' }))
    const supervisor = await cookieBy(centre.signInLink({ accountId: 'boss', name: 'Boss', role: 'supervisor' }))
    const world: World = {
      ...{ board: centre.board, openSocket, url: `${ws}/signalling` },
      token: await logInForToken(centre.url, config.sdkAppId),
      seat: seatLine(ws, seat),
      picture$: pictureOf(centre, ws, supervisor),
      openSockets: () => open.now,
    }
    const clear = async () => {
      await centre.close({ spreadMs: 0 })
      await rm(stateFolder, { recursive: true })
    }
    return firstValueFrom(play(world)).finally(clear)
  })
