/** A page that the browser freezes, in virtual time: its timers and what its socket hears wait, and come all at once. */
import { asyncScheduler, Observable, type SchedulerAction } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../../../../lib/link/socket'

/** What waits while a page is frozen. The browser promises no order between the two. */
export type Waiting = 'timers' | 'events'

export interface Freezer {
  /** What the page does of itself; the timers that it sets are the page's. While it is frozen, it waits. */
  readonly run: (act: () => void) => void
  /** The page's way to the net: what it has sent arrives, and what it hears waits. */
  readonly net: (openSocket: OpenSocket) => OpenSocket
  freeze(): void
  /** `first` is what the page hears of first. */
  thaw(first: Waiting): void
}

type Act = () => void

/** One at a time: it takes the place of the scheduler's `schedule`, until `jest.restoreAllMocks`. */
export const createFreezer = (): Freezer => {
  const set = asyncScheduler.schedule.bind(asyncScheduler)
  let isInPage = false
  /** Null: it is not frozen. */
  let waiting: Readonly<Record<Waiting, Act[]>> | null = null
  const turn = <Result>(inPage: boolean, act: () => Result): Result => {
    const before = isInPage
    isInPage = inPage
    try {
      return act()
    } finally {
      isInPage = before
    }
  }
  const outside = <Result>(act: () => Result): Result => turn(false, act)
  const happens = (what: Waiting, act: Act): void => {
    if (waiting) waiting[what].push(act)
    else turn(true, act)
  }
  const setForPage = <State>(work: (this: SchedulerAction<State>, state?: State) => void, delayMs = 0, state?: State) =>
    set(
      function (this: SchedulerAction<State>, given?: State) {
        happens('timers', () => {
          if (!this.closed) work.call(this, given)
        })
      },
      delayMs,
      state,
    )
  jest
    .spyOn(asyncScheduler, 'schedule')
    .mockImplementation((work, delayMs, state) => (isInPage ? setForPage : set)(work, delayMs, state))
  return {
    run(act) {
      happens('events', act)
    },
    net: (openSocket) => (url, protocols) => {
      const socket = outside(() => openSocket(url, protocols))
      return {
        event$: new Observable<SocketEvent>((page) =>
          socket.event$.subscribe((event) => {
            happens('events', () => {
              page.next(event)
            })
          }),
        ),
        send: (frame) => {
          outside(() => {
            socket.send(frame)
          })
        },
        close: (code, reason) => {
          outside(() => {
            socket.close(code, reason)
          })
        },
      }
    },
    freeze() {
      waiting = { timers: [], events: [] }
    },
    thaw(first) {
      const { timers, events } = waiting ?? { timers: [], events: [] }
      waiting = null
      for (const act of first === 'timers' ? [...timers, ...events] : [...events, ...timers]) turn(true, act)
    },
  }
}
