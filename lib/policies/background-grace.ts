import { EMPTY, map, merge, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { isAway } from '../session/on-environment'
import { isRunning, type Session } from '../session/session'
import { muteWhile } from './mute-while'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

export interface BackgroundGraceOptions {
  /** Default 120,000. */
  readonly ms?: number
  /** What the seat hears until then: `keep` the voice (the default), or `mute` it. */
  readonly meanwhile?: 'keep' | 'mute'
}

const isHidden = (session: Session): boolean => isRunning(session) && isAway(session)

/**
 * Hangs up when a call has been in the background for `ms`; with `meanwhile: 'mute'`, mutes it there and unmutes it
 * afterwards. Lets go when the app is shown again.
 */
export const backgroundGrace = ({ ms = 120_000, meanwhile = 'keep' }: BackgroundGraceOptions = {}): Policy =>
  named('backgroundGrace', (context) => {
    const end$ = context.session$.pipe(
      whileSession(isHidden, () => timer(ms)),
      map(() => hangUp('the app was in the background for too long')),
    )
    return merge(end$, meanwhile === 'mute' ? muteWhile(isHidden, context) : EMPTY)
  })
