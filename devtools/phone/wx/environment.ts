/** What happens to a phone: it is put away, a call comes in, the network goes. The page and tests cause it. */
import { type Callbacks, succeed } from './callbacks'
import { createListeners } from './listeners'

interface NetworkStatus {
  readonly isConnected: boolean
  readonly networkType: 'wifi' | 'none'
}

const shown = createListeners<object>()
const hidden = createListeners<object>()
const interruptionBegun = createListeners<undefined>()
const interruptionEnded = createListeners<undefined>()
const networkChanged = createListeners<NetworkStatus>()

const networkStatus = (): NetworkStatus =>
  navigator.onLine ? { isConnected: true, networkType: 'wifi' } : { isConnected: false, networkType: 'none' }

export interface AppLife {
  readonly show: () => void
  readonly hide: () => void
}

let life: AppLife | null = null

/** The app that is put away and taken out again, before the listeners at `wx` hear of it. */
export const run = (app: AppLife): void => {
  life = app
}

export const happenings = {
  showApp: () => {
    life?.show()
    shown.emit({ path: 'pages/call/call', scene: 1001 })
  },
  hideApp: () => {
    life?.hide()
    hidden.emit({})
  },
  beginInterruption: () => {
    interruptionBegun.emit(undefined)
  },
  endInterruption: () => {
    interruptionEnded.emit(undefined)
  },
}

/** A tab in the background is a phone in the pocket. */
export const watchBrowser = (): void => {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') happenings.hideApp()
    else happenings.showApp()
  })
  for (const change of ['online', 'offline']) {
    window.addEventListener(change, () => {
      networkChanged.emit(networkStatus())
    })
  }
}

export const environmentApi = {
  onAppShow: shown.on,
  offAppShow: shown.off,
  onAppHide: hidden.on,
  offAppHide: hidden.off,
  onAudioInterruptionBegin: interruptionBegun.on,
  offAudioInterruptionBegin: interruptionBegun.off,
  onAudioInterruptionEnd: interruptionEnded.on,
  offAudioInterruptionEnd: interruptionEnded.off,
  onNetworkStatusChange: networkChanged.on,
  offNetworkStatusChange: networkChanged.off,
  getNetworkType: (options: Callbacks<{ readonly networkType: string; readonly errMsg: string }>) => {
    succeed(options, { networkType: networkStatus().networkType, errMsg: 'getNetworkType:ok' })
  },
}
