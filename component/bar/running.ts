/** Where a running call can be: on the pages below, which WeChat keeps as they are while another stands on them. */
import { map, type Observable, of, startWith, switchMap, timer } from 'rxjs'
import { isRunning, type Session, type TcccWxSdk } from '../../lib/entries/index'

/** As `getCurrentPages` gives it. */
export interface OpenPage {
  selectComponent(selector: string): unknown
}

export interface Running {
  readonly session: Session
  readonly page: OpenPage
}

type Call = Pick<TcccWxSdk, 'session$'>

/** A component that has a call: `tccc-wx-sdk` itself, or the panel around it. */
type Found = Partial<Call> & { readonly sdk?: Partial<Call> }

const sessionsOf = (page: OpenPage, selectors: readonly string[]): readonly Observable<Running>[] =>
  selectors.reduce<readonly Observable<Running>[]>((all, selector) => {
    const found = page.selectComponent(selector) as Found | null
    const session$ = found?.sdk?.session$ ?? found?.session$
    return session$ === undefined ? all : [...all, session$.pipe(map((session) => ({ session, page })))]
  }, [])

/** Each second of a talk, as its clock counts them. */
const seconds = ({ session }: Running, now: () => number): Observable<unknown> =>
  session.phase === 'talking'
    ? timer(1_000 - (Math.max(0, now() - session.acceptedAt) % 1_000), 1_000).pipe(startWith(0))
    : of(0)

/** The first of these that runs, and `null` while none does. */
const firstOf = ([first$, ...others]: readonly Observable<Running>[]): Observable<Running | null> =>
  first$ === undefined
    ? of(null)
    : first$.pipe(switchMap((running) => (isRunning(running.session) ? of(running) : firstOf(others))))

/**
 * The running call on one of `pages`, on the uppermost when there are several; again with each change and each second of a
 * talk. `null`: there is none now. `pages`: from the bottom up.
 */
export const runningOn = (
  pages: readonly OpenPage[],
  selectors: readonly string[],
  now: () => number,
): Observable<Running | null> =>
  firstOf(
    pages.reduce<readonly Observable<Running>[]>((above, page) => [...sessionsOf(page, selectors), ...above], []),
  ).pipe(switchMap((running) => (running === null ? of(null) : seconds(running, now).pipe(map(() => running)))))
