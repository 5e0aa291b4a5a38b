/** A call of the built package on a socket that a bench writes to. */
import { createCall, createLink, NEVER, of, startCall, Subject } from './built.mjs'

/** `sent` gets what the call sends, `opened` the sub-protocols of each opening; `receive` gives it a frame. */
export const openCall = ({ sent = () => undefined, opened = () => undefined, policies = [] } = {}) => {
  let socket$ = new Subject()
  const openSocket = (_, protocols) => {
    opened(protocols)
    socket$ = new Subject()
    return { event$: socket$, send: sent, close: () => undefined }
  }
  const gateway = { url: () => 'ws://127.0.0.1/signalling', openSocket, token$: of('t') }
  const call = createCall({ link: createLink(gateway), media$: NEVER, environment$: NEVER }, { policies })
  return {
    call,
    opens: () => socket$.next({ type: 'open' }),
    receive: (frame) => socket$.next({ type: 'frame', frame }),
    closes: (code = 1006, reason = '') => socket$.next({ type: 'closed', code, reason }),
    start: (callId) => call.dispatch(startCall({ channelId: 'c-1', callId })),
  }
}
