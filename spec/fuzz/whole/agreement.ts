/** Holds what a page believes of its call against what the call centre believes, second by second, on a good line. */
import type { OperatorState } from '../../../call-centre/server/operator-messages'
import { isConnected, type Session } from '../../../lib/entries/call'
import type { Clock } from '../wire/clock'
import type { Network } from '../wire/network'
import type { Page } from './page'

export interface Agreement {
  /** What the two sides believed of a call, where it was not the same for a second. */
  readonly differences: readonly string[]
  /** Something is done to the network. */
  disturb(): void
}

const TICK_MS = 1_000
/** A network that flaps does so for a minute; after another one, both sides know what became of the line. */
const SETTLED_MS = 120_000

const beliefs = (session: Session, { sessions }: OperatorState): string | null => {
  if (!isConnected(session) || session.line.state !== 'up') return null
  const call = sessions.find(({ sessionId }) => sessionId === session.sessionId)
  if (call?.phase === session.phase) return null
  return `the page is ${session.phase} in ${session.sessionId}, the centre ${call?.phase ?? 'knows it not'}`
}

/** Nobody is asked for a call on a line that is good without an answer. */
const unanswered = (session: Session): string | null =>
  session.phase === 'ended' && session.end.error === 'NO_ANSWER' ? `${session.callId} got no answer` : null

export const watchAgreement = (
  clock: Clock,
  network: Network,
  pages: readonly Page[],
  state: () => OperatorState,
): Agreement => {
  const differences: string[] = []
  const judged = new Set<string>()
  let before: readonly string[] = []
  let settledAt = 0

  const judge = (session: Session): string | null => {
    if (session.phase !== 'ended' || judged.has(session.callId)) return null
    judged.add(session.callId)
    return unanswered(session)
  }
  const look = () => {
    const isSettled = network.weather === 'up' && clock.now() >= settledAt
    const here = pages.filter((page) => page.isAttached()).map(({ sdk }) => sdk.call.session)
    const silence = here.map(judge).filter((fault) => fault !== null)
    const now = here.map((session) => beliefs(session, state())).filter((difference) => difference !== null)
    if (isSettled) differences.push(...silence, ...now.filter((difference) => before.includes(difference)))
    before = now
    clock.after(TICK_MS, look)
  }
  clock.after(TICK_MS, look)
  return {
    differences,
    disturb: () => {
      settledAt = clock.now() + SETTLED_MS
    },
  }
}
