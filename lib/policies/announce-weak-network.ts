import { concat, EMPTY, exhaustMap, filter, of, switchMap } from 'rxjs'
import { notify } from '../call/intents'
import { isConnected } from '../call/session'
import { named, type Policy } from './policy'
import { after, whileSession } from './while'

/** live-pusher: the way up is poor. live-player: the playing stutters. */
const WEAK: Readonly<Record<string, number>> = { 'pusher/status': 1101, 'player/status': 2105 }

/**
 * Notifies `weakNetwork` when the phone reports a poor connection, at most once within `quietMs` (default 30,000). Lets
 * go when the call ends. Throws a RangeError for what is no time.
 */
export const announceWeakNetwork = ({ quietMs = 30_000 } = {}): Policy => {
  const quiet$ = after(quietMs, 'quietMs of announceWeakNetwork').pipe(switchMap(() => EMPTY))
  return named('announceWeakNetwork', ({ session$, event$ }) => {
    const weak$ = event$.pipe(filter((event) => 'code' in event && WEAK[event.type] === event.code))
    return session$.pipe(
      whileSession(isConnected, () => weak$.pipe(exhaustMap(() => concat(of(notify('weakNetwork')), quiet$)))),
    )
  })
}
