import { defer, merge, Observable } from 'rxjs'
import type { EnvironmentEvent } from '../events/event'
import { type NetworkStatus, theWx, type Wx } from './wx'

/** An event source of `wx` as an Observable: subscribing adds the listener, unsubscribing takes that one away. */
const signal = (
  on: ((listener: () => void) => void) | undefined,
  off: ((listener: () => void) => void) | undefined,
  event: EnvironmentEvent,
): Observable<EnvironmentEvent> =>
  new Observable((subscriber) => {
    const listener = () => {
      subscriber.next(event)
    }
    on?.(listener)
    return () => off?.(listener)
  })

const network = (wx: Wx): Observable<EnvironmentEvent> =>
  new Observable((subscriber) => {
    const listener = ({ isConnected, networkType }: NetworkStatus) => {
      subscriber.next({ type: 'network/changed', connected: isConnected, networkType })
    }
    wx.onNetworkStatusChange(listener)
    return () => wx.offNetworkStatusChange?.(listener)
  })

/** The app is on show again, while subscribed. */
export const appShown$ = defer(() => signal(theWx().onAppShow, theWx().offAppShow, { type: 'app/shown' }))

/** What the phone tells about itself, while subscribed. Sources that the base library lacks stay silent. */
export const wxEnvironment$ = new Observable<EnvironmentEvent>((subscriber) => {
  const wx = theWx()
  const source$ = merge(
    appShown$,
    signal(wx.onAppHide, wx.offAppHide, { type: 'app/hidden' }),
    signal(wx.onAudioInterruptionBegin, wx.offAudioInterruptionBegin, { type: 'audio/interrupted' }),
    signal(wx.onAudioInterruptionEnd, wx.offAudioInterruptionEnd, { type: 'audio/resumed' }),
    network(wx),
  )
  return source$.subscribe(subscriber)
})
