import { muteWhile } from './mute-while'
import { named, type Policy } from './policy'

/**
 * Mutes while the app is hidden or another sound has the phone, so that nobody is overheard, and unmutes afterwards.
 * Lets go of a customer who was muted before, or who touches the switch meanwhile.
 */
export const muteWhileInterrupted = (): Policy =>
  named('muteWhileInterrupted', (context) => muteWhile(({ interruption }) => interruption !== null, context))
