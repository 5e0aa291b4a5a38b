/**
 * Every sequence of events up to a depth from each beginning, against the reducer and the outbox. The clock stands still
 * and there is one call, so that sessions which differ only in times or ids are one state; each state is visited once.
 */
import { createHash } from 'node:crypto'
import { type Transition, transitionOf } from '../../../lib/call/step'
import { isRunning, type Session } from '../../../lib/call/session'
import { alphabet } from './alphabet'
import { beginnings } from './beginnings'
import { AT, faultOf } from './faults'

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

/** How good the media are changes nothing else: sessions that differ in that alone are one state. */
const keyOf = (session: Session): string =>
  createHash('sha1')
    .update(JSON.stringify({ ...session, quality: null }))
    .digest('base64')

const stepFault = (transition: Transition): string | undefined => {
  const { event, from, to } = transition
  const fault = faultOf(transition)
  return fault && `${from.phase} → ${to.phase} by ${JSON.stringify(event)} ${fault}`
}

/** Goes level by level, until `maxDepth` or, after a whole level, the time is over. */
export const explore = (maxDepth: number, budgetMs = Infinity): Exploration => {
  const visited = new Set(beginnings.map(keyOf))
  const arrows = new Set<string>()
  const faults: string[] = []
  const begin = performance.now()
  let [frontier, depth, steps]: [Session[], number, number] = [[...beginnings], 0, 0]

  const visit = (from: Session): readonly Session[] => {
    const found: Session[] = []
    let canEnd = !isRunning(from)
    for (const event of alphabet) {
      const transition = transitionOf(from, event, AT)
      const { to } = transition
      steps += 1
      canEnd ||= to.phase === 'ended'
      const fault = stepFault(transition)
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
