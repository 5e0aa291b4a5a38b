/** What holds for every interruption. */
import { isAway, isConnected } from '../../../lib/call/session'
import type { Invariant } from '../trace'
import { each } from './each'

const hiddenIsKnown: Invariant = ({ transitions }) => {
  let hidden = false
  for (const { event, to } of transitions) {
    if (event.type === 'app/hidden') hidden = true
    if (event.type === 'app/shown') hidden = false
    if (hidden && !isAway(to)) return 'the app is hidden and the session does not say so'
    if (event.type === 'app/shown' && to.interruption !== null) return 'the app is shown and still interrupted'
  }
  return undefined
}

const backgroundIsNoProof = each(({ event, from, to }) =>
  event.type === 'media/applied' && isAway(from) && from !== to ? 'applied in the background' : undefined,
)

/** Told when it changes in a talk, at each answer, and when it is over: neither twice nor too late. */
const seatKnowsTheInterruption: Invariant = ({ sent, transitions }) => {
  let known: string | null = null
  for (const [index, { from, to }] of transitions.entries()) {
    const holds = sent.flatMap(({ message, transition }) =>
      transition === index && message.type === 'call/hold' ? [message.held ? (message.reason ?? '') : null] : [],
    )
    const isAgain = from.phase === 'talking' && to.phase === 'talking' && holds[0] === known
    if (holds.length > 1 || (holds.length === 1 && isAgain)) return 'the seat was told twice'
    if (holds.length === 1) known = holds[0] ?? null
    if (!isConnected(to)) known = null
    if (to.interruption === null && known !== null) return 'the call centre still believes the customer away'
    if (to.phase === 'talking' && known !== (to.interruption?.reason ?? null))
      return `the seat knows of ${String(known)}, and it is ${String(to.interruption?.reason)}`
  }
  return undefined
}

export const INTERRUPTION_INVARIANTS = { hiddenIsKnown, backgroundIsNoProof, seatKnowsTheInterruption } as const
