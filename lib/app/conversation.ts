/** Text beside the voice, as an entry of its own: a call whose page shows none loads nothing of it. PROTOCOL.md §4.4. */
import { distinctUntilChanged, EMPTY, filter, map, merge, type Observable, scan, startWith, switchMap, tap } from 'rxjs'
import type { CallEvent } from '../call/event'
import type { Session } from '../call/session'
import { callError } from '../errors/call-error'
import { fits, isObject } from '../link/codec'
import { bytes, id } from '../link/shapes'
import type { TcccWxSdk } from './tccc-wx-sdk'

/** How far a text has come to the other side. */
export type Seen = 'sent' | 'delivered' | 'read'

export interface Text {
  readonly id: string
  readonly by: 'customer' | 'seat'
  /** Of the agent who wrote it. */
  readonly name?: string
  readonly text: string
  /** When this phone wrote or heard it, in the time of `now()`. */
  readonly at: number
  readonly seen: Seen
}

export interface Conversation {
  /**
   * All texts of the call, now and after each change; a new call begins with none. While it is subscribed to, the agent
   * may write; what was written before it was, is not in it.
   */
  readonly text$: Observable<readonly Text[]>
  /** 1 to 1,024 bytes of UTF-8, in a call that was answered. Throws INTENT_INVALID; without such a call it does nothing. */
  readonly send: (text: string) => void
  /** The customer has the texts before the eyes: the agent sees that they were read. */
  readonly read: (texts: readonly Text[]) => void
}

type Sdk = Pick<TcccWxSdk, 'session$' | 'event$' | 'aside' | 'now'>

const form = bytes(1_024)
const RANKS: readonly Seen[] = ['sent', 'delivered', 'read']

const bodyOf = (body: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** It goes forwards only. */
const marked = (texts: readonly Text[], by: Text['by'], body: Readonly<Record<string, unknown>>): readonly Text[] => {
  const seen = RANKS.find((rank) => rank === body['seen'])
  if (seen === undefined) return texts
  return texts.map((text) =>
    text.id === body['id'] && text.by === by && RANKS.indexOf(seen) > RANKS.indexOf(text.seen)
      ? { ...text, seen }
      : text,
  )
}

/** An aside of either side; the same id again is the same text. */
const taken =
  (now: () => number) =>
  (texts: readonly Text[], event: CallEvent): readonly Text[] => {
    if ((event.type !== 'intent/aside' && event.type !== 'call/aside') || event.about !== 'text') return texts
    const [by, other] =
      event.type === 'intent/aside' ? (['customer', 'seat'] as const) : (['seat', 'customer'] as const)
    const body = bodyOf(event.body)
    const { id: textId, text, name } = body
    if (typeof textId !== 'string' || !fits(form, text)) return marked(texts, other, body)
    if (!fits(id, textId) || texts.some((known) => known.id === textId)) return texts
    const written = { id: textId, by, text: String(text), at: now(), seen: 'sent' } as const
    return [...texts, typeof name === 'string' ? { ...written, name } : written]
  }

const callOf = (session: Session): string => ('sessionId' in session ? (session.sessionId ?? '') : '')

/** Whether the page may say that it shows text: in a call that was answered, to a centre that knows of it. */
const mayWrite = (session: Session): boolean =>
  callOf(session) !== '' &&
  session.phase !== 'ended' &&
  session.line.state === 'up' &&
  session.line.can?.includes('text') === true

const writtenIn = ({ session$, event$, now }: Sdk): Observable<readonly Text[]> =>
  session$.pipe(
    map(callOf),
    distinctUntilChanged(),
    switchMap(() => event$.pipe(scan(taken(now), []), startWith<readonly Text[]>([]))),
    distinctUntilChanged(),
  )

/** The session in which the page may say so, each time that it may. */
const mayWriteIn = ({ session$ }: Sdk): Observable<string> =>
  session$.pipe(
    map((session) => (mayWrite(session) ? callOf(session) : '')),
    distinctUntilChanged(),
    filter((sessionId) => sessionId !== ''),
  )

const told = (sdk: Sdk, texts: readonly Text[], seen: Seen): void => {
  texts
    .filter((text) => text.by === 'seat' && RANKS.indexOf(text.seen) < RANKS.indexOf(seen))
    .forEach((text) => {
      sdk.aside('text', { id: text.id, seen })
    })
}

const random = (): string => Math.random().toString(36).slice(2, 12)

/**
 * Text beside the voice of `sdk`, the component: `const { text$, send, read } = conversation(sdk)`. To a call centre that
 * knows no text nothing is sent: the event `error` says NOT_SUPPORTED, and the call goes on.
 */
export const conversation = (sdk: Sdk): Conversation => ({
  text$: merge(
    writtenIn(sdk).pipe(
      tap((texts) => {
        told(sdk, texts, 'delivered')
      }),
    ),
    mayWriteIn(sdk).pipe(
      tap(() => {
        sdk.aside('text', {})
      }),
      switchMap(() => EMPTY),
    ),
  ),
  send: (text) => {
    if (!fits(form, text)) throw callError('INTENT_INVALID')
    sdk.aside('text', { id: `t${random()}${random()}`, text })
  },
  read: (texts) => {
    told(sdk, texts, 'read')
  },
})
