/** `startCall` as a Promise: the one place where a call meets one. */
import { filter, take } from 'rxjs'
import type { Call } from './call'
import { callError } from './errors/call-error'
import type { Locale } from './errors/catalogue'
import { startCall } from './events/intents'
import type { MediaKind } from './events/messages'
import { isConnected, isRunning } from './session/session'

export interface PlaceCallOptions {
  /** The id of the entry to call. */
  readonly channelId: string
  /** Default `audio`. */
  readonly media?: MediaKind
  /** The language of rejections. Default `zh`. */
  readonly locale?: Locale
}

/**
 * Dials. Resolves with the first answer of the call centre, before anybody has picked up. Rejects with
 * CHANNEL_MISSING, CALL_IN_PROGRESS, CANCELLED, or why the call ended before it was answered.
 */
export const placeCall = (call: Call, options: PlaceCallOptions): Promise<{ readonly sessionId: string }> => {
  const { channelId, media = 'audio', locale = 'zh' } = options
  if (!channelId) return Promise.reject(callError('CHANNEL_MISSING', locale))
  if (isRunning(call.session)) return Promise.reject(callError('CALL_IN_PROGRESS', locale))
  const intent = startCall({ channelId, media })
  return new Promise((resolve, reject) => {
    call.dispatch(intent)
    const outcome$ = call.session$.pipe(
      filter((session) => isConnected(session) || session.phase === 'ended'),
      filter((session) => session.callId === intent.callId),
      take(1),
    )
    outcome$.subscribe((session) => {
      if (session.phase !== 'ended') resolve({ sessionId: session.sessionId })
      else reject(callError(session.end.error ?? 'SYSTEM', locale, session.end.cause ?? undefined))
    })
  })
}
