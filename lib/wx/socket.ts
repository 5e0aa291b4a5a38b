import { Observable, Subject } from 'rxjs'
import type { OpenSocket, Socket, SocketEvent } from '../signalling/socket'
import { isHostNotAllowed } from './host-not-allowed'
import { type SocketTask, theWx, type WxFailure } from './wx'

const OPEN_MS = 10_000
const DONE = 1000
const VANISHED = 1006

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
    if (this.open) this.task?.send({ data, fail: this.failed })
  }

  readonly close = (code: number, reason: string): void => {
    if (this.closing) return
    this.open = false
    this.closing = true
    this.told$.complete()
    this.task?.close({ code, reason })
  }

  private connect(): void {
    const { url, protocols } = this
    const task = theWx().connectSocket({ url, protocols, tcpNoDelay: true, timeout: OPEN_MS, fail: this.ended })
    this.task = task
    task.onOpen(() => {
      this.open = !this.closing
      if (this.closing) task.close({ code: DONE, reason: 'done' })
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

  private readonly ended = (ending: Ending): void => {
    const { code = VANISHED, reason = '', errMsg = reason } = ending
    const hostNotAllowed = isHostNotAllowed(ending)
    this.open = false
    this.told$.next({ type: 'closed', code, reason: errMsg, ...(hostNotAllowed ? { hostNotAllowed } : {}) })
    this.told$.complete()
  }

  /** The phone may keep a socket that has failed, as one of the five that it has. */
  private readonly failed = (failure: WxFailure): void => {
    this.ended(failure)
    this.close(DONE, 'failed')
  }
}

export const openWxSocket: OpenSocket = (url, protocols) => new WxSocket(url, protocols)
