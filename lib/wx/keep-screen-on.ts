import { EMPTY, filter, mergeMap, type Observable } from 'rxjs'
import { isRunning } from '../session/session'
import type { Transition } from '../session/transition'
import { theWx } from './wx'

/**
 * While subscribed, the screen stays on during a call. WeChat forgets the setting when the app is left, so it is made
 * again on return; at the end it is taken back.
 */
export const keepScreenOn = (transition$: Observable<Transition>): Observable<never> =>
  transition$.pipe(
    filter(({ event, from, to }) => isRunning(from) !== isRunning(to) || (isRunning(to) && event.type === 'app/shown')),
    mergeMap(({ to }) => {
      theWx().setKeepScreenOn?.({ keepScreenOn: isRunning(to) })
      return EMPTY
    }),
  )
