/** Sockets in virtual time: what one end says the other hears a millisecond later, in order. */
import { Subject, timer } from 'rxjs'
import type { ClientSocket } from '../../call-centre/server/signalling/client-socket'
import type { OpenSocket, SocketEvent } from '../../lib/link/socket'

const LATENCY_MS = 1
const VANISHED = 1006

export interface VirtualWire {
  readonly openSocket: OpenSocket
  /** Sockets that the client holds open. */
  readonly open: () => number
  /** The server is gone: all sockets break. */
  breakAll(): void
}

/** `accept` gets the server's end; null: nobody listens. */
export const createVirtualWire = (
  accept: () => ((end: ClientSocket, protocols: string) => void) | null,
): VirtualWire => {
  const clients = new Set<() => void>()
  const later = (run: () => void) => timer(LATENCY_MS).subscribe(run)
  const openSocket: OpenSocket = (_, protocols) => {
    const event$ = new Subject<SocketEvent>()
    let hear: (data: Buffer, isBinary: boolean) => void = () => undefined
    let lose: (code: number) => void = () => undefined
    let isOpen = true
    const end = (code: number, reason = '') => {
      if (!isOpen) return
      isOpen = false
      clients.delete(vanish)
      event$.next({ type: 'closed', code, reason })
      event$.complete()
    }
    const vanish = () => {
      end(VANISHED)
      lose(VANISHED)
    }
    clients.add(vanish)
    later(() => {
      const take = accept()
      if (take === null || !isOpen) {
        end(VANISHED)
        return
      }
      event$.next({ type: 'open' })
      const close = (code: number, reason: string) =>
        later(() => {
          end(code, reason)
          lose(code)
        })
      take(
        {
          send: (frame) => later(() => isOpen && event$.next({ type: 'frame', frame })),
          close,
          destroy: () => later(vanish),
          onFrame: (listener) => (hear = listener),
          onClose: (listener) => (lose = listener),
        },
        protocols.join(', '),
      )
    })
    return {
      event$,
      send: (frame) => later(() => hear(Buffer.from(frame), false)),
      close: (code) => {
        isOpen = false
        clients.delete(vanish)
        later(() => lose(code))
      },
    }
  }
  return {
    openSocket,
    open: () => clients.size,
    breakAll: () => {
      for (const vanish of [...clients]) vanish()
    },
  }
}
