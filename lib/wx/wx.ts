/**
 * What this package uses of `wx`, as it is at run time: members newer than base library 2.10.0 are optional, and so
 * are those that a plugin or an old host lacks. Narrower and truer than the published typings.
 */
import type { Callbacks, WxFailure } from './edge'

type Listener<Event> = (event: Event) => void

export type Ask<Result> = (options: Callbacks<Result>) => void

export type Scope = 'scope.record' | 'scope.camera'

/** What the system grants to WeChat itself. */
export type SystemRight = 'authorized' | 'denied' | 'not determined'

/** What a phone says about itself without asking the customer anything. What it does not say is left out. */
export interface PhoneFacts {
  /** Versions, of a phone that may be too old. */
  readonly versions: { readonly SDKVersion?: string; readonly version?: string; readonly platform?: string }
  /** Whether this WeChat has the tag live-pusher. That the mini program may use it is known by no phone beforehand. */
  readonly hasPusher: boolean
  /** `none`: no network. */
  readonly networkType?: string
  /** Whether the customer has still to agree to the privacy guide. */
  readonly needAuthorization?: boolean
  /** By scope: allowed or refused. A scope that was never asked for is not in it. */
  readonly authSetting?: Readonly<Partial<Record<Scope, boolean>>>
  readonly microphoneAuthorized?: SystemRight
  readonly cameraAuthorized?: SystemRight
}

export interface SocketTask {
  readonly send: (options: { readonly data: string } & Callbacks<unknown>) => void
  readonly close: (options: { readonly code: number; readonly reason: string } & Callbacks<unknown>) => void
  readonly onOpen: (listener: Listener<unknown>) => void
  readonly onMessage: (listener: Listener<{ readonly data: unknown }>) => void
  readonly onClose: (listener: Listener<{ readonly code?: number; readonly reason?: string }>) => void
  readonly onError: (listener: Listener<WxFailure>) => void
}

export interface Wx {
  readonly connectSocket: (options: {
    readonly url: string
    readonly protocols: readonly string[]
    readonly tcpNoDelay: boolean
    readonly timeout: number
    readonly fail?: (error: WxFailure) => void
  }) => SocketTask
  readonly login: (options: Callbacks<{ readonly code: string }>) => void
  readonly request: (
    options: {
      readonly url: string
      readonly method: 'POST'
      readonly data: object
      readonly header: Readonly<Record<string, string>>
      readonly timeout: number
    } & Callbacks<{ readonly statusCode: number; readonly data: unknown }>,
  ) => void
  readonly getStorageSync: (key: string) => unknown
  readonly setStorageSync: (key: string, value: unknown) => void
  readonly removeStorageSync: (key: string) => void
  /** `fontSizeSetting`: the size of letters that the customer has chosen in WeChat, in px. */
  readonly getSystemInfoSync: () => {
    readonly language?: string
    readonly fontSizeSetting?: number
  } & PhoneFacts['versions']
  readonly getAppBaseInfo?: () => { readonly language?: string }
  /** `envVersion` since base library 2.10.2. */
  readonly getAccountInfoSync?: () => { readonly miniProgram: { readonly envVersion?: string } }
  /** Since base library 2.11.0; the published typings leave `now` out. */
  readonly getPerformance?: () => { readonly now: () => number }
  readonly onAppShow?: (listener: () => void) => void
  readonly offAppShow?: (listener: () => void) => void
  readonly onAppHide?: (listener: () => void) => void
  readonly offAppHide?: (listener: () => void) => void
  readonly onAudioInterruptionBegin?: (listener: () => void) => void
  readonly offAudioInterruptionBegin?: (listener: () => void) => void
  readonly onAudioInterruptionEnd?: (listener: () => void) => void
  readonly offAudioInterruptionEnd?: (listener: () => void) => void
  readonly onNetworkStatusChange: (listener: Listener<NetworkStatus>) => void
  readonly offNetworkStatusChange?: (listener: Listener<NetworkStatus>) => void
  /** Since base library 2.21.0. */
  readonly onNetworkWeakChange?: (listener: Listener<{ readonly weakNet: boolean }>) => void
  readonly offNetworkWeakChange?: (listener: Listener<{ readonly weakNet: boolean }>) => void
  readonly getLogManager?: (options: { readonly level: 0 | 1 }) => { readonly info: (text: string) => void }
  readonly getRealtimeLogManager?: () => { readonly info: (text: string) => void }
  readonly setKeepScreenOn?: (options: { readonly keepScreenOn: boolean }) => void
  readonly env: { readonly USER_DATA_PATH: string }
  readonly getFileSystemManager: () => {
    readonly writeFile: (
      options: { readonly filePath: string; readonly data: ArrayBuffer } & Callbacks<unknown>,
    ) => void
  }
  readonly createInnerAudioContext: () => InnerAudio
  /** For all sounds of the app. Since base library 2.3.0. */
  readonly setInnerAudioOption?: (options: { readonly obeyMuteSwitch: boolean }) => void
  readonly enableAlertBeforeUnload?: (options: { readonly message: string }) => void
  readonly disableAlertBeforeUnload?: () => void
  readonly canIUse?: (name: string) => boolean
  readonly getSetting?: Ask<Pick<PhoneFacts, 'authSetting'>>
  readonly authorize?: (options: { readonly scope: Scope } & Callbacks<unknown>) => void
  readonly openSetting?: Ask<unknown>
  readonly getPrivacySetting?: Ask<Pick<PhoneFacts, 'needAuthorization'>>
  readonly requirePrivacyAuthorize?: Ask<unknown>
  readonly openPrivacyContract?: Ask<unknown>
  readonly getAppAuthorizeSetting?: () => Pick<PhoneFacts, 'microphoneAuthorized' | 'cameraAuthorized'>
  readonly openAppAuthorizeSetting?: Ask<unknown>
  readonly getNetworkType?: Ask<Pick<PhoneFacts, 'networkType'>>
  readonly updateWeChatApp?: Ask<unknown>
  /** By template: `accept`, `reject`, `ban`, `filter`; in a tap only. Since base library 2.4.4. */
  readonly requestSubscribeMessage?: (
    options: { readonly tmplIds: readonly string[] } & Callbacks<Readonly<Record<string, unknown>>>,
  ) => void
  readonly navigateBack: (options: { readonly delta: number } & Callbacks<unknown>) => void
  readonly setClipboardData: (options: { readonly data: string }) => void
  readonly nextTick: (task: () => void) => void
  readonly createLivePusherContext: () => {
    readonly stop: () => void
    readonly switchCamera: (options: Callbacks<unknown>) => void
  }
}

export interface InnerAudio {
  src: string
  loop: boolean
  readonly play: () => void
  readonly stop: () => void
  readonly destroy: () => void
}

export interface NetworkStatus {
  readonly isConnected: boolean
  readonly networkType: string
}

declare const wx: Wx

/** Looked up at each use: nothing of `wx` is touched when the package is loaded. */
export const theWx = (): Wx => wx
