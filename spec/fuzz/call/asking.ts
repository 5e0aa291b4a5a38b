/** What holds for a call that waits for the phone. */
import type { Session } from '../../../lib/call/session'
import type { Invariant } from '../trace'
import { each } from './each'

/** The call centre has heard nothing of it. */
export const asksPhone = (session: Session): boolean => session.phase === 'dialling' && session.awaiting === 'phone'

/** A call before it may still be hung up: a session that nobody wants. */
const nothingIsSentBeforeThePhoneIsReady: Invariant = ({ sent, transitions }) => {
  const early = sent.find(({ message, session, transition }) => {
    if (!asksPhone(session) || transitions[transition]?.event.type === 'phone/ready') return false
    return !('callId' in message && 'callId' in session && message.callId !== session.callId)
  })
  return early && `sent ${JSON.stringify(early.message)} before the phone was ready`
}

/** Whoever dials: the customer, or a policy. */
const allCallsAskOrNone: Invariant = ({ transitions }) => {
  const dialled = transitions.flatMap(({ event }) => (event.type === 'intent/startCall' ? [event.awaiting] : []))
  return new Set(dialled).size > 1 ? 'one call asked the phone, and another did not' : undefined
}

const onlyTheAskedPhoneAnswers = each(({ event, from, to }) => {
  if (!event.type.startsWith('phone/') || from === to) return undefined
  if (!asksPhone(from)) return 'the phone answered and was not asked'
  return 'callId' in event && 'callId' in from && event.callId === from.callId
    ? undefined
    : 'an answer for another call'
})

export const ASKING_INVARIANTS = {
  nothingIsSentBeforeThePhoneIsReady,
  allCallsAskOrNone,
  onlyTheAskedPhoneAnswers,
} as const satisfies Readonly<Record<string, Invariant>>
