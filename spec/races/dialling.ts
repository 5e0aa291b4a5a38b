import { placeCall } from '../../lib/app/place-call'
import type { Act } from '../../lib/entries/testing'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Dials as the component does, and notes how the promise of each `startCall` settles, in their order. */
export const dialling = (): { readonly act: Act; readonly startCalls: readonly string[] } => {
  const startCalls: string[] = []
  const act: Act = (call, intent) => {
    if (intent.type !== 'intent/startCall') {
      call.dispatch(intent)
      return
    }
    const { callId, channelId } = intent
    const index = startCalls.push('pending') - 1
    placeCall(call, { callId, channelId }).then(
      ({ sessionId }) => (startCalls[index] = `resolves ${sessionId}`),
      (error: unknown) => (startCalls[index] = `rejects ${codeOf(error)}`),
    )
  }
  return { act, startCalls }
}
