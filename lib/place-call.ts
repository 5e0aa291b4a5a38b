/** `startCall` as a Promise: the one place where a call meets one. */
import { ignoreElements, skipWhile, tap } from 'rxjs'
import type { Call } from './call'
import { callError } from './errors/call-error'
import type { Locale } from './errors/catalogue'
import { startCall } from './events/intents'
import type { MediaKind } from './events/messages'
import { named } from './policies/policy'
import { isConnected, isRunning } from './session/session'

export interface PlaceCallOptions {
  /** The id of the entry to call. */
  readonly channelId: string
  /** Default `audio`. */
  readonly media?: MediaKind
  /** The client's id of the call. Default: a new one. */
  readonly callId?: string
  /** The language of rejections. Default `zh`. */
  readonly locale?: Locale
}

/**
 * Dials. Resolves with the first answer of the call centre, before anybody has picked up. Rejects with
 * CHANNEL_MISSING, CALL_IN_PROGRESS, CANCELLED, or why the call ended before it was answered.
 */
export const placeCall = (call: Call, options: PlaceCallOptions): Promise<{ readonly sessionId: string }> => {
  const { locale = 'zh', ...wanted } = options
  if (!wanted.channelId) return Promise.reject(callError('CHANNEL_MISSING', locale))
  if (isRunning(call.session)) return Promise.reject(callError('CALL_IN_PROGRESS', locale))
  const intent = startCall(wanted)
  return new Promise((resolve, reject) => {
    const settle = () => {
      const { session } = call
      if (session.phase === 'idle' || session.callId !== intent.callId) reject(callError('CALL_IN_PROGRESS', locale))
      else if (isConnected(session)) resolve({ sessionId: session.sessionId })
      else if (session.phase === 'ended') {
        reject(callError(session.end.error ?? 'SYSTEM', locale, session.end.cause ?? undefined))
      } else return
      stop()
    }
    // A policy watches without keeping the call alive: a page that leaves while it dials ends the call.
    const watch = named('placeCall', ({ event$ }) =>
      event$.pipe(
        skipWhile((event) => event !== intent),
        tap(settle),
        ignoreElements(),
      ),
    )
    const stop = call.use(watch)
    try {
      call.dispatch(intent)
    } catch (error) {
      stop()
      throw error
    }
  })
}
