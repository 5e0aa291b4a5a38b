import { type Observable, distinctUntilChanged, map } from 'rxjs'
import type { Workstation } from './state'

/** A part of the state, told at once and whenever it is another. */
export const whenChanged = <Value>(
  state$: Observable<Workstation>,
  pick: (state: Workstation) => Value,
  same: (a: Value, b: Value) => boolean = Object.is,
): Observable<Value> => state$.pipe(map(pick), distinctUntilChanged(same))

/** For values that are made anew each time. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
