/**
 * Takes secrets and personal data out of events and sessions, so that a recording can be handed on.
 *
 * What `reduce` compares (signatures, addresses) gets a name: the same for the same value, and different for another.
 * What it never reads is blotted out. So redacted events reduce to redacted sessions, and a recording replays exactly.
 */
import type { CallEvent } from '../events/event'
import type { Session } from '../session/session'
import { remoteUsers } from '../status-codes/remote-users'
import { blot } from '../errors/blot'
import { mapTexts } from './map-texts'
import { createNames } from './names'

export interface Redact {
  readonly event: (event: CallEvent) => CallEvent
  readonly session: (session: Session) => Session
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
const PLAIN: readonly string[] = [
  'type',
  'kind',
  'phase',
  'state',
  'callId',
  'sessionId',
  'channelId',
  'roomId',
  'policy',
]

export const createRedact = (): Redact => {
  const nameOf = createNames()

  const text = (key: string, value: string, above: string): string => {
    // The label of a key is as telling as the key, and so is its length: the menu stands beside it.
    if (above === 'path') return '?'
    if (PLAIN.includes(key)) return value
    if (NAMED.includes(key)) return nameOf(key, value)
    return key === 'digits' ? value.replace(/./g, '?') : blot(value)
  }

  /** The list of users is the one message that `reduce` reads; one that it cannot read is left out. */
  const statusMessage = (message: string): string => {
    const users = remoteUsers(message)
    if (users.length === 0) return /userlist|userid/i.test(message) ? '[users]' : blot(message)
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
