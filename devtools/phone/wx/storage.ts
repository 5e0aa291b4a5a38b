/** A mini program's storage. It lives in the tab, so two tabs are two phones. */
import { type Callbacks, fail, succeed } from './callbacks'

const PREFIX = 'wx-storage:'

interface Keyed {
  readonly key: string
}

/** WeChat gives an empty text for what is not there. */
const getStorageSync = (key: string): unknown => {
  const stored = sessionStorage.getItem(PREFIX + key)
  return stored === null ? '' : (JSON.parse(stored) as unknown)
}

const setStorageSync = (key: string, data: unknown): void => {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(data))
}

const removeStorageSync = (key: string): void => {
  sessionStorage.removeItem(PREFIX + key)
}

const keysStored = (): readonly string[] =>
  Object.keys(sessionStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length))

const clearStorageSync = (): void => {
  for (const key of keysStored()) removeStorageSync(key)
}

export const storageApi = {
  getStorageSync,
  setStorageSync,
  removeStorageSync,
  clearStorageSync,
  getStorageInfoSync: () => ({ keys: keysStored(), currentSize: 0, limitSize: 10_240 }),
  clearStorage: (options?: Callbacks<{ readonly errMsg: string }>) => {
    clearStorageSync()
    succeed(options, { errMsg: 'clearStorage:ok' })
  },
  getStorage: (options: Keyed & Callbacks<{ readonly data: unknown; readonly errMsg: string }>) => {
    if (sessionStorage.getItem(PREFIX + options.key) === null) {
      fail(options, { errMsg: 'getStorage:fail data not found' })
    } else {
      succeed(options, { data: getStorageSync(options.key), errMsg: 'getStorage:ok' })
    }
  },
  setStorage: (options: Keyed & { readonly data: unknown } & Callbacks<{ readonly errMsg: string }>) => {
    setStorageSync(options.key, options.data)
    succeed(options, { errMsg: 'setStorage:ok' })
  },
  removeStorage: (options: Keyed & Callbacks<{ readonly errMsg: string }>) => {
    removeStorageSync(options.key)
    succeed(options, { errMsg: 'removeStorage:ok' })
  },
}
