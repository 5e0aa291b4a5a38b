/** When each side has to be heard, and the one alarm that a link sets for it. PROTOCOL.md §3.3. */
import type { LinkState, Live, OpenLine, LinkStep } from './state'

const WELCOME_MS = 10_000
const PROBE_MS = 3_000

const silenceMs = ({ welcomedAt, heartbeatMs }: OpenLine): number =>
  welcomedAt === null ? WELCOME_MS : 2 * heartbeatMs

/** Timers stand still while the phone sleeps; the clock does not. */
export const isOverdue = ({ at, heardAt, line }: Live): boolean => at - heardAt >= silenceMs(line)

/** When the other side counts as dead, unless it is heard before. */
export const deadAt = ({ heardAt, line }: Pick<Live, 'heardAt' | 'line'>): number => {
  if (line.probedAt !== null) return line.probedAt + PROBE_MS
  return (line.welcomedAt === null ? line.openedAt : heardAt) + silenceMs(line)
}

const dueAt = ({ heardAt, line }: LinkState): number => {
  if (line.is === 'open') return Math.min(line.beatAt, deadAt({ heardAt, line }))
  return line.is === 'pause' ? line.retryAt : Infinity
}

/** One alarm, for whatever comes first. */
export const armed = ([link, effects]: LinkStep): LinkStep => {
  const due = dueAt(link)
  if (due === link.alarmAt) return [link, effects]
  return [{ ...link, alarmAt: due }, effects.concat({ do: 'wait', ms: Math.max(0, due - link.at) })]
}
