/** A phone, as far as this package uses one, that counts whatever is held on it. */
import type { WxFailure } from '../../lib/wx/edge'
import type { NetworkStatus, SocketTask, Wx } from '../../lib/wx/wx'
import { FakeSocket } from './fake-socket'

type ConnectOptions = Parameters<Wx['connectSocket']>[0]
type CameraTurn = Parameters<ReturnType<Wx['createLivePusherContext']>['switchCamera']>[0]
type RequestOptions = Parameters<Wx['request']>[0]

/** An event of `wx`, with its listeners. */
const source = <Words extends readonly unknown[] = []>() => {
  type Listener = (...words: Words) => void
  const listeners = new Set<Listener>()
  return {
    listeners,
    on: (listener: Listener) => void listeners.add(listener),
    off: (listener: Listener) => void listeners.delete(listener),
    tell: (...words: Words) => {
      listeners.forEach((listener) => {
        listener(...words)
      })
    },
  }
}

export class FakeRequest {
  constructor(readonly options: RequestOptions) {}

  answer(statusCode: number, data: unknown): void {
    this.options.success?.({ statusCode, data })
  }

  fail(failure: WxFailure): void {
    this.options.fail?.(failure)
  }
}

export class Phone {
  readonly sockets: FakeSocket[] = []
  readonly requests: FakeRequest[] = []
  readonly storage = new Map<string, unknown>()
  readonly shown = source()
  readonly hidden = source()
  readonly interrupted = source()
  readonly resumed = source()
  readonly network = source<[NetworkStatus]>()
  readonly weakness = source<[{ readonly weakNet: boolean }]>()
  language = 'zh_CN'
  pusherStops = 0
  screenKeptOn = false
  /** The camera is asked to turn: each waits to be told how that went. */
  readonly cameraTurns: CameraTurn[] = []

  readonly wx: Wx = {
    connectSocket: (options) => this.connect(options),
    request: (options) => void this.requests.push(new FakeRequest(options)),
    login: ({ success }) => success?.({ code: 'code-1' }),
    navigateBack: () => undefined,
    getStorageSync: (key) => this.storage.get(key) ?? '',
    setStorageSync: (key, value) => void this.storage.set(key, value),
    removeStorageSync: (key) => void this.storage.delete(key),
    getSystemInfoSync: () => ({ language: this.language }),
    getAppBaseInfo: () => ({ language: this.language }),
    onAppShow: this.shown.on,
    offAppShow: this.shown.off,
    onAppHide: this.hidden.on,
    offAppHide: this.hidden.off,
    onAudioInterruptionBegin: this.interrupted.on,
    offAudioInterruptionBegin: this.interrupted.off,
    onAudioInterruptionEnd: this.resumed.on,
    offAudioInterruptionEnd: this.resumed.off,
    onNetworkStatusChange: this.network.on,
    offNetworkStatusChange: this.network.off,
    onNetworkWeakChange: this.weakness.on,
    offNetworkWeakChange: this.weakness.off,
    setKeepScreenOn: ({ keepScreenOn }) => void (this.screenKeptOn = keepScreenOn),
    setClipboardData: () => undefined,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({ writeFile: () => undefined }),
    createInnerAudioContext: () => ({
      ...{ src: '', loop: false },
      ...{ play: () => undefined, stop: () => undefined, destroy: () => undefined },
    }),
    nextTick: (task) => void Promise.resolve().then(task),
    createLivePusherContext: () => ({
      stop: () => void (this.pusherStops += 1),
      switchCamera: (turn) => void this.cameraTurns.push(turn),
    }),
  }

  /** The listeners on `wx` now. */
  listeners(): number {
    const sources = [this.shown, this.hidden, this.interrupted, this.resumed, this.network, this.weakness]
    return sources.reduce((total, { listeners }) => total + listeners.size, 0)
  }

  openSockets(): number {
    return this.sockets.filter(({ isClosed }) => !isClosed).length
  }

  /** The socket that was opened last. */
  socket(): FakeSocket {
    const last = this.sockets[this.sockets.length - 1]
    if (last === undefined) throw new Error('no socket was opened')
    return last
  }

  request(): FakeRequest {
    const last = this.requests[this.requests.length - 1]
    if (last === undefined) throw new Error('nothing was requested')
    return last
  }

  private connect(options: ConnectOptions): SocketTask {
    const socket = new FakeSocket(options)
    this.sockets.push(socket)
    return socket.task
  }
}

/** Puts a new phone under this package: whatever looks `wx` up from now on finds it. */
export const givePhone = (change: (phone: Phone) => object = () => ({})): Phone => {
  const phone = new Phone()
  Object.assign(globalThis, { wx: { ...phone.wx, ...change(phone) } })
  return phone
}
