/** `tccc-wx-sdk/login`: who the customer is. */
import { callError } from '../errors/call-error'
import { app, configure } from '../app/app'
import type { Customer, LogInOptions } from '../app/login/log-in'

export type { Customer, LogInOptions } from '../app/login/log-in'
export type { Credential, Gateway, LinkContext, LogInRequest } from '../link/gateway'
export type { Settings } from '../app/settings'
export { configure }

/** Nothing at all counts as no options. */
const configuredFrom = <Options extends { readonly sdkAppId?: string | number }>(
  options?: Options | null,
): Partial<Options> => {
  const given: Partial<Options> = options ?? {}
  if (given.sdkAppId !== undefined) configure({ sdkAppId: given.sdkAppId })
  return given
}

/**
 * Logs the customer in and keeps the credential until it expires. Calls at the same time share one request.
 * Rejects with SDK_APP_ID_MISSING, SDK_APP_ID_UNKNOWN, JS_CODE_MISSING, JS_CODE_INVALID, LOGIN_BLOCKED, HOST_NOT_ALLOWED,
 * NETWORK, TOO_BUSY, SERVER_ERROR, or CANCELLED when `logout` was called before the answer came.
 */
export const login = (options: LogInOptions): Promise<Customer> => {
  // Pages are written in JavaScript, too: what is missing there is told as any other error.
  const given = configuredFrom(options)
  return app.logIn({ ...given, jsCode: given.jsCode ?? '' })
}

/** Resolves `true` with a valid log-in; rejects with LOGIN_REQUIRED, or SDK_APP_ID_MISSING. Asks no server. */
export const checkLogin = (options?: { readonly sdkAppId?: string | number }): Promise<true> => {
  configuredFrom(options)
  if (app.sdkAppId() === null) return Promise.reject(callError('SDK_APP_ID_MISSING', app.locale()))
  if (app.tickets.current() === null) return Promise.reject(callError('LOGIN_REQUIRED', app.locale()))
  return Promise.resolve(true)
}

/** Forgets the log-in, also one that is on its way. A running call ends, as its line closes. */
export const logout = (): void => {
  app.cancel()
  app.tickets.drop()
}
