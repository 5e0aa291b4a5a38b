/**
 * A link at work: sockets and timers are subscriptions, what they tell goes through one queue and one step, and what the
 * step decides is performed. Whoever unsubscribes leaves nothing behind.
 */
import { asyncScheduler, Observable, type Subscriber, Subscription } from 'rxjs'
import { callDialect, type Dialect } from './codec'
import type { LineEvent, Link, LinkContext, Situation } from './gateway'
import type { LinkMessage } from './messages'
import { type ReconnectContext, reconnectDelay } from './retry-delay'
import type { OpenSocket, Socket, SocketEvent } from './socket'
import { AT_REST, type LinkEffect, type Input, type LinkEvent } from './state'
import { step } from './step'

export interface LinkOptions {
  /** The address of the signalling socket, `wss://…/signalling`, asked for at each opening. */
  readonly url: () => string
  readonly openSocket: OpenSocket
  /** The credential now and after each log-in; `null`: nobody is logged in. */
  readonly token$: LinkContext['token$']
  readonly tokenRefused?: LinkContext['tokenRefused']
  readonly reconnectDelay?: LinkContext['reconnectDelay']
  /** At least 0, below 1. Default `Math.random`. */
  readonly random?: () => number
  /** Milliseconds of a clock that nobody sets, if there is one. Default: the time of RxJS's scheduler. */
  readonly now?: () => number
}

type Next = (input: Input) => void

const nobody: Next = () => undefined
const schedulerTime = (): number => asyncScheduler.now()

/** What a link holds, and must let go. */
interface Resources {
  readonly socket: Socket | null
  readonly listening: Subscription
  readonly alarm: Subscription
}

const NO_RESOURCES: Resources = { socket: null, listening: Subscription.EMPTY, alarm: Subscription.EMPTY }

type AnyDialect = Dialect<LinkMessage, LinkMessage>

/** What an open link works with; `next` takes in what effects bring back. */
interface LinkPorts {
  readonly dialect: AnyDialect
  readonly options: LinkOptions
  readonly situation: Situation
  readonly out: Subscriber<LinkEvent>
  readonly next: Next
}

const heard = ({ dialect }: LinkPorts, id: number, event: SocketEvent): Input => {
  switch (event.type) {
    case 'open':
      return { type: 'opened', id }
    case 'closed':
      return { type: 'closed', id, closed: event }
    case 'frame': {
      const incoming = dialect.decode(event.frame)
      return { type: 'frame', id, incoming, answers: dialect.answers?.(incoming) ?? null }
    }
  }
}

const connect = (ports: LinkPorts, { id, protocols }: Extract<LinkEffect, { readonly do: 'open' }>) => {
  const socket = ports.options.openSocket(ports.options.url(), protocols)
  const listening = socket.event$.subscribe((event) => {
    ports.next(heard(ports, id, event))
  })
  return { socket, listening }
}

/** A function of the app's own that throws has said nothing. */
const delayOf = ({ reconnectDelay: delay = reconnectDelay }: LinkOptions, context: ReconnectContext): unknown => {
  try {
    return delay(context)
  } catch {
    return undefined
  }
}

const close = ({ socket, listening }: Resources, code: number, reason: string): void => {
  listening.unsubscribe()
  socket?.close(code, reason)
}

/** One effect, and what is held after it. */
const perform = (ports: LinkPorts, held: Resources, effect: LinkEffect): Resources => {
  switch (effect.do) {
    case 'tell':
      ports.out.next(effect.event)
      return held
    case 'send':
      held.socket?.send(effect.frame)
      return held
    case 'open':
      return { ...held, ...connect(ports, effect) }
    case 'close':
      close(held, effect.code, effect.reason)
      return { ...NO_RESOURCES, alarm: held.alarm }
    case 'release':
      held.listening.unsubscribe()
      return { ...NO_RESOURCES, alarm: held.alarm }
    case 'wait': {
      held.alarm.unsubscribe()
      const ring = () => {
        ports.next({ type: 'alarm' })
      }
      return { ...held, alarm: effect.ms === Infinity ? Subscription.EMPTY : asyncScheduler.schedule(ring, effect.ms) }
    }
    case 'askSituation': {
      const { options, situation, next } = ports
      next({ type: 'situation', inCall: situation.inCall(), random: (options.random ?? Math.random)() })
      return held
    }
    case 'askDelay':
      ports.next({ type: 'delay', ms: delayOf(ports.options, effect.context) })
      return held
    case 'refuseCredential':
      ports.options.tokenRefused?.()
      return held
    case 'next':
      ports.next(effect.input)
      return held
  }
}

/** Folds the inputs into the state, and the effects into what is held. Errors when a function of the app's own throws. */
const run = (given: Omit<LinkPorts, 'next'>): Next => {
  const { out, options } = given
  const { now = schedulerTime } = options
  const waiting: Input[] = []
  let isBusy = false
  let link = AT_REST
  let held = NO_RESOURCES
  let isOver = false
  const take: Next = (input) => {
    if (isOver) return
    try {
      const [after, effects] = step(link, { input, now: now() })
      link = after
      effects.forEach((effect) => {
        if (!isOver) held = perform(ports, held, effect)
      })
    } catch (error) {
      out.error(error)
    }
  }
  // Run to completion: what an effect brings back waits until the effects beside it are performed.
  const next: Next = (input) => {
    waiting.push(input)
    if (isBusy) return
    isBusy = true
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) take(first)
    isBusy = false
  }
  const ports: LinkPorts = { ...given, next }
  out.add(() => {
    // Who leaves in a reaction to what was told has said something before, a hang-up for one: it still goes out.
    waiting.splice(0).forEach((input) => {
      if (input.type === 'send') take(input)
    })
    isOver = true
    held.alarm.unsubscribe()
    close(held, 1000, 'done')
  })
  return next
}

/** A link that carries a customer's call, or, with a dialect, anything else. */
export function createLink(options: LinkOptions): Link
export function createLink<Said extends LinkMessage, Heard extends LinkMessage>(
  options: LinkOptions & { readonly dialect: Dialect<Said, Heard> },
): Link<Said, Heard>
export function createLink(options: LinkOptions & { readonly dialect?: AnyDialect }): Link<LinkMessage, LinkMessage> {
  const { token$, dialect = callDialect } = options
  let next = nobody
  return {
    open: (situation) =>
      new Observable<LineEvent | LinkMessage>((out) => {
        if (next !== nobody) throw new Error('this link is open already: each call needs one of its own')
        next = run({ options, dialect, situation, out })
        out.add(() => {
          next = nobody
        })
        const error = (fault: unknown) => {
          out.error(fault)
        }
        const change = (token: string | null) => {
          next({ type: 'token', token })
        }
        out.add(token$.subscribe({ next: change, error }))
      }),
    send: (message) => {
      const asks = dialect.asks?.(message) ?? null
      next({ type: 'send', said: { message, asks, outlivesLink: dialect.outlivesLink(message) } })
    },
    probe: () => {
      next({ type: 'probe' })
    },
  }
}
