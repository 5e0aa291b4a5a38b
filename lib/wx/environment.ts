import { defer, merge, Observable } from 'rxjs'
import type { EnvironmentEvent } from '../call/event'
import { attempt } from './edge'
import { theWx } from './wx'

type Attach<Details extends readonly unknown[]> = (listener: (...details: Details) => void) => void

/**
 * An event source of `wx` as an Observable: subscribing adds the listener, unsubscribing takes that one away. One that
 * the base library lacks, or that throws, stays silent: nothing may rely on an event that never comes.
 */
const source = <Details extends readonly unknown[]>(
  on: Attach<Details> | undefined,
  off: Attach<Details> | undefined,
  eventOf: (...details: Details) => EnvironmentEvent,
): Observable<EnvironmentEvent> =>
  new Observable((subscriber) => {
    const listener = (...details: Details) => {
      subscriber.next(eventOf(...details))
    }
    attempt(() => on?.(listener))
    return () => attempt(() => off?.(listener))
  })

/** The app is on show again, while subscribed. */
export const appShown$ = defer(() => source(theWx().onAppShow, theWx().offAppShow, () => ({ type: 'app/shown' })))

/** What the phone tells about itself, while subscribed. */
export const wxEnvironment$ = new Observable<EnvironmentEvent>((subscriber) => {
  const wx = theWx()
  const source$ = merge(
    appShown$,
    source(wx.onAppHide, wx.offAppHide, () => ({ type: 'app/hidden' })),
    source(wx.onAudioInterruptionBegin, wx.offAudioInterruptionBegin, () => ({ type: 'audio/interrupted' })),
    source(wx.onAudioInterruptionEnd, wx.offAudioInterruptionEnd, () => ({ type: 'audio/resumed' })),
    source(wx.onNetworkWeakChange, wx.offNetworkWeakChange, ({ weakNet }) => ({ type: 'network/weak', weak: weakNet })),
    source(wx.onNetworkStatusChange, wx.offNetworkStatusChange, ({ isConnected, networkType }) => ({
      type: 'network/changed',
      connected: isConnected,
      networkType,
    })),
  )
  return source$.subscribe(subscriber)
})
