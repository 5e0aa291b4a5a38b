/** `startCall` as a Promise: the one place where a call meets one. */
import { filter, map, skipWhile, take } from 'rxjs'
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
  /** The client's id of the call. Default: a new one. */
  readonly callId?: string
  /** The language of rejections. Default `zh`. */
  readonly locale?: Locale
}

/**
 * Dials. Resolves with the first answer of the call centre, before anybody has picked up. Rejects with
 * CHANNEL_MISSING, CALL_IN_PROGRESS, CANCELLED, what keeps the phone from calling, or why the call ended before it was
 * answered.
 */
export const placeCall: (
  call: Call,
  options: PlaceCallOptions | undefined,
) => Promise<{ readonly sessionId: string }> = (call, options = { channelId: '' }) => {
  const { locale = 'zh', ...wanted } = options
  if (!wanted.channelId) return Promise.reject(callError('CHANNEL_MISSING', locale))
  if (isRunning(call.session)) return Promise.reject(callError('CALL_IN_PROGRESS', locale))
  const intent = startCall(wanted)
  return new Promise((resolve, reject) => {
    // Watched through the context: nobody who waits for an answer keeps alive a call whose page has left.
    const outcome$ = call.context.event$.pipe(
      // The queue may have marked it, so it is known by its id.
      skipWhile((event) => event.type !== 'intent/startCall' || event.callId !== intent.callId),
      map(() => call.session),
      filter((session) => session.phase !== 'dialling' || session.callId !== intent.callId),
      take(1),
    )
    const waiting = outcome$.subscribe((session) => {
      if (session.phase === 'idle' || session.callId !== intent.callId) reject(callError('CALL_IN_PROGRESS', locale))
      else if (isConnected(session)) resolve({ sessionId: session.sessionId })
      else if (session.phase === 'ended') {
        reject(callError(session.end.error ?? 'SYSTEM', locale, session.end.cause ?? undefined))
      }
    })
    try {
      call.dispatch(intent)
    } catch (error) {
      waiting.unsubscribe()
      throw error
    }
  })
}
