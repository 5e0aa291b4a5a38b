/** What a running call asks of the phone around it: a screen that stays on, and a question before the page is left. */
import { distinctUntilChanged, EMPTY, filter, mergeMap, type Observable, skipWhile } from 'rxjs'
import { isRunning } from '../call/session'
import type { Transition } from '../call/step'
import { attempt } from './edge'
import { theWx } from './wx'

/**
 * While subscribed, the screen stays on during a call. WeChat forgets the setting when the app is left, so it is made
 * again on return; at the end it is taken back.
 */
export const keepScreenOn = (transition$: Observable<Transition>): Observable<never> =>
  transition$.pipe(
    filter(({ event, from, to }) => isRunning(from) !== isRunning(to) || (isRunning(to) && event.type === 'app/shown')),
    mergeMap(({ to }) => {
      attempt(() => theWx().setKeepScreenOn?.({ keepScreenOn: isRunning(to) }))
      return EMPTY
    }),
  )

const askBeforeUnload = (message: string): unknown =>
  message === '' ? theWx().disableAlertBeforeUnload?.() : theWx().enableAlertBeforeUnload?.({ message })

/**
 * While subscribed, WeChat asks the last `message` before the page is left; an empty one: it does not ask. Needs base
 * library 2.12.0; an older one does not ask either.
 */
export const leaveAlert = (message$: Observable<string>): Observable<never> =>
  message$.pipe(
    distinctUntilChanged(),
    skipWhile((text) => text === ''),
    mergeMap((text) => {
      attempt(() => askBeforeUnload(text))
      return EMPTY
    }),
  )
