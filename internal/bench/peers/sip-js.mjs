/** A phone of SIP.js, with a stand-in for its media: what is measured is the signalling. */
import { ANSWER } from './sip-server.mjs'

const media = () => ({
  getDescription: () => Promise.resolve({ body: ANSWER, contentType: 'application/sdp' }),
  hasDescription: () => true,
  setDescription: () => Promise.resolve(),
  sendDtmf: () => true,
  close: () => undefined,
})

/** `told` hears `registered`, `ringing`, `talking` and `ended`. */
export const createPhone = ({ Inviter, Registerer, RegistererState, SessionState, UserAgent }, told) => {
  const ua = new UserAgent({
    uri: UserAgent.makeURI('sip:customer@call.example'),
    transportOptions: { server: 'wss://call.example', traceSip: false },
    authorizationUsername: 'customer',
    authorizationPassword: 'secret',
    sessionDescriptionHandlerFactory: media,
    logBuiltinEnabled: false,
  })
  let session
  return {
    connect: async () => {
      await ua.start()
      const registerer = new Registerer(ua)
      registerer.stateChange.addListener((state) => state === RegistererState.Registered && told('registered'))
      await registerer.register()
    },
    call: () => {
      session = new Inviter(ua, UserAgent.makeURI('sip:1042@call.example'))
      session.stateChange.addListener((state) => {
        if (state === SessionState.Established) told('talking')
        if (state === SessionState.Terminated) told('ended')
      })
      const onProgress = ({ message }) => message.statusCode === 180 && told('ringing')
      return session.invite({ requestDelegate: { onProgress } })
    },
    hangUp: () => session.bye(),
  }
}
