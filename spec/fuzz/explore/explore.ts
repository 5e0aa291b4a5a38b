/**
 * Every sequence of events up to a depth, against the reducer and the outbox. The clock stands still and there is one
 * call, so that sessions which differ only in times or ids are one state; each state is visited once.
 */
import { createHash } from 'node:crypto'
import type { CallEvent } from '../../../lib/events/event'
import { mediaWish } from '../../../lib/media/media-wish'
import { NEXT_PHASES, type Phase, PHASE_LETTERS } from '../../../lib/session/phase'
import { reduce } from '../../../lib/session/reduce'
import { idle, isRunning, type Session } from '../../../lib/session/session'
import { messagesFor } from '../../../lib/signalling/outbox'
import { EVENTS } from '../call/alphabet'

const AT = 1
const CALL = 0

/** All that can happen in a call, also what is meant for another, and what a policy asks for too late. */
export const alphabet: readonly CallEvent[] = [
  ...Object.entries(EVENTS).flatMap(([lane, letters]) =>
    Object.values(letters).map((event) => event(lane === 'user' ? CALL : CALL + 1)),
  ),
  ...(Object.keys(PHASE_LETTERS) as Phase[]).map((inPhase): CallEvent => ({
    type: 'intent/hangUp',
    policy: 'limit',
    inPhase,
  })),
  { type: 'line/closed' },
  { type: 'policy/failed', policy: 'limit', message: 'no' },
]

export interface Exploration {
  readonly depth: number
  readonly states: number
  readonly steps: number
  /** All arrows between phases that were walked, as `from → to`. */
  readonly arrows: ReadonlySet<string>
  /** Nothing new was found at the end: deeper sequences lead to the same states. */
  readonly isComplete: boolean
  readonly faults: readonly string[]
}

const keyOf = (session: Session): string => createHash('sha1').update(JSON.stringify(session)).digest('base64')

/** What is wrong with one step. */
const faultOf = (from: Session, event: CallEvent, to: Session): string | undefined => {
  if (from.phase !== to.phase && !NEXT_PHASES[from.phase].includes(to.phase)) return 'is no arrow of the drawing'
  const wish = mediaWish(to)
  if (!isRunning(to) && (wish.pushUrl !== '' || wish.playUrl !== '' || wish.microphone)) return 'leaves media on'
  if (isRunning(from) && to.phase === 'ended' && to.end.code === 0 && to.end.endStatus !== 'error') return 'has no code'
  const said = messagesFor({ event, from, to, at: AT })
  const mine = isRunning(from) && 'sessionId' in from ? from.sessionId : null
  const stray = said.find(
    (message) => message.type !== 'call/start' && 'sessionId' in message && message.sessionId !== mine,
  )
  if (stray !== undefined && event.type !== 'call/started') return `says ${stray.type} for a session that does not run`
  const isToldHere = to.phase !== 'ended' || !isRunning(from) || /^(call\/|line\/up)/.test(event.type)
  return isToldHere || said.some(({ type }) => type === 'call/hangUp') ? undefined : 'ends a call and tells nobody'
}

const stepFault = (from: Session, event: CallEvent, to: Session): string | undefined => {
  const fault = faultOf(from, event, to)
  return fault && `${from.phase} → ${to.phase} by ${JSON.stringify(event)} ${fault}`
}

/** Goes level by level, until `maxDepth` or, after a whole level, the time is over. */
export const explore = (maxDepth: number, budgetMs = Infinity): Exploration => {
  const visited = new Set([keyOf(idle)])
  const arrows = new Set<string>()
  const faults: string[] = []
  const begin = performance.now()
  let [frontier, depth, steps]: [Session[], number, number] = [[idle], 0, 0]

  const visit = (from: Session): readonly Session[] => {
    const found: Session[] = []
    let canEnd = !isRunning(from)
    for (const event of alphabet) {
      const to = reduce(from, event, AT)
      steps += 1
      canEnd ||= to.phase === 'ended'
      const fault = stepFault(from, event, to)
      if (fault !== undefined) faults.push(fault)
      if (to === from) continue
      if (from.phase !== to.phase) arrows.add(`${from.phase} → ${to.phase}`)
      const key = keyOf(to)
      if (visited.has(key)) continue
      visited.add(key)
      found.push(to)
    }
    if (!canEnd) faults.push(`no event ends ${JSON.stringify(from)}`)
    return found
  }

  while (frontier.length > 0 && depth < maxDepth && performance.now() - begin < budgetMs) {
    const next: Session[] = []
    for (const session of frontier) {
      next.push(...visit(session))
      if (performance.now() - begin >= budgetMs) break
    }
    if (performance.now() - begin < budgetMs) depth += 1
    frontier = next
  }
  return { depth, states: visited.size, steps, arrows, isComplete: frontier.length === 0, faults }
}
