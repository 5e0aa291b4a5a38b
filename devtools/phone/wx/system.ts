import { type Callbacks, succeed } from './callbacks'

/** The language of the phone: `?lang=`, or the browser's. */
export const language = (): 'zh' | 'en' =>
  /^zh/i.test(new URLSearchParams(location.search).get('lang') ?? navigator.language) ? 'zh' : 'en'

const baseInfo = () => ({
  SDKVersion: '3.8.0',
  language: language() === 'zh' ? 'zh_CN' : 'en',
  version: '8.0.0',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
})

const device = () => ({ platform: 'devtools', brand: 'phone', model: 'browser' })

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
})

let wakeLock: Promise<WakeLockSentinel | null> = Promise.resolve(null)

export const systemApi = {
  getSystemInfoSync: () => ({
    ...baseInfo(),
    ...device(),
    ...windowInfo(),
  }),
  getWindowInfo: windowInfo,
  getAppBaseInfo: baseInfo,
  getDeviceInfo: device,
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
