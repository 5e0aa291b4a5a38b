/** A SIP server inside of this process, which answers by a script; `installSocket` leads every WebSocket to it. */
const lines = (text) => text.split('\r\n')
const fieldOf = (request, name) => request.find((line) => line.startsWith(`${name}:`))

const CHALLENGE = 'Digest realm="call.example", nonce="5f3c9a0b7e", qop="auth", algorithm=MD5'
export const ANSWER = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=rtpmap:111 opus/48000/2',
  'a=sendrecv',
  '',
].join('\r\n')

const reply = (request, status, more = [], body = '') => {
  const to = fieldOf(request, 'To')
  const copied = request.filter((line) => /^(Via|From|Call-ID|CSeq):/.test(line))
  const tagged = to.includes('tag=') || status.startsWith('100') ? to : `${to};tag=seat1`
  const length = `Content-Length: ${Buffer.byteLength(body)}`
  return [`SIP/2.0 ${status}`, ...copied, tagged, ...more, length, '', body].join('\r\n')
}

const contact = 'Contact: <sip:1042@call.example;transport=ws>'
const ok = {
  REGISTER: (request) => reply(request, '200 OK', [`${fieldOf(request, 'Contact')};expires=600`]),
  INVITE: (request) => reply(request, '200 OK', [contact, 'Content-Type: application/sdp'], ANSWER),
  BYE: (request) => reply(request, '200 OK'),
}
const refused = {
  REGISTER: (request) => reply(request, '401 Unauthorized', [`WWW-Authenticate: ${CHALLENGE}`]),
  INVITE: (request) => reply(request, '407 Proxy Authentication Required', [`Proxy-Authenticate: ${CHALLENGE}`]),
}

/** What the server says to a frame: pairs of milliseconds after its arrival and an answer. */
const answersTo = (frame, { seatMs, talkMs, asksDigest }) => {
  const request = lines(frame)
  const [method] = request[0].split(' ')
  const isKnown = !asksDigest || /^(Proxy-)?Authorization:/im.test(frame)
  if (refused[method] && !isKnown) return [[0, refused[method](request)]]
  if (method !== 'INVITE') return ok[method] ? [[0, ok[method](request)]] : []
  return [
    [0, reply(request, '100 Trying')],
    [seatMs, reply(request, '180 Ringing', [contact])],
    [seatMs + talkMs, ok.INVITE(request)],
  ]
}

/** `wayMs` each way, `seatMs` until the seat rings, `talkMs` until it answers; `sent` hears each frame of a client. */
export const installSocket = ({ wayMs, sent = () => undefined, ...script }) => {
  globalThis.WebSocket = class {
    OPEN = 1
    CONNECTING = 0
    readyState = 0
    listeners = {}

    constructor() {
      setTimeout(() => {
        this.readyState = 1
        this.tell('open', {})
      }, 0)
    }

    addEventListener(name, listener) {
      this.listeners[name] = listener
    }

    tell(name, event) {
      ;(this.listeners[name] ?? this[`on${name}`])?.call(this, event)
    }

    send(frame) {
      sent(frame)
      for (const [afterMs, data] of answersTo(frame, script)) {
        setTimeout(() => this.tell('message', { data }), 2 * wayMs + afterMs)
      }
    }

    close() {
      this.readyState = 3
    }
  }
}
