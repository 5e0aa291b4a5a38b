/** What the entries for things beside the voice have in common: how a body is read, and when a page may speak. */
import { distinctUntilChanged, filter, map, type Observable } from 'rxjs'
import type { Session } from '../call/session'
import { isObject } from '../link/codec'
import type { TcccWxSdk } from './tccc-wx-sdk'

/** Of the component, what these entries use. */
export type AsideSdk = Pick<TcccWxSdk, 'session$' | 'event$' | 'aside' | 'now'>

export type Body = Readonly<Record<string, unknown>>

/** Nothing of a body that cannot be read. */
export const bodyOf = (body: string): Body => {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** Empty: there is none. */
export const callOf = (session: Session): string => ('sessionId' in session ? (session.sessionId ?? '') : '')

/** In a call that was answered, to a centre that knows of it. */
const maySpeak = (session: Session, about: string): boolean =>
  callOf(session) !== '' &&
  session.phase !== 'ended' &&
  session.line.state === 'up' &&
  session.line.can?.includes(about) === true

/** The session in which a page may say that it shows something, each time that it may. */
export const speaksIn = ({ session$ }: AsideSdk, about: string): Observable<string> =>
  session$.pipe(
    map((session) => (maySpeak(session, about) ? callOf(session) : '')),
    distinctUntilChanged(),
    filter((sessionId) => sessionId !== ''),
  )
