import type { WxFailure } from '../../lib/wx/edge'
import type { SocketTask, Wx } from '../../lib/wx/wx'

type ConnectOptions = Parameters<Wx['connectSocket']>[0]
type CloseOptions = Parameters<SocketTask['close']>[0]
type Closing = Pick<CloseOptions, 'code' | 'reason'>

/** The far end of a `wx.connectSocket`. It closes when it is asked to, and like an iPhone it never says so. */
export class FakeSocket {
  readonly sent: string[] = []
  readonly closes: Closing[] = []
  isClosed = false
  private isOpen = false
  private onOpen: () => void = () => undefined
  private onMessage: (message: { readonly data: unknown }) => void = () => undefined
  private onClose: (event: { readonly code?: number; readonly reason?: string }) => void = () => undefined
  private onError: (failure: WxFailure) => void = () => undefined

  readonly task: SocketTask = {
    send: ({ data, fail }) => {
      if (this.isOpen) this.sent.push(data)
      else fail?.({ errMsg: 'sendSocketMessage:fail SocketTask.readyState is not OPEN' })
    },
    close: ({ code, reason }) => {
      this.closes.push({ code, reason })
      // WeChat refuses to close what is not open yet.
      if (this.isOpen) this.isClosed = true
      this.isOpen = false
    },
    onOpen: (listener) => void (this.onOpen = () => listener(undefined)),
    onMessage: (listener) => void (this.onMessage = listener),
    onClose: (listener) => void (this.onClose = listener),
    onError: (listener) => void (this.onError = listener),
  }

  constructor(readonly options: ConnectOptions) {}

  opens(): void {
    this.isOpen = true
    this.onOpen()
  }

  says(data: unknown): void {
    this.onMessage({ data })
  }

  /** Closed by the far end, or by the phone. */
  ends(event: Partial<Closing> = {}): void {
    this.dies()
    this.onClose(event)
  }

  errs(failure: WxFailure): void {
    this.dies()
    this.onError(failure)
  }

  /** `connectSocket` itself fails. */
  fails(failure: WxFailure): void {
    this.dies()
    this.options.fail?.(failure)
  }

  /** Gone without a word. */
  dies(): void {
    this.isOpen = false
    this.isClosed = true
  }
}
