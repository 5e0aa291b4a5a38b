/** The road between a desk's page and the centre in virtual time: a millisecond long, and it can be cut or swallow all. */
import { Subject, timer } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../../../../lib/link/socket'
import type { ClientSocket } from '../../../server/signalling/client-socket'

const LATENCY_MS = 1
const VANISHED = 1006

export interface Road {
  readonly openSocket: OpenSocket
  /** Both ends hear that the socket is gone. */
  cut(): void
  /** Nothing gets through, and neither end is told; false: what was open is gone, what opens now gets through. */
  swallow(on: boolean): void
}

export const createRoad = (accept: (end: ClientSocket, protocols: string) => void): Road => {
  const open = new Set<() => void>()
  let swallowing = false
  const later = (run: () => void): void => {
    const mayPass = !swallowing
    timer(LATENCY_MS).subscribe(() => {
      if (mayPass && !swallowing) run()
    })
  }
  const cut = (): void => {
    for (const vanish of [...open]) vanish()
  }
  return {
    cut,
    swallow(on) {
      if (!on) cut()
      swallowing = on
    },
    openSocket: (_, protocols) => {
      const event$ = new Subject<SocketEvent>()
      let hear: (data: Buffer, isBinary: boolean) => void = () => undefined
      let lose: (code: number) => void = () => undefined
      const end = (code: number, reason: string): void => {
        if (!open.delete(vanish)) return
        event$.next({ type: 'closed', code, reason })
        event$.complete()
      }
      const vanish = (): void => {
        end(VANISHED, '')
        lose(VANISHED)
      }
      open.add(vanish)
      later(() => {
        if (!open.has(vanish)) return
        event$.next({ type: 'open' })
        accept(
          {
            send: (frame) => {
              later(() => {
                if (open.has(vanish)) event$.next({ type: 'frame', frame })
              })
            },
            close: (code, reason) => {
              later(() => {
                end(code, reason)
                lose(code)
              })
            },
            destroy: () => {
              later(vanish)
            },
            onFrame: (listener) => (hear = listener),
            onClose: (listener) => (lose = listener),
          },
          protocols.join(', '),
        )
      })
      return {
        event$,
        send: (frame) => {
          later(() => {
            hear(Buffer.from(frame), false)
          })
        },
        close: (code) => {
          open.delete(vanish)
          later(() => {
            lose(code)
          })
        },
      }
    },
  }
}
