import type * as Login from '../../../lib/entries/login'
import type { App } from '../../../lib/app/app'
import type { CallError } from '../../../lib/errors/call-error'
import { givePhone, type Phone } from '../../wx/phone'

export const STORAGE_KEY = 'tccc-wx-sdk/ticket'
export const HOUR_MS = 3_600_000
export const NOW = Date.parse('2026-11-22T08:00:00Z')
export const TOKEN = 'secret-token_1.a'

export const ticket = (changes: object = {}) => ({
  sdkAppId: '1400000001',
  userId: 'customer-1',
  token: TOKEN,
  expiresAt: NOW + HOUR_MS,
  ...changes,
})

/** What the call centre answers to a log-in that it takes. */
export const ANSWER = { token: TOKEN, userId: 'customer-1', expiresAt: NOW + HOUR_MS }

interface Scene {
  readonly phone: Phone
  readonly login: typeof Login
  readonly client: App
}

/** The app as after a cold start: nothing is known but what the phone has stored. */
export const coldStart = async (change: (phone: Phone) => object = () => ({})): Promise<Scene> => {
  const phone = givePhone(change)
  jest.resetModules()
  const [login, { app }] = await Promise.all([import('../../../lib/entries/login'), import('../../../lib/app/app')])
  return { phone, login, client: app }
}

/** The rejection of a promise that has to reject. */
export const rejection = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('it resolved')),
    (error: unknown) => error as CallError,
  )
