import { EMPTY, merge } from 'rxjs'
import { isAway } from '../session/on-environment'
import { isRunning, type Session } from '../session/session'
import { hangUpAfter } from './hang-up-after'
import { muteWhile } from './mute-while'
import { named, type Policy } from './policy'

export interface BackgroundGraceOptions {
  /** Default 120,000. */
  readonly ms?: number
  /** What the seat hears until then: `keep` the voice (the default), or `mute` it. */
  readonly meanwhile?: 'keep' | 'mute'
}

const isHidden = (session: Session): boolean => isRunning(session) && isAway(session)

/**
 * Hangs up when a call has been in the background for `ms`; with `meanwhile: 'mute'`, mutes it there and unmutes it
 * afterwards. Lets go when the app is shown again. Throws a RangeError for what is no time.
 */
export const backgroundGrace = ({ ms = 120_000, meanwhile = 'keep' }: BackgroundGraceOptions = {}): Policy => {
  const end = hangUpAfter(ms, 'backgroundGrace', isHidden, 'the app was in the background for too long')
  return named('backgroundGrace', (context) =>
    merge(end(context), meanwhile === 'mute' ? muteWhile(isHidden, context) : EMPTY),
  )
}
