/** What the entries for things beside the voice have in common: how a body is read, and when a page may speak. */
import { distinctUntilChanged, EMPTY, filter, map, type Observable, scan, startWith, switchMap } from 'rxjs'
import type { CallEvent } from '../call/event'
import type { Session } from '../call/session'
import { isObject } from '../link/codec'
import type { TcccWxSdk } from './tccc-wx-sdk'

/** Of the component, what these entries use. */
export type AsideSdk = Pick<TcccWxSdk, 'session$' | 'event$' | 'aside' | 'now'>

export type Body = Readonly<Record<string, unknown>>

/** Nothing of a body that cannot be read. */
const bodyOf = (body: string): Body => {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** What one side says beside the voice. */
export interface Said {
  /** Of this phone, and not of the call centre. */
  readonly isOurs: boolean
  readonly body: Body
}

/** `null`: the event says nothing about it. */
export const saidIn = (event: CallEvent, subject: string): Said | null =>
  'about' in event && event.about === subject
    ? { isOurs: event.type === 'intent/aside', body: bodyOf(event.body) }
    : null

/** Empty: there is none. */
const callOf = (session: Session): string => ('sessionId' in session ? (session.sessionId ?? '') : '')

/** What is known of the call from `event$`, now and after each change; each call begins with `first`. */
export const knownIn = <Known, Event>(
  { session$ }: AsideSdk,
  event$: Observable<Event>,
  heard: (known: Known, event: Event) => Known,
  first: Known,
): Observable<Known> =>
  session$.pipe(
    map(callOf),
    distinctUntilChanged(),
    switchMap(() => event$.pipe(scan(heard, first), startWith(first))),
    distinctUntilChanged(),
  )

/** In a call that was answered, to a centre that knows of it. */
const maySpeak = (session: Session, about: string): boolean =>
  callOf(session) !== '' &&
  session.phase !== 'ended' &&
  session.line.state === 'up' &&
  session.line.can?.includes(about) === true

/** Says that the page shows it, each time that it may; nothing comes of it here. */
export const announce = (sdk: AsideSdk, about: string): Observable<never> =>
  sdk.session$.pipe(
    map((session) => (maySpeak(session, about) ? callOf(session) : '')),
    distinctUntilChanged(),
    filter((sessionId) => sessionId !== ''),
    switchMap(() => {
      sdk.aside(about, {})
      return EMPTY
    }),
  )
