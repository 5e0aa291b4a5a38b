/** Subscription messages: the customer allows one message by each template, in a tap. */
import { catchError, map, type Observable, of } from 'rxjs'
import { answerOf, attempt } from './edge'
import { theWx } from './wx'

/** Since base library 2.4.4. */
export const canAskForMessages = (): boolean =>
  attempt(() => typeof theWx().requestSubscribeMessage === 'function') === true

/** `reject`, `ban` and `filter` allow nothing. The words of 2026: `accept`, `acceptWithAudio`, `acceptWithAlert`. */
const isAllowed = (answer: unknown): boolean => typeof answer === 'string' && answer.startsWith('accept')

/**
 * Asks at once when it is subscribed to, as WeChat takes the question in a tap only; one answer: the ids that were allowed,
 * none where the phone does not ask.
 */
export const askForMessages = (tmplIds: readonly string[]): Observable<readonly string[]> =>
  answerOf<Readonly<Record<string, unknown>>>((callbacks) =>
    theWx().requestSubscribeMessage?.({ tmplIds, ...callbacks }),
  ).pipe(
    map((answers) => tmplIds.filter((id) => isAllowed(answers[id]))),
    catchError(() => of([])),
  )
