/** A `wx` that counts what is asked of it, and a `Component` that keeps what is registered. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Members of `wx` that a page's first paint would wait for, or that reach the network. */
const COUNTED = /Sync$|^(request|connectSocket|getSystemInfo)$/

/** `more`: members of `wx` beside those of a phone that agrees to everything. */
export const installPhone = (more = {}) => {
  const touched = []
  const sockets = []
  const connectSocket = (options) => {
    const listeners = {}
    const on = (name) => (listener) => void (listeners[name] = listener)
    const socket = { options, listeners, sent: [] }
    sockets.push(socket)
    const send = ({ data }) => void socket.sent.push(data)
    const events = { onOpen: on('open'), onMessage: on('message'), onClose: on('close'), onError: on('error') }
    return { ...events, send, close: () => undefined }
  }
  const storage = new Map()
  const members = {
    connectSocket,
    getStorageSync: (key) => storage.get(key),
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'release' } }),
    createLivePusherContext: () => ({ start: () => undefined, stop: () => undefined }),
    request: () => undefined,
    // As before base library 2.11.0: the scheduler's time, which a bench may hold, is the only one.
    getPerformance: undefined,
    // A phone whose owner has agreed to everything, so that a call is dialled at once.
    getSetting: ({ success }) => success({ authSetting: { 'scope.record': true, 'scope.camera': true } }),
    getPrivacySetting: ({ success }) => success({ needAuthorization: false }),
    getNetworkType: ({ success }) => success({ networkType: 'wifi' }),
    ...more,
  }
  const count = (name) => {
    if (COUNTED.test(name)) touched.push(name)
  }
  /** Members that this phone lacks do nothing. */
  const lacking = new Proxy({}, { get: (_, name) => (count(name), () => undefined) })
  const wx = Object.create(lacking)
  for (const [name, member] of Object.entries(members)) {
    Object.defineProperty(wx, name, COUNTED.test(name) ? { get: () => (count(name), member) } : { value: member })
  }
  const components = []
  globalThis.wx = wx
  globalThis.Component = (definition) => void components.push(definition)
  return { touched, sockets, storage, components }
}

/** The entry of the ES5 build. */
export const loadEntry = (entry) => require(`../../../miniprogram_dist/${entry}`)

/**
 * An instance of a registered component, as far as ours needs one; `told` counts setData. `afterwards` is given what is
 * to be called when the change is on the screen.
 */
export const instanceOf = (
  definition,
  { properties = {}, onEvent = () => undefined, afterwards = queueMicrotask } = {},
) => {
  const told = { calls: 0, bytes: 0, largest: 0 }
  const defaults = Object.entries(definition.properties ?? {}).map(([name, type]) => [name, type.value ?? null])
  const instance = {
    data: { ...definition.data },
    properties: { ...Object.fromEntries(defaults), ...properties },
    setData(changes, applied) {
      const bytes = Buffer.byteLength(JSON.stringify(changes))
      told.calls += 1
      told.bytes += bytes
      told.largest = Math.max(told.largest, bytes)
      Object.assign(instance.data, changes)
      if (applied) afterwards(() => applied.call(instance))
    },
    triggerEvent: onEvent,
    ...definition.methods,
  }
  return { instance, told }
}
