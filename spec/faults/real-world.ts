/** The real call centre over real sockets, its state in a folder. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catchError, defer, EMPTY, firstValueFrom, Observable, tap, timeout } from 'rxjs'
import { WebSocket } from 'ws'
import { createFaultyCentre, type FaultyCentre } from '../../examples/call-centre/faults/create-faulty-centre'
import type { CallRecord } from '../../examples/call-centre/records/call-record'
import type { OperatorNotice, SeatNotice } from '../../examples/call-centre/seat-messages'
import { logInForToken } from '../../examples/call-centre/self-check/log-in'
import { openNodeSocket } from '../../examples/call-centre/self-check/node-socket'
import { testConfig } from '../../examples/call-centre/spec/test-config'
import type { OpenSocket } from '../../lib/signalling/socket'
import type { Picture, SeatLine, World } from './world'

const config = testConfig({ heartbeatMs: 150, windowMs: 20_000 })
const SEAT_BACK_MS = 100
const LOOK_MS = 2_000

/** A page's line to the centre: each frame, parsed; it errors when the socket is lost. */
const pageSocket = <Notice>(url: string, opened: (socket: WebSocket) => void): Observable<Notice> =>
  new Observable((page) => {
    const socket = new WebSocket(url)
    socket.on('open', () => {
      opened(socket)
    })
    socket.on('message', (data: Buffer) => {
      page.next(JSON.parse(data.toString()) as Notice)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      page.error(new Error('the centre is gone'))
    })
    return () => {
      socket.terminate()
    }
  })

const seatLine = (url: string): SeatLine => {
  let present: WebSocket | null = null
  return {
    notice$: new Observable((page) => {
      let again: NodeJS.Timeout | undefined
      let line = EMPTY.subscribe()
      const connect = () => {
        line = pageSocket<SeatNotice>(`${url}/seat`, (socket) => {
          present = socket
          page.next({ type: 'open' })
        }).subscribe({
          next: (notice) => {
            page.next(notice)
          },
          error: () => {
            again = setTimeout(connect, SEAT_BACK_MS)
          },
        })
      }
      connect()
      return () => {
        clearTimeout(again)
        line.unsubscribe()
      }
    }),
    say: (command) => {
      if (present?.readyState === WebSocket.OPEN) present.send(JSON.stringify(command))
    },
  }
}

/** Nothing while the centre is away: it will be asked again. */
const pictureOf = ({ url }: FaultyCentre, ws: string): Observable<Picture> =>
  defer(async () => {
    const operator$ = pageSocket<OperatorNotice>(`${ws}/operator`, () => undefined)
    const { sessions, seats } = await firstValueFrom(operator$.pipe(timeout(LOOK_MS)))
    const response = await fetch(`${url}/records`, { signal: AbortSignal.timeout(LOOK_MS) })
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
    const world: World = {
      ...{ board: centre.board, openSocket, url: `${ws}/signalling` },
      token: await logInForToken(centre.url, config.sdkAppId),
      seat: seatLine(ws),
      picture$: pictureOf(centre, ws),
      openSockets: () => open.now,
    }
    const clear = async () => {
      await centre.close({ spreadMs: 0 })
      await rm(stateFolder, { recursive: true })
    }
    return firstValueFrom(play(world)).finally(clear)
  })
