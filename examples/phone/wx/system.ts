import { type Callbacks, succeed } from './callbacks'

const language = (): string => {
  const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language
  return /^zh/i.test(wanted) ? 'zh_CN' : 'en'
}

const baseInfo = () => ({
  SDKVersion: '2.10.0',
  language: language(),
  version: '8.0.0',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
})

let wakeLock: Promise<WakeLockSentinel | null> = Promise.resolve(null)

export const systemApi = {
  getSystemInfoSync: () => ({
    ...baseInfo(),
    platform: 'devtools',
    brand: 'phone',
    model: 'browser',
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
  }),
  getAppBaseInfo: baseInfo,
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
