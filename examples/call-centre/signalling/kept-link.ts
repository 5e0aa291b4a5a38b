import type { KeptFlow } from './flow'

/** A link as it is stored. */
export interface KeptLink {
  readonly userId: string
  readonly flow: KeptFlow
  /** When the window ends, epoch milliseconds; absent while there is a socket. */
  readonly windowEndsAt?: number
}
