/**
 * Takes secrets and personal data out of events and sessions, so that a recording can be handed on.
 *
 * What `reduce` compares (signatures, addresses) gets a name: the same for the same value, and different for another.
 * What it never reads is redacted. So redacted events reduce to redacted sessions, and a recording replays exactly.
 */
import type { CallEvent } from '../call/event'
import type { Session } from '../call/session'
import { remoteUsers } from '../status-codes/remote-users'
import { redactText, redactNumbers } from '../errors/redact-text'
import { DEEPEST } from './recording'

export interface Redact {
  readonly event: (event: CallEvent) => CallEvent
  readonly session: (session: Session) => Session
}

/** A copy of JSON in which each text went through `change`, by the key that it stands under, and the key above that. */
const mapTexts = <Value>(value: Value, change: (key: string, text: string, above: string) => string): Value => {
  const copy = (part: unknown, key: string, above: string, depth: number): unknown => {
    if (typeof part === 'string') return change(key, part, above)
    if (typeof part !== 'object' || part === null) return part
    if (depth > DEEPEST) return null
    if (Array.isArray(part)) return part.map((item: unknown) => copy(item, key, above, depth + 1))
    const fields: Record<string, unknown> = {}
    Object.entries(part).forEach(([name, field]: [string, unknown]) => {
      fields[name] = copy(field, name, key, depth + 1)
    })
    return fields
  }
  // Texts become texts, so the shape stays.
  return copy(value, '', '', 0) as Value
}

/** Names in the place of secrets: the same for the same value, different for another. */
const createNames = (): ((kind: string, value: string) => string) => {
  const names = new Map<string, string>()
  return (kind, value) => {
    const known = names.get(value)
    if (known !== undefined || value === '') return known ?? ''
    const name = `[${kind} ${String(names.size + 1)}]`
    names.set(value, name)
    return name
  }
}

const NAMED: readonly string[] = [
  'userSig',
  'privateMapKey',
  'streamId',
  'userDefineRecordId',
  'userId',
  'pushUrl',
  'playUrl',
  'token',
]
/** Words of the protocol and ids: they are compared, and hold no secret. */
const PLAIN: readonly string[] = ['type', 'kind', 'phase', 'state', 'callId', 'sessionId', 'roomId', 'policy']

/** Of a context the names are kept, and what stands under those that are said to be harmless. */
const blotted = (context: string, harmless: readonly string[]): string => {
  try {
    return JSON.stringify(JSON.parse(context), (name, value: unknown) => {
      if (typeof value === 'object' && value !== null) return value
      return harmless.includes(name) ? redactText(String(value)) : '?'
    })
  } catch {
    return '?'
  }
}

/** `harmless`: names in the context of a call under which nothing secret stands. Default: none. */
export const createRedact = (harmless: () => readonly string[] = () => []): Redact => {
  const nameOf = createNames()

  const text = (key: string, value: string, above: string): string => {
    // The label of a key is as telling as the key, and so is its length: the menu stands beside it.
    if (above === 'path') return '?'
    if (key === 'context' || key === 'body') return blotted(value, harmless())
    if (PLAIN.includes(key)) return value
    if (NAMED.includes(key)) return nameOf(key, value)
    // A page may dial what a customer has typed.
    if (key === 'channelId') return redactNumbers(value)
    return key === 'digits' ? value.replace(/./g, '?') : redactText(value)
  }

  /** The list of users is the one message that `reduce` reads; one that it cannot read is left out. */
  const statusMessage = (message: string): string => {
    const users = remoteUsers(message)
    if (users.length === 0) return /userlist|userid/i.test(message) ? '[users]' : redactText(message)
    const userlist = users.map(({ userId, playUrl, hasAudio, hasVideo }) => ({
      userid: nameOf('userId', userId),
      playurl: nameOf('playUrl', playUrl),
      ...(hasAudio === undefined ? {} : { hasaudio: hasAudio }),
      ...(hasVideo === undefined ? {} : { hasvideo: hasVideo }),
    }))
    return JSON.stringify({ userlist })
  }

  return {
    event: (event) => {
      const redacted = mapTexts(event, text)
      // Both are read alike: errors carry the codes of the same table.
      if ((event.type !== 'pusher/status' && event.type !== 'pusher/error') || event.message === undefined)
        return redacted
      return { ...event, message: statusMessage(event.message) }
    },
    session: (session) => mapTexts(session, text),
  }
}
