/** A call of the built package on a socket that a bench writes to. */
import { createCall, createLink, NEVER, of, startCall, Subject } from './built.mjs'

/** `send` takes what the call sends, `receive` gives it a frame. */
export const openCall = ({ sent = () => undefined, random = () => 0.5, policies = [] } = {}) => {
  let socket$ = new Subject()
  const openSocket = () => {
    socket$ = new Subject()
    return { event$: socket$, send: sent, close: () => undefined }
  }
  const gateway = { url: () => 'ws://127.0.0.1/signalling', openSocket, token$: of('t'), random }
  const call = createCall({ link: createLink(gateway), media$: NEVER, environment$: NEVER }, { policies })
  return {
    call,
    opens: () => socket$.next({ type: 'open' }),
    receive: (frame) => socket$.next({ type: 'frame', frame }),
    closes: (code = 1006, reason = '') => socket$.next({ type: 'closed', code, reason }),
    start: (callId) => call.dispatch(startCall({ channelId: 'c-1', callId })),
  }
}
