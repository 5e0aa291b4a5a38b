/** One queue and one reducer for a page: whatever happened is an event, and nothing else changes the state. */
import type { Observable } from 'rxjs'
import { Subject, map, observeOn, queueScheduler, scan, share, shareReplay, startWith } from 'rxjs'

export interface Transition<State, Event> {
  readonly event: Event
  readonly from: State
  readonly to: State
}

export interface Store<State, Event> {
  /** Run to completion: an event that a reaction dispatches waits until all have seen the present one. */
  readonly dispatch: (event: Event) => void
  readonly transition$: Observable<Transition<State, Event>>
  /** Replays the latest state, as long as somebody subscribes. */
  readonly state$: Observable<State>
}

/** `now` stamps each event with epoch milliseconds. */
export const createStore = <State, Event>(
  initial: State,
  reduce: (state: State, event: Event, at: number) => State,
  now: () => number = Date.now,
): Store<State, Event> => {
  const event$ = new Subject<Event>()
  const transition$ = event$.pipe(
    observeOn(queueScheduler),
    scan<Event, Transition<State, Event> | { readonly to: State }, { readonly to: State }>(
      ({ to: from }, event) => ({ event, from, to: reduce(from, event, now()) }),
      { to: initial },
    ),
    map((step) => step as Transition<State, Event>),
    share(),
  )
  const state$ = transition$.pipe(
    map(({ to }) => to),
    startWith(initial),
    shareReplay({ bufferSize: 1, refCount: true }),
  )
  return {
    dispatch: (event) => {
      event$.next(event)
    },
    transition$,
    state$,
  }
}
