import { filter, map, mergeMap, type Observable, Subject, Subscription, takeWhile } from 'rxjs'
import {
  announce,
  type Announcement,
  type CallEvent,
  keepScreenOn,
  leaveAlert,
  logCall,
  mustStop,
  type Transition,
  turns,
} from '../lib/index'

export interface Watchers {
  readonly render: (transition: Transition) => void
  readonly stop: () => void
  /** The sound mode is the other one while `turned`. */
  readonly turn: (turned: boolean) => void
  readonly tell: (announcement: Announcement) => void
  readonly leaveWarning: () => string
}

/**
 * Lets the component and the log watch a call up to and with `last`, of which a page that is gone is not told. The line
 * opens when all of them listen: what it says at once is heard by all.
 */
export const watch = (transition$: Observable<Transition>, last: CallEvent, watchers: Watchers): void => {
  const watched$ = new Subject<Transition>()
  const session$ = watched$.pipe(map(({ to }) => to))
  const watching = new Subscription()
  watching.add(watched$.subscribe(watchers.render))
  watching.add(watched$.pipe(filter(mustStop)).subscribe(watchers.stop))
  watching.add(turns(watched$).subscribe(watchers.turn))
  const told$ = watched$.pipe(
    filter(({ event }) => event !== last),
    mergeMap(announce),
  )
  watching.add(told$.subscribe(watchers.tell))
  watching.add(leaveAlert(session$, watchers.leaveWarning).subscribe())
  watching.add(keepScreenOn(watched$).subscribe())
  watching.add(logCall(watched$).subscribe())
  watching.add(transition$.pipe(takeWhile(({ event }) => event !== last, true)).subscribe(watched$))
}
