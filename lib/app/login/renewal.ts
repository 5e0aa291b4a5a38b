/** Renews the log-in by the app's own function: before it expires, and when the call centre does not take it any more. */
import { EMPTY, merge, mergeMap, type Observable, of, Subject, switchMap, timer } from 'rxjs'
import type { ErrorCode } from '../../errors/codes'
import { LONGEST_TIMER_MS } from '../../link/retry-delay'
import type { Clock } from '../../wx/clock'
import type { Tickets } from './ticket'

/** Normally `wx.login`, and `login` with its code. It has succeeded when there is a new log-in once it is settled. */
export type RenewLogIn = () => PromiseLike<unknown>

export interface RenewalPorts {
  readonly tickets: Tickets
  readonly hook: () => RenewLogIn | undefined
  /** The app is on show again: timers stood still meanwhile. */
  readonly shown$: Observable<unknown>
  readonly clock: Clock
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
/** After a try that brought no log-in, doubled by each one that follows. */
const FIRST_PAUSE_MS = 60_000
const DOUBLINGS = 5
/** One that has not settled after this time is taken for failed. */
const TRY_MS = 30_000

interface Tries {
  /** Resolves in every case, once the function has settled; while it runs, the same promise. */
  readonly run: () => PromiseLike<void>
  /** How often it has failed on end. */
  readonly failures: () => number
  /** Until it may be called again without being asked for; below 0: it may. */
  readonly pauseMs: () => number
}

/** Calls the app's function, never twice at once, and says when it may be called again. `act` resolves with whether it has succeeded. */
const createTries = (act: () => PromiseLike<boolean>, clock: Clock): Tries => {
  let running: { readonly done: PromiseLike<void>; readonly until: number } | null = null
  let failures = 0
  let notBefore = -Infinity

  const settle = (mine: object, succeeded: boolean) => {
    if (running === mine) running = null
    failures = succeeded ? 0 : failures + 1
    const doublings = Math.min(DOUBLINGS, Math.max(0, failures - 1))
    notBefore = clock() + FIRST_PAUSE_MS * Math.pow(2, doublings)
  }

  return {
    run: () => {
      const now = clock()
      if (running !== null && now < running.until) return running.done
      const settled = new Promise<boolean>((resolve) => {
        resolve(act())
      })
      const end = (succeeded: boolean) => {
        settle(mine, succeeded)
      }
      const done = settled.then(end, () => {
        end(false)
      })
      const mine = { done, until: now + TRY_MS }
      running = mine
      return done
    },
    failures: () => failures,
    pauseMs: () => notBefore - clock(),
  }
}

export const createRenewal = ({ tickets, hook, shown$, clock }: RenewalPorts): Renewal => {
  const settled$ = new Subject<void>()
  const tries = createTries(() => {
    const before = tickets.latest()
    const isNew = () => tickets.latest() !== before
    return new Promise<unknown>((resolve) => {
      resolve(hook()?.())
    }).then(isNew, isNew)
  }, clock)
  const isRenewable = () => tickets.latest() !== null && hook() !== undefined

  const waitMs = (): number => Math.max(0, tries.pauseMs(), tickets.leftMs() - BEFORE_MS)

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
