import { distinctUntilChanged, EMPTY, map, mergeMap, type Observable, skipWhile } from 'rxjs'
import { isRunning, type Session } from '../session/session'
import { theWx } from './wx'

/**
 * While subscribed, WeChat asks `message` before a page with a running call is left; an empty one: it does not ask.
 * Needs base library 2.12.0; an older one does not ask either.
 */
export const leaveAlert = (session$: Observable<Session>, message: () => string): Observable<never> =>
  session$.pipe(
    map((session) => (isRunning(session) ? message() : '')),
    distinctUntilChanged(),
    skipWhile((text) => text === ''),
    mergeMap((text) => {
      if (text === '') theWx().disableAlertBeforeUnload?.()
      else theWx().enableAlertBeforeUnload?.({ message: text })
      return EMPTY
    }),
  )
