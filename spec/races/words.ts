/** What comes of a scene, in the letters and words of its picture. */
import type { MediaWish } from '../../lib/call/media-wish'
import type { Announcement } from '../../lib/call/bind-events'
import type { Session } from '../../lib/call/session'
import type { ClientMessage } from '../../lib/link/messages'
import type { Fact } from './picture'

/** The letters of the bind events; the phases are drawn already, so `stateChange` has none. */
const TOLD: Readonly<Record<Announcement['name'], string | null>> = {
  stateChange: null,
  sessionStart: 's',
  accepted: 'a',
  sessionEnded: 'e',
  reconnecting: 'r',
  reconnected: 'b',
  networkQuality: 'q',
  advice: 'v',
  notice: 'n',
  aside: 'd',
  error: 'x',
}

export const toldLetter = ({ name }: Announcement): string | null => TOLD[name]

/** `o`: off. In the room `p`: heard, `m`: muted; at the ear `e`: heard, `n`: muted. */
export const askedLetter = ({ pushUrl, microphone, soundMode }: MediaWish): string => {
  if (pushUrl === '') return 'o'
  if (soundMode === 'speaker') return microphone ? 'p' : 'm'
  return microphone ? 'e' : 'n'
}

export const endInWords = (end: {
  readonly closeBy: string
  readonly endStatus: string
  readonly cause: string | null
}): string => `${end.closeBy} ${end.endStatus}${end.cause === null ? '' : `, ${end.cause}`}`

export const hangUpInWords = (message: ClientMessage): readonly string[] =>
  message.type === 'call/hangUp'
    ? [`${message.sessionId ?? message.callId} ${message.closeBy} ${message.endStatus}`]
    : []

/** What a session says for itself. */
export const sessionFacts = (session: Session): Readonly<Record<Exclude<Fact, 'startCall' | 'hangUp'>, string[]>> => ({
  end: session.phase === 'ended' ? [endInWords(session.end)] : [],
  with: 'seat' in session ? [session.seat.name] : [],
  microphone: [`${session.microphone.desired} ${session.microphone.state}`],
  soundMode: [`${session.soundMode.desired} ${session.soundMode.state}`],
})
