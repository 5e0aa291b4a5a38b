/** The lanes of the diagram, from who asks to what the session becomes. */
import type { CallEvent } from '../../lib/call/event'
import type { Session } from '../../lib/call/session'
import type { Domain } from './columns'

export const LANES = ['intents', 'policies', 'out', 'in', 'line', 'pusher', 'player', 'phone'] as const
export type Lane = (typeof LANES)[number]

const LANE_OF: Readonly<Record<Domain, Lane>> = {
  intent: 'intents',
  policy: 'policies',
  call: 'in',
  line: 'line',
  pusher: 'pusher',
  media: 'pusher',
  player: 'player',
  quality: 'phone',
  phone: 'phone',
  app: 'phone',
  audio: 'phone',
  network: 'phone',
  source: 'phone',
}

/** A wish of a policy stands with the policies; an event that is not known here comes from the phone around the call. */
export const laneOf = (event: CallEvent): Lane => {
  if ('policy' in event) return 'policies'
  const domain = event.type.slice(0, event.type.indexOf('/'))
  return (LANE_OF as Readonly<Partial<Record<string, Lane>>>)[domain] ?? 'phone'
}

/** What the line of a lane is drawn by, where the session knows how its source is. */
export const STATE_OF: Readonly<Partial<Record<Lane, (session: Session) => string>>> = {
  line: ({ line }) => line.state,
  pusher: ({ local }) => local.state,
  player: ({ remote }) => remote.state,
}
