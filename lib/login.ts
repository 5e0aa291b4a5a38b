/** `tccc-wx-sdk/login`: who the customer is. */
import { callError } from './errors/call-error'
import { configuredSdkAppId, configure, logIn, tickets } from './wx/client'
import { locale } from './wx/locale'
import type { Customer, LogInOptions } from './login/log-in'

export type { Customer, LogInOptions } from './login/log-in'
export type { Credential, Gateway, LinkContext, LogInRequest } from './signalling/gateway'
export type { Settings } from './wx/client'
export { configure }

/**
 * Logs the customer in and keeps the credential until it expires. Calls at the same time share one request.
 * Rejects with SDK_APP_ID_MISSING, SDK_APP_ID_UNKNOWN, JS_CODE_MISSING, JS_CODE_INVALID, HOST_NOT_ALLOWED, NETWORK,
 * TOO_BUSY or SERVER_ERROR.
 */
export const login = (options: LogInOptions): Promise<Customer> => {
  if (options.sdkAppId !== undefined) configure({ sdkAppId: options.sdkAppId })
  return logIn(options)
}

/** Resolves `true` with a valid log-in; rejects with LOGIN_REQUIRED, or SDK_APP_ID_MISSING. Asks no server. */
export const checkLogin = (options: { readonly sdkAppId?: string | number } = {}): Promise<true> => {
  if (options.sdkAppId !== undefined) configure({ sdkAppId: options.sdkAppId })
  if (configuredSdkAppId() === null) return Promise.reject(callError('SDK_APP_ID_MISSING', locale()))
  if (tickets.current() === null) return Promise.reject(callError('LOGIN_REQUIRED', locale()))
  return Promise.resolve(true)
}

/** Forgets the log-in. A running call ends, as its line closes. */
export const logout = (): void => {
  tickets.drop()
}
