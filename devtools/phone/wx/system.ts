import { type Callbacks, succeed } from './callbacks'

const language = (): string => {
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language
  return /^zh/i.test(wanted) ? 'zh_CN' : 'en'
}

const baseInfo = () => ({
  SDKVersion: '3.8.0',
  language: language(),
  version: '8.0.0',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
})

const device = () => ({ platform: 'devtools', brand: 'phone', model: 'browser' })

const CAN_USE: readonly string[] = ['live-pusher', 'live-player']

let wakeLock: Promise<WakeLockSentinel | null> = Promise.resolve(null)

export const systemApi = {
  getSystemInfoSync: () => ({
    ...baseInfo(),
    ...device(),
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
  }),
  getAppBaseInfo: baseInfo,
  getDeviceInfo: device,
  /** What this phone plays of a mini program's tags. */
  canIUse: (name: string) => CAN_USE.includes(name.split('.')[0] ?? ''),
  setKeepScreenOn: (options: { readonly keepScreenOn: boolean } & Callbacks<{ readonly errMsg: string }>) => {
    wakeLock = wakeLock
      .then((held) => held?.release())
      .then(() => (options.keepScreenOn ? navigator.wakeLock.request('screen') : null))
      // A browser may refuse, for example in the background; a phone never does.
      .catch(() => null)
    succeed(options, { errMsg: 'setKeepScreenOn:ok' })
  },
  nextTick: (task: () => void) => {
    queueMicrotask(task)
  },
}
