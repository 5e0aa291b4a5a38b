/** The phone's `wx`: what call pages and this package use of it. */
import { PHONE_TAGS } from '../elements/tags'
import { warn } from '../warnings'
import { accountApi } from './account'
import type { Callbacks } from './callbacks'
import { dialogueApi } from './dialogue'
import { environmentApi } from './environment'
import { filesApi, innerAudioApi } from './inner-audio'
import { mediaContextApi } from './media-context'
import { navigationApi } from './navigation'
import { permissionApi } from './permission'
import { requestApi } from './request'
import { socketApi } from './socket'
import { storageApi } from './storage'
import { subscriptionApi } from './subscription'
import { systemApi } from './system'

const apis = {
  ...accountApi,
  ...dialogueApi,
  ...environmentApi,
  ...filesApi,
  ...innerAudioApi,
  ...mediaContextApi,
  ...navigationApi,
  ...permissionApi,
  ...requestApi,
  ...socketApi,
  ...storageApi,
  ...subscriptionApi,
  ...systemApi,
}

export const wx = {
  ...apis,
  canIUse: (schema: string): boolean => {
    const [name = ''] = schema.split('.')
    return PHONE_TAGS.includes(name) || name in apis
  },
}

/** Without a callback these answer with a promise, as in WeChat. */
const PROMISES =
  /^(show|hide|login$|navigate|redirectTo|reLaunch|switchTab|open|authorize$|require|requestSubscribe|set[A-Z]|clearStorage$)/
const PROMISES_TOO = /^(getNetworkType|getSetting|getPrivacySetting|(get|remove)Storage)$/

type Late = (options?: Callbacks<unknown>) => unknown

const promised =
  (api: Late): Late =>
  (options = {}) => {
    if (options.success ?? options.fail ?? options.complete) return api(options)
    return new Promise((resolve, reject) => {
      api({
        ...options,
        success: resolve,
        fail: (failure) => reject(Object.assign(new Error(failure.errMsg), failure)),
      })
    })
  }

/** `wx` as a page's own code has it: what is missing is told by name. The package asks before it calls. */
const watched = new Proxy(wx, {
  get: (target, name: string) => {
    const api: unknown = Reflect.get(target, name)
    if (api === undefined) warn({ en: `This phone has no wx.${name}.`, zh: `这部手机没有 wx.${name}。` })
    const isLate = !name.endsWith('Sync') && (PROMISES.test(name) || PROMISES_TOO.test(name))
    return isLate && typeof api === 'function' ? promised(api as Late) : api
  },
})

export const wxFor = (path: string): object => (path.startsWith('miniprogram_npm/') ? wx : watched)
