import type { Skills } from '../accounts/account'
import type { Groups } from '../config/centre-config'

/** Which groups may take a call that has waited so long: its own first, then those that it has flowed over to. */
export function reachOf(groups: Groups, group: string | undefined, waitedMs: number): readonly string[] {
  return steps(groups, group)
    .filter(({ atMs }) => atMs <= waitedMs)
    .map(({ groupId }) => groupId)
}

/** All groups that may take the call in the end. */
export function furthestReach(groups: Groups, group: string | undefined): readonly string[] {
  return reachOf(groups, group, Infinity)
}

/** How long until one more group may take the call; undefined: none will. */
export function widensInMs(groups: Groups, group: string | undefined, waitedMs: number): number | undefined {
  const next = steps(groups, group).find(({ atMs }) => atMs > waitedMs)
  return next && next.atMs - waitedMs
}

/**
 * How well a seat suits a call: the smaller the better; undefined: not at all. Any seat suits a call without a group, and
 * one of the call's own group better than one of a group that it has flowed over to. `skills`, of the seat's account, take
 * the place of what the configuration says of the seat.
 */
export function rankOf(groups: Groups, reach: readonly string[], seatId: string, skills?: Skills): number | undefined {
  if (reach.length === 0) return 0
  for (const [hops, groupId] of reach.entries()) {
    const level = skills ? levelOf(skills, groupId) : levelIn(groups, groupId, seatId)
    if (level !== undefined) return hops * BEYOND_LEVELS + level
  }
  return undefined
}

/** Levels are 1 to 9. */
const BEYOND_LEVELS = 10

function levelOf(skills: Skills, groupId: string): number | undefined {
  return Object.hasOwn(skills, groupId) ? skills[groupId] : undefined
}

function levelIn(groups: Groups, groupId: string, seatId: string): number | undefined {
  const group = groups[groupId]
  if (!group) return undefined
  return group.seats === undefined ? 1 : Object.hasOwn(group.seats, seatId) ? group.seats[seatId] : undefined
}

interface Step {
  readonly groupId: string
  /** When it joins, in the call's wait. */
  readonly atMs: number
}

function steps(groups: Groups, first: string | undefined): readonly Step[] {
  const found: Step[] = []
  let [groupId, atMs] = [first, 0]
  // Groups may flow over to each other in a circle.
  while (groupId !== undefined && found.every((step) => step.groupId !== groupId)) {
    found.push({ groupId, atMs })
    const overflow = groups[groupId]?.overflow
    groupId = overflow?.to
    atMs += overflow?.afterMs ?? 0
  }
  return found
}
