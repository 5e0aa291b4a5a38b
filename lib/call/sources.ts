/** What a call listens to. A source that fails is named, and takes neither the others nor the call with it. */
import { defer, filter, type Observable, type Subscription, take } from 'rxjs'
import type { CallEvent, EnvironmentEvent, MediaEvent, QualityEvent, SourceFailed } from '../events/event'
import type { Transition } from '../session/transition'

export interface Sources {
  readonly openLine: () => Observable<CallEvent>
  readonly media$: Observable<MediaEvent>
  readonly environment$: Observable<EnvironmentEvent>
  readonly quality$: Observable<QualityEvent>
  readonly transition$: Observable<Transition>
}

/** Tells which stream failed. */
export const failed = (source: SourceFailed['source'], error: unknown): SourceFailed => ({
  type: 'source/failed',
  source,
  message: String(error),
})

const nothing = (): void => undefined

/** While `lifetime` lasts. A line that failed is opened again by the next dialling, as one that was given up is. */
export const listen = (sources: Sources, lifetime: Subscription, enqueue: (event: CallEvent) => void): void => {
  const { openLine, media$, environment$, quality$, transition$ } = sources
  const hear = (name: SourceFailed['source'], source$: Observable<CallEvent>, then = nothing) => {
    const error = (fault: unknown) => {
      enqueue(failed(name, fault))
      then()
    }
    lifetime.add(source$.subscribe({ next: enqueue, error }))
  }
  const hearLine = () => {
    hear('line', defer(openLine), () => {
      enqueue({ type: 'line/gaveUp', code: 'NETWORK_LOST' })
      const dial$ = transition$.pipe(filter(({ event }) => event.type === 'intent/startCall'))
      lifetime.add(dial$.pipe(take(1)).subscribe(hearLine))
    })
  }
  hear('environment', environment$)
  hear('media', media$)
  hear('media', quality$)
  hearLine()
}
