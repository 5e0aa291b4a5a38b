import { Observable } from 'rxjs'
import { Line, type LinkEvent } from './line'
import type { Link } from './link'
import { reconnectDelay, type ReconnectDelay } from './reconnect-delay'
import type { OpenSocket } from './socket'
import { SocketChain } from './socket-chain'

export interface LinkOptions {
  /** The address of the signalling socket, `wss://…/signalling`, asked for at each opening. */
  readonly url: () => string
  readonly openSocket: OpenSocket
  /** The credential now and after each log-in; `null`: nobody is logged in. */
  readonly token$: Observable<string | null>
  /** The server did not take the credential. */
  readonly tokenRefused?: () => void
  readonly reconnectDelay?: ReconnectDelay
  /** At least 0, below 1. Default `Math.random`. */
  readonly random?: () => number
}

const nothing = (): void => undefined

export const createLink = (options: LinkOptions): Link => {
  const { token$, tokenRefused = nothing, random = Math.random, reconnectDelay: delay = reconnectDelay } = options
  const chain = new SocketChain(options.url, options.openSocket)
  let line: Line | null = null
  return {
    open: ({ inCall }) =>
      new Observable<LinkEvent>((out) => {
        if (line !== null) {
          out.error(new Error('this link is open already: each call needs one of its own'))
          return
        }
        const opened = new Line(chain, { token$, tokenRefused, random, delay, inCall }, out)
        line = opened
        out.add(() => {
          opened.end()
          line = null
        })
        opened.begin()
      }),
    send: (message) => {
      if (message.type === 'call/start') line?.freshen()
      if (!chain.send(message)) line?.wake()
    },
    probe: () => {
      if (!chain.probe()) line?.wake()
    },
  }
}
