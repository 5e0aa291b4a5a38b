/** Renews the log-in by the app's own function: before it expires, and when the call centre does not take it any more. */
import { asyncScheduler, EMPTY, merge, mergeMap, type Observable, of, Subject, switchMap, timer } from 'rxjs'
import type { ErrorCode } from '../errors/codes'
import { LONGEST_TIMER_MS } from '../events/longest-timer'
import { oneAtATime } from './one-at-a-time'
import type { Tickets } from './ticket'

/** Normally `wx.login`, and `login` with its code. It has succeeded when there is a new log-in once it is settled. */
export type RenewLogIn = () => PromiseLike<unknown>

export interface RenewalPorts {
  readonly tickets: Tickets
  readonly hook: () => RenewLogIn | undefined
  /** The app is on show again: timers stood still meanwhile. */
  readonly shown$: Observable<unknown>
}

export interface Renewal {
  /** Emits nothing; renews while subscribed. */
  readonly alive$: Observable<never>
  /** What is wrong with the log-in; `null` also while it may still be renewed. */
  readonly gap: () => Extract<ErrorCode, 'LOGIN_REQUIRED' | 'TOKEN_EXPIRED'> | null
  /** Renews a log-in that has expired, whenever the last try was. The promise resolves in every case. */
  readonly renewExpired: () => PromiseLike<void>
}

/** Long enough for some tries before the log-in is too old to open a line with. */
const BEFORE_MS = 600_000

export const createRenewal = ({ tickets, hook, shown$ }: RenewalPorts): Renewal => {
  const settled$ = new Subject<void>()
  const tries = oneAtATime(() => {
    const before = tickets.latest()
    const isNew = () => tickets.latest() !== before
    return new Promise<unknown>((resolve) => {
      resolve(hook()?.())
    }).then(isNew, isNew)
  })
  const isRenewable = () => tickets.latest() !== null && hook() !== undefined

  const waitMs = (): number =>
    Math.max(0, tries.pauseMs(), (tickets.latest()?.expiresAt ?? 0) - BEFORE_MS - asyncScheduler.now())

  const wait = (): Observable<unknown> => timer(Math.min(waitMs(), LONGEST_TIMER_MS))

  const renew = () =>
    tries.run().then(() => {
      settled$.next()
    })

  const due = () => {
    if (waitMs() === 0) void renew()
    else settled$.next()
    return EMPTY
  }

  return {
    alive$: tickets.ticket$.pipe(
      switchMap(() => (isRenewable() ? merge(of(null), shown$, settled$).pipe(switchMap(wait)) : EMPTY)),
      mergeMap(due),
    ),
    gap: () => {
      if (tickets.current() !== null) return null
      if (tickets.latest() === null) return 'LOGIN_REQUIRED'
      return hook() !== undefined && tries.failures() === 0 ? null : 'TOKEN_EXPIRED'
    },
    renewExpired: () => (tickets.current() === null && isRenewable() ? renew() : Promise.resolve()),
  }
}
