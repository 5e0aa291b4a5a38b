import type { CallEvent } from '../events/event'
import { isKnownToPlayer, isKnownToPusher } from '../status-codes/neutral-codes'

type Status = Extract<CallEvent, { readonly type: 'pusher/status' | 'pusher/error' | 'player/status' }>

/** Whether a media tag told a code that nobody knows. It changes nothing; who collects such codes can filter for them. */
export const isUnknownStatus = (event: CallEvent): event is Status => {
  if (event.type === 'player/status') return event.means === undefined && !isKnownToPlayer(event.code)
  const isPusher = event.type === 'pusher/status' || event.type === 'pusher/error'
  return isPusher && event.means === undefined && !isKnownToPusher(event.code)
}
