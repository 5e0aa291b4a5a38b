/** The lanes of the diagram, from who asks to what the session becomes. */
import type { CallEvent, Session } from 'tccc-wx-sdk/call'

export const LANES = ['intents', 'policies', 'out', 'in', 'line', 'pusher', 'player', 'phone'] as const
export type Lane = (typeof LANES)[number]

const LANE_OF: Readonly<Record<string, Lane>> = {
  intent: 'intents',
  policy: 'policies',
  call: 'in',
  line: 'line',
  pusher: 'pusher',
  media: 'pusher',
  player: 'player',
}

/** A wish of a policy stands with the policies; whatever else there is comes from the phone around the call. */
export const laneOf = (event: CallEvent): Lane => {
  if ('policy' in event) return 'policies'
  return LANE_OF[event.type.slice(0, event.type.indexOf('/'))] ?? 'phone'
}

/** What the line of a lane is drawn by, where the session knows how its source is. */
export const STATE_OF: Readonly<Partial<Record<Lane, (session: Session) => string>>> = {
  line: ({ line }) => line.state,
  pusher: ({ local }) => local.state,
  player: ({ remote }) => remote.state,
}
