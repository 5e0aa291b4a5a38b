import type { Wanted } from './session'

/** A switch of which nobody knows any more what the phone does: it has to be applied again. */
export const again = <Value>(wanted: Wanted<Value>): Wanted<Value> =>
  wanted.state === 'pending' && wanted.actual === null ? wanted : { ...wanted, actual: null, state: 'pending' }

/** What failed stays so until the phone does what is wanted, or until it is asked for again. */
const stateWith = <Value>({ desired, state }: Wanted<Value>, actual: Value): Wanted<Value>['state'] => {
  if (actual === desired) return 'applied'
  return state === 'failed' ? state : 'pending'
}

/** The phone does `actual`; `undefined`: it says nothing about this switch. */
export const applied = <Value>(wanted: Wanted<Value>, actual: Value | undefined): Wanted<Value> =>
  actual === undefined || (actual === wanted.actual && wanted.state !== 'failed')
    ? wanted
    : { desired: wanted.desired, actual, state: stateWith(wanted, actual) }

/** What has failed is tried again. */
export const retried = <Value>(wanted: Wanted<Value>): Wanted<Value> =>
  wanted.state === 'failed' ? { ...wanted, state: 'pending' } : wanted
