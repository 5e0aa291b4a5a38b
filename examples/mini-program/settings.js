import { configure } from 'tccc-wx-sdk/login'
import * as config from './config'

// 仅用于开发：手机呼叫局域网内的呼叫中心（npm start -- --lan）。正式版无法使用 http 与 IP。
const KEY = 'settings'

/** What the settings page has kept, over the numbers of config.js. An empty host is the default one. */
export const settings = () => ({
  host: '',
  sdkAppId: config.sdkAppId,
  channelId: config.channelId,
  ...(wx.getStorageSync(KEY) || {}),
})

const apply = ({ host, sdkAppId }) => configure(host === '' ? { sdkAppId } : { sdkAppId, host })

/** Throws what `configure` throws, and then keeps nothing. */
export const keepSettings = (changes) => {
  apply(changes)
  wx.setStorageSync(KEY, changes)
}

export const applySettings = () => {
  try {
    apply(settings())
  } catch {
    // 换成了正式版：不再使用开发时的地址
    wx.removeStorageSync(KEY)
  }
}

export const forgetSettings = () => wx.removeStorageSync(KEY)
