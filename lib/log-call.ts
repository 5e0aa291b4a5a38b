/** The log of a call: to WeChat's log books, or to the sink of `configure({ log })`. */
import { EMPTY, type Observable } from 'rxjs'
import type { Call } from './call'
import { logTransitions } from './log/log-transitions'
import { configuredLog } from './wx/client'
import { wxLogBooks } from './wx/log'

/** Writes while subscribed. */
export const logCall = (transition$: Call['transition$']): Observable<unknown> => {
  const log = configuredLog()
  return log === 'off' ? EMPTY : logTransitions(transition$, log ?? wxLogBooks)
}
