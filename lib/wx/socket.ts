import { Observable, Subject } from 'rxjs'
import { redactText } from '../errors/redact-text'
import type { OpenSocket, Socket, SocketEvent } from '../link/socket'
import { areSocketsTaken, attempt, isHostNotAllowed, type WxFailure } from './edge'
import { type SocketTask, theWx } from './wx'

const OPEN_MS = 10_000
const DONE = 1000
const VANISHED = 1006

/** What was offered with a socket is secret: the token, and the name of the link. The number of a version is not. */
const SHORTEST_SECRET = 4

const withoutSecrets = (words: string, protocols: readonly string[]): string =>
  protocols
    .map((protocol) => protocol.replace(/^\w+\./, ''))
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .reduce((kept, secret) => kept.split(secret).join('[secret]'), redactText(words))

/** A close event has a code and a reason, a failure has words. */
interface Ending extends WxFailure {
  readonly code?: number
  readonly reason?: string
}

/**
 * A socket over `wx.connectSocket`, opened when it is listened to, so that even a failure at once is heard. On iOS a
 * close may never be reported: the link above asks for signs of life. A close is refused while the socket opens, so
 * it is asked for again once it has opened.
 */
class WxSocket implements Socket {
  private readonly told$ = new Subject<SocketEvent>()
  private task: SocketTask | undefined
  private open = false
  private closing = false

  readonly event$ = new Observable<SocketEvent>((subscriber) => {
    subscriber.add(this.told$.subscribe(subscriber))
    this.connect()
  })

  constructor(
    private readonly url: string,
    private readonly protocols: readonly string[],
  ) {}

  readonly send = (data: string): void => {
    if (this.open) attempt(() => this.task?.send({ data, fail: this.failed }), this.failed)
  }

  readonly close = (code: number, reason: string): void => {
    if (this.closing) return
    this.open = false
    this.closing = true
    this.told$.complete()
    attempt(() => this.task?.close({ code, reason }))
  }

  private connect(): void {
    const { url, protocols, ended: fail } = this
    const options = { url, protocols, tcpNoDelay: true, timeout: OPEN_MS, fail }
    const task = attempt(() => theWx().connectSocket(options), fail)
    if (task === undefined) fail({ errMsg: 'connectSocket:fail it gave no socket' })
    else attempt(() => this.listenTo(task), this.failed)
  }

  private listenTo(task: SocketTask): void {
    this.task = task
    task.onOpen(() => {
      this.open = !this.closing
      if (this.closing) attempt(() => task.close({ code: DONE, reason: 'done' }))
      this.told$.next({ type: 'open' })
    })
    task.onMessage(({ data }) => {
      if (typeof data === 'string') this.told$.next({ type: 'frame', frame: data })
    })
    task.onClose((event) => {
      this.closing = true
      this.ended(event)
    })
    task.onError(this.failed)
  }

  /** Told once: what comes after it finds nobody. */
  private readonly ended = (ending: Ending): void => {
    const { code = VANISHED, reason = '', errMsg } = ending
    this.open = false
    this.told$.next({
      ...{ type: 'closed', code, reason: errMsg === undefined ? reason : withoutSecrets(errMsg, this.protocols) },
      ...(isHostNotAllowed(ending) ? { hostNotAllowed: true } : {}),
      ...(areSocketsTaken(ending) ? { socketsTaken: true } : {}),
    })
    this.told$.complete()
  }

  /** The phone may keep a socket that has failed, as one of the five that it has. */
  private readonly failed = (failure: WxFailure): void => {
    this.ended(failure)
    this.close(DONE, 'failed')
  }
}

export const openWxSocket: OpenSocket = (url, protocols) => new WxSocket(url, protocols)
