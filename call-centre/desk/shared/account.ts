/** Whose page this is: what the centre says to the cookie of the sign-in. */
import { EMPTY, type Observable, catchError, exhaustMap, from, ignoreElements, tap } from 'rxjs'
import type { Role } from '../../server/accounts/account'

export interface Me {
  readonly accountId: string
  readonly name: string
  readonly role: Role
}

/** What the centre has answered; 0: it did not. */
export interface Reply {
  readonly status: number
  readonly body: object
}

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

/** Never rejects. */
export const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object): Promise<Reply> => {
  try {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(path, { method, ...sent })
    return { status: response.status, body: objectOf(await response.json()) }
  } catch {
    return { status: 0, body: {} }
  }
}

export const toSignIn = (): void => {
  location.assign(`/sign-in/?to=${encodeURIComponent(location.pathname + location.search)}`)
}

/** Who has opened this page. Without a sign-in the page gives way to it, and this never resolves. */
export const me = async (): Promise<Me> => {
  const { status, body } = await ask('GET', '/api/me')
  if (status === 200) return body as Me
  toSignIn()
  return new Promise(() => undefined)
}

/** A line that does not come back may be one whose sign-in is over: then the page gives way. */
export const leaveWhenSignedOut = (lost$: Observable<unknown>): Observable<never> =>
  lost$.pipe(
    exhaustMap(() => from(ask('GET', '/api/me'))),
    tap(({ status }) => {
      if (status === 401) toSignIn()
    }),
    ignoreElements(),
    catchError(() => EMPTY),
  )
