/** Text beside the voice, as an entry of its own: a call whose page shows none loads nothing of it. PROTOCOL.md §4.4. */
import { map, merge, type Observable } from 'rxjs'
import type { CallEvent } from '../call/event'
import { callError } from '../errors/call-error'
import { fits } from '../link/codec'
import { bytes, id } from '../link/shapes'
import { announce, type AsideSdk, type Body, knownIn, saidIn } from './asides'

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

const form = bytes(1_024)
const RANKS: readonly Seen[] = ['sent', 'delivered', 'read']

/** It goes forwards only. */
const marked = (texts: readonly Text[], by: Text['by'], body: Body): readonly Text[] => {
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
    const said = saidIn(event, 'text')
    if (said === null) return texts
    const [by, other] = said.isOurs ? (['customer', 'seat'] as const) : (['seat', 'customer'] as const)
    const { id: textId, text, name } = said.body
    if (typeof textId !== 'string' || !fits(form, text)) return marked(texts, other, said.body)
    if (!fits(id, textId) || texts.some((known) => known.id === textId)) return texts
    const written = { id: textId, by, text: String(text), at: now(), seen: 'sent' } as const
    return [...texts, typeof name === 'string' ? { ...written, name } : written]
  }

const writtenIn = (sdk: AsideSdk): Observable<readonly Text[]> => knownIn(sdk, sdk.event$, taken(sdk.now), [])

const told = (sdk: AsideSdk, texts: readonly Text[], seen: Seen): void => {
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
export const conversation = (sdk: AsideSdk): Conversation => ({
  text$: merge(
    writtenIn(sdk).pipe(
      map((texts) => {
        told(sdk, texts, 'delivered')
        return texts
      }),
    ),
    announce(sdk, 'text'),
  ),
  send: (text) => {
    if (!fits(form, text)) throw callError('INTENT_INVALID')
    sdk.aside('text', { id: `t${random()}${random()}`, text })
  },
  read: (texts) => {
    told(sdk, texts, 'read')
  },
})
