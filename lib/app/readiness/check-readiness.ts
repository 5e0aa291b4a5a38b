/** What a page asks of the readiness of the phone, before anybody dials. */
import { type Observable, take } from 'rxjs'
import type { ErrorCode } from '../../errors/codes'
import { openFor } from '../../wx/phone-facts'
import { app } from '../app'
import { ACTIONS, type Gap, type Readiness } from './gap'
import type { ReadinessOptions } from './readiness'

export type { Gap, GapAction, Readiness } from './gap'
export type { ReadinessOptions } from './readiness'

/** The gap that the `code` of a rejection of `startCall` names, with what to hang on a tap. */
export const gapOf = (code: ErrorCode): Gap => app.readiness.gapOf(code)

/**
 * Whether a call would be dialled now, and after each change of the network and the log-in, when the customer has
 * answered what a call asked, and whenever the app is shown again, as it is after a look at the settings. It asks nothing
 * itself.
 */
export const watchReadiness = (options?: ReadinessOptions): Observable<Readiness> => app.readiness.watch(options)

/** `watchReadiness` for a call without a picture. */
export const readiness$ = watchReadiness()

/** Whether a call would be dialled now. It asks the customer nothing, and takes 5 s at the most. */
export const checkReadiness = (options?: ReadinessOptions): Promise<Readiness> =>
  new Promise((resolve, reject) => {
    watchReadiness(options).pipe(take(1)).subscribe({ next: resolve, error: reject })
  })

/**
 * Opens what mends a gap, or the `code` of a rejection; only in the handler of a tap. For `logIn`, which is the page's own
 * to do, and where nothing can be opened, it does nothing.
 */
export const resolveGap = ({ code }: Pick<Gap, 'code'>): void => {
  const action = ACTIONS[code]
  if (action !== undefined && action !== 'logIn') openFor(action)
}
