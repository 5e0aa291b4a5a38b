import { type Callbacks, fail, succeed } from './callbacks'
import { NOT_IN_DOMAIN_LIST, reachable } from './request'

interface ConnectOptions extends Callbacks<{ readonly errMsg: string }> {
  readonly url: string
  readonly protocols?: readonly string[]
}

interface CloseOptions extends Callbacks<{ readonly errMsg: string }> {
  readonly code?: number
  readonly reason?: string
}

interface SendOptions extends Callbacks<{ readonly errMsg: string }> {
  readonly data: string | ArrayBuffer
}

const AT_MOST = 5
const TOO_MANY_TASKS = 600007
const open = new Set<WebSocket>()

const socketTask = (socket: WebSocket) => ({
  onOpen: (listener: (event: object) => void) => {
    socket.addEventListener('open', () => {
      listener({ header: {} })
    })
  },
  onMessage: (listener: (event: { readonly data: unknown }) => void) => {
    socket.addEventListener('message', ({ data }) => {
      listener({ data })
    })
  },
  onClose: (listener: (event: { readonly code: number; readonly reason: string }) => void) => {
    socket.addEventListener('close', ({ code, reason }) => {
      listener({ code, reason })
    })
  },
  onError: (listener: (event: { readonly errMsg: string }) => void) => {
    socket.addEventListener('error', () => {
      listener({ errMsg: 'connectSocket:fail' })
    })
  },
  send: (options: SendOptions) => {
    if (socket.readyState !== WebSocket.OPEN) {
      fail(options, { errMsg: 'sendSocketMessage:fail the socket is not open' })
      return
    }
    socket.send(options.data)
    succeed(options, { errMsg: 'sendSocketMessage:ok' })
  },
  close: (options: CloseOptions = {}) => {
    socket.close(options.code ?? 1000, options.reason)
    succeed(options, { errMsg: 'closeSocket:ok' })
  },
})

/** A task whose socket was refused: nothing comes, and nothing can be sent. */
const deadTask = () => ({
  onOpen: () => undefined,
  onMessage: () => undefined,
  onClose: () => undefined,
  onError: () => undefined,
  send: (options: SendOptions) => {
    fail(options, { errMsg: 'sendSocketMessage:fail' })
  },
  close: (options: CloseOptions = {}) => {
    fail(options, { errMsg: 'closeSocket:fail' })
  },
})

export const socketApi = {
  connectSocket: (options: ConnectOptions) => {
    const url = reachable(options.url)
    if (url === null) {
      fail(options, { errMsg: 'connectSocket:fail url not in domain list', errno: NOT_IN_DOMAIN_LIST })
      return deadTask()
    }
    if (open.size >= AT_MOST) {
      fail(options, { errMsg: 'connectSocket:fail too many sockets', errno: TOO_MANY_TASKS })
      return deadTask()
    }
    const socket = new WebSocket(url, [...(options.protocols ?? [])])
    open.add(socket)
    socket.addEventListener('close', () => open.delete(socket))
    succeed(options, { errMsg: 'connectSocket:ok' })
    return socketTask(socket)
  },
}
