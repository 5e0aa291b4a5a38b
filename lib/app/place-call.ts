/** `startCall` as a Promise: the one place where a call meets one. */
import { filter, map, skipWhile, take } from 'rxjs'
import type { Call } from '../run/create-call'
import { callError, isCallError } from '../errors/call-error'
import type { Locale } from '../errors/catalogue'
import { type Context, startCall } from '../call/intents'
import type { MediaKind } from '../link/messages'
import { isConnected, isRunning } from '../call/session'

export interface PlaceCallOptions {
  /** The id of the entry to call. */
  readonly channelId: string
  /** Default `audio`. */
  readonly media?: MediaKind
  /** The client's id of the call. Default: a new one. */
  readonly callId?: string
  /** What the agent should know: an object of at most 4,096 bytes as JSON. */
  readonly context?: Context
  /** The language of rejections. Default `zh`. */
  readonly locale?: Locale
}

const wished = (wanted: Parameters<typeof startCall>[0], locale: Locale): ReturnType<typeof startCall> => {
  try {
    return startCall(wanted)
  } catch (error) {
    throw isCallError(error) ? callError(error.code, locale, error.cause) : error
  }
}

/**
 * Dials. Resolves with the first answer of the call centre, before anybody has picked up. Rejects with
 * CHANNEL_MISSING, CHANNEL_INVALID, CONTEXT_INVALID, CALL_IN_PROGRESS, CANCELLED, what keeps the phone from calling, or why the call ended
 * before it was answered.
 */
export const placeCall: (
  call: Call,
  options: PlaceCallOptions | undefined,
) => Promise<{ readonly sessionId: string }> = (call, options = { channelId: '' }) => {
  const { locale = 'zh', ...wanted } = options
  if (!wanted.channelId) return Promise.reject(callError('CHANNEL_MISSING', locale))
  if (isRunning(call.session)) return Promise.reject(callError('CALL_IN_PROGRESS', locale))
  return new Promise((resolve, reject) => {
    const intent = wished(wanted, locale)
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
