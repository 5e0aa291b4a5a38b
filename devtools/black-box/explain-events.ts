/** What an event tells support staff. The type says when one is missing. */
import type { CallEvent } from '../../lib/call/event'
import type { End } from '../../lib/call/session'
import { statusCode } from '../dictionaries/dictionary'
import type { Words } from './explain-words'

interface Says<Event> {
  /** When the call ended with it. Without: who ended it, in the words of the end. */
  readonly ending?: (event: Event, words: Words, end: End) => string
  /** When the call went on, but something went wrong. */
  readonly mishap?: (event: Event, words: Words) => string
}

const silent = {}

/** The end names the code of the phone, which may be older than the event that ended the call. */
const mediaEnding = {
  ending: (_: unknown, words: Words, { cause }: End) => {
    const [, named = '', code = ''] = /^(live-p\w+ (-?\d+))/.exec(cause ?? '') ?? []
    const origin = named.startsWith('live-player') ? 'live-player' : 'live-pusher'
    return words.mediaFailed(named, statusCode(origin, Number(code)))
  },
}

const SAYINGS: { readonly [Type in CallEvent['type']]: Says<Extract<CallEvent, { type: Type }>> } = {
  'intent/startCall': { ending: (_, words) => words.notDialled },
  'intent/hangUp': {
    ending: ({ policy, reason = '' }, words) => {
      if (policy !== undefined) return words.policyHungUp(policy, reason)
      return reason === 'left' ? words.customerLeft : words.customerHungUp
    },
  },
  'intent/mute': silent,
  'intent/unmute': silent,
  'intent/setSoundMode': silent,
  'intent/setCamera': silent,
  'intent/switchCamera': silent,
  'intent/sendDigits': silent,
  'intent/aside': silent,
  'intent/notify': silent,
  'call/started': silent,
  'call/refused': { ending: ({ code, message }, words) => words.refused(code, message) },
  'call/ivr': silent,
  'call/queued': silent,
  'call/ringing': silent,
  'call/accepted': silent,
  'call/held': silent,
  'call/room': silent,
  'call/aside': silent,
  'call/ended': { ending: ({ closeBy, reason = '' }, words) => words.endedBy(words.parties[closeBy], reason) },
  'line/opening': silent,
  'line/up': { ending: (_, words) => words.lineForgotten },
  'line/lost': silent,
  'line/gaveUp': { ending: (_, words) => words.lineGaveUp },
  'line/slow': silent,
  'line/invalid': silent,
  'line/closed': silent,
  'pusher/status': mediaEnding,
  'pusher/error': mediaEnding,
  'player/status': silent,
  'media/applied': silent,
  'media/failed': { mishap: ({ target, message }, words) => words.switchFailed(target, message) },
  'media/due': mediaEnding,
  'quality/measured': silent,
  'quality/advised': silent,
  'app/hidden': silent,
  'app/shown': silent,
  'audio/interrupted': silent,
  'audio/resumed': silent,
  'network/changed': silent,
  'network/weak': silent,
  'phone/ready': { ending: (_, words) => words.notDialled },
  'phone/unready': { ending: (_, words) => words.notDialled },
  'policy/failed': { mishap: ({ policy, message }, words) => words.policyThrew(policy, message) },
  'source/failed': { mishap: ({ source, message }, words) => words.sourceFailed(source, message) },
}

/** A recording may hold events of a type that is not known here. */
const sayingOf = ({ type }: CallEvent): Says<CallEvent> =>
  Object.prototype.hasOwnProperty.call(SAYINGS, type) ? (SAYINGS[type] as Says<CallEvent>) : silent

/** What the event that ended the call says about it. */
export const endingOf = (event: CallEvent, end: End, words: Words): string =>
  sayingOf(event).ending?.(event, words, end) ?? words.endedBy(words.parties[end.closeBy], end.cause ?? '')

/** What went wrong with the event, or `null`. */
export const mishapOf = (event: CallEvent, words: Words): string | null =>
  sayingOf(event).mishap?.(event, words) ?? null
