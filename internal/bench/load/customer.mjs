/** A customer of PROTOCOL.md on a bare socket: a thousand of them must cost the bench less than they cost the centre. */
import { WebSocket } from 'ws'

export const logIn = async (url, name) => {
  const body = JSON.stringify({ sdkAppId: '1400000000', jsCode: `${name}-${Math.random()}` })
  const response = await fetch(`${url}/login`, { method: 'POST', body })
  return (await response.json()).token
}

/** Calls at once. `told(message)` gets each numbered message; `gaps` counts numbers that are missing. */
export const createCustomer = async (url, name, told) => {
  const token = await logIn(url, name)
  const socket = new WebSocket(`${url.replace('http', 'ws')}/signalling`, ['tccc.1', `token.${token}`])
  const customer = { socket, gaps: 0, taken: 0, sent: 0, sessionId: '', beat: undefined }
  customer.say = (message) => socket.send(JSON.stringify({ ...message, n: (customer.sent += 1) }))
  const start = () => customer.say({ type: 'call/start', callId: `c-${name}`, channelId: 'direct', media: 'audio' })
  socket.on('open', start)
  socket.on('message', (data) => {
    const message = JSON.parse(data)
    if (message.n === undefined) return
    if (message.n !== customer.taken + 1) customer.gaps += 1
    customer.taken = message.n
    socket.send(`{"type":"link/ack","seen":${message.n}}`)
    if (message.type === 'call/started') customer.sessionId = message.sessionId
    told(message, customer)
  })
  const heartbeat = () => socket.readyState === 1 && socket.send(`{"type":"link/heartbeat","seen":${customer.taken}}`)
  customer.beat = setInterval(heartbeat, 10_000)
  return customer
}

/** A seat that answers whatever rings. `headers` are those of its sign-in, `told` gets each notice. */
export const createSeat = async (url, seatId, headers, told) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/seat`, ['tccc.1', 'token.'], { headers })
  const seat = { socket, sessionId: '', taken: 0, sent: 0 }
  seat.say = (command) => socket.send(JSON.stringify({ ...command, n: (seat.sent += 1) }))
  socket.on('message', (data) => {
    const notice = JSON.parse(data)
    if (notice.n === undefined) return
    seat.taken = notice.n
    socket.send(`{"type":"link/ack","seen":${notice.n}}`)
    if (notice.type === 'seat/incoming') seat.say({ type: 'seat/answer', sessionId: notice.sessionId })
    if (notice.type === 'seat/talking') seat.sessionId = notice.sessionId
    told(notice, seat)
  })
  await new Promise((resolve) => socket.once('open', resolve))
  seat.say({ type: 'seat/signIn', desk: seatId })
  const heartbeat = () => socket.readyState === 1 && socket.send(`{"type":"link/heartbeat","seen":${seat.taken}}`)
  seat.beat = setInterval(heartbeat, 10_000)
  return seat
}
