/** `tccc-wx-sdk/readiness`: whether this phone can call, before anybody dials. */
import { filter, map, merge, type Observable, switchMap, take } from 'rxjs'
import { callError } from './errors/call-error'
import type { ErrorCode } from './errors/codes'
import type { MediaKind } from './events/messages'
import { ACTIONS, type Gap, type Readiness } from './readiness/gap'
import { gapsOf, isObstacle, questionsOf } from './readiness/judge'
import { tickets } from './wx/client'
import { wxEnvironment$ } from './wx/environment'
import { locale } from './wx/locale'
import { asked$, wxPhoneFacts$ } from './wx/readiness'
import { theWx } from './wx/wx'

export type { Gap, GapAction, Readiness } from './readiness/gap'

export interface ReadinessOptions {
  /** What is to be called with. Default `audio`. */
  readonly media?: MediaKind
}

/** The gap that the `code` of a rejection of `startCall` names, with what to hang on a tap. */
export const gapOf = (code: ErrorCode): Gap => {
  const { message, remedy } = callError(code, locale())
  return { code, message, remedy, action: ACTIONS[code] ?? null }
}

const look = (media: MediaKind): Observable<Readiness> =>
  wxPhoneFacts$.pipe(
    map((facts) => {
      const gaps = gapsOf(facts, media)
      return { ready: !gaps.some(isObstacle), gaps: gaps.map(gapOf), willAsk: questionsOf(facts, media) }
    }),
  )

/**
 * Whether a call would be dialled now, and after each change of the network and the log-in, when the customer has
 * answered what a call asked, and whenever the app is shown again, as it is after a look at the settings. It asks nothing
 * itself.
 */
export const watchReadiness = ({ media = 'audio' }: ReadinessOptions = {}): Observable<Readiness> =>
  merge(
    tickets.ticket$,
    asked$,
    wxEnvironment$.pipe(filter(({ type }) => type === 'app/shown' || type === 'network/changed')),
  ).pipe(switchMap(() => look(media)))

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
  if (action !== undefined && action !== 'logIn') theWx()[action]?.({})
}
