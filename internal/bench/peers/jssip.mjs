/** A phone of JsSIP. Of WebRTC it gets the least that lets a call go through: candidates are gathered in no time. */
import { ANSWER } from './sip-server.mjs'

export const installBrowser = () => {
  globalThis.window = globalThis
  globalThis.RTCSessionDescription = class {
    constructor(description) {
      Object.assign(this, description)
    }
  }
  globalThis.RTCPeerConnection = class {
    iceGatheringState = 'complete'
    iceConnectionState = 'connected'
    signalingState = 'stable'
    localDescription = { type: 'offer', sdp: ANSWER }
    addEventListener() {}
    removeEventListener() {}
    addTrack() {}
    close() {}
    createOffer = () => Promise.resolve(this.localDescription)
    setLocalDescription = () => Promise.resolve()
    setRemoteDescription = () => Promise.resolve()
  }
}

const silence = { getTracks: () => [] }

/** `told` hears `registered`, `ringing`, `talking` and `ended`. */
export const createPhone = (JsSIP, told) => {
  const ua = new JsSIP.UA({
    sockets: [new JsSIP.WebSocketInterface('wss://call.example')],
    uri: 'sip:customer@call.example',
    password: 'secret',
  })
  let session
  ua.on('registered', () => told('registered'))
  return {
    connect: () => ua.start(),
    call: () => {
      session = ua.call('sip:1042@call.example', { mediaStream: silence })
      session.on('progress', ({ originator }) => originator === 'remote' && told('ringing'))
      session.on('accepted', () => told('talking'))
      session.on('ended', () => told('ended'))
    },
    hangUp: () => session.terminate(),
  }
}
