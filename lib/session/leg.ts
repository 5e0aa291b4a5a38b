import type { Leg, LegFailure, RemoteLeg } from './session'

/** Media that were well for so long fail for the first time again. */
const STEADY_MS = 30_000

/** How often they were tried again, when this leg is left now. */
export const retriesAfter = ({ state, since }: Leg, retries: number, at: number): number =>
  state === 'up' && at - since >= STEADY_MS ? 0 : retries

type Changing = Omit<RemoteLeg, 'failure'> & { failure?: LegFailure }

/** The same stream in another state, in which the last failure is over. */
export const remoteIn = (remote: RemoteLeg, state: Leg['state'], at: number): RemoteLeg => {
  const leg: Changing = { ...remote, state, since: at }
  delete leg.failure
  return leg
}
