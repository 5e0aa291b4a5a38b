/**
 * What this package uses of `wx`, as it is at run time: members newer than base library 2.10.0 are optional, and so
 * are those that a plugin or an old host lacks. Narrower and truer than the published typings.
 */
type Listener<Event> = (event: Event) => void

interface Callbacks<Result> {
  success?(result: Result): void
  fail?(error: WxFailure): void
}

/** `errno` exists since 2.24; `errMsg` always. */
export interface WxFailure {
  readonly errMsg?: string
  readonly errno?: number
}

export interface SocketTask {
  send(options: { readonly data: string } & Callbacks<unknown>): void
  close(options: { readonly code: number; readonly reason: string } & Callbacks<unknown>): void
  onOpen(listener: Listener<unknown>): void
  onMessage(listener: Listener<{ readonly data: unknown }>): void
  onClose(listener: Listener<{ readonly code?: number; readonly reason?: string }>): void
  onError(listener: Listener<WxFailure>): void
}

export interface Wx {
  connectSocket(options: {
    readonly url: string
    readonly protocols: readonly string[]
    readonly tcpNoDelay: boolean
    readonly timeout: number
    fail?(error: WxFailure): void
  }): SocketTask
  request(
    options: {
      readonly url: string
      readonly method: 'POST'
      readonly data: object
      readonly timeout: number
    } & Callbacks<{ readonly statusCode: number; readonly data: unknown }>,
  ): void
  getStorageSync(key: string): unknown
  setStorageSync(key: string, value: unknown): void
  removeStorageSync(key: string): void
  getSystemInfoSync(): { readonly language?: string }
  getAppBaseInfo?(): { readonly language?: string }
  onAppShow?(listener: () => void): void
  offAppShow?(listener: () => void): void
  onAppHide?(listener: () => void): void
  offAppHide?(listener: () => void): void
  onAudioInterruptionBegin?(listener: () => void): void
  offAudioInterruptionBegin?(listener: () => void): void
  onAudioInterruptionEnd?(listener: () => void): void
  offAudioInterruptionEnd?(listener: () => void): void
  onNetworkStatusChange(listener: Listener<NetworkStatus>): void
  offNetworkStatusChange?(listener: Listener<NetworkStatus>): void
  setKeepScreenOn?(options: { readonly keepScreenOn: boolean }): void
  createLivePusherContext(): { stop(): void }
}

export interface NetworkStatus {
  readonly isConnected: boolean
  readonly networkType: string
}

declare const wx: Wx

/** Looked up at each use: nothing of `wx` is touched when the package is loaded. */
export const theWx = (): Wx => wx
