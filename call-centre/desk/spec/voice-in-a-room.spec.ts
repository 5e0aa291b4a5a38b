/** What a page is told of the voice while the room's socket, or the connection, comes and goes. */
import { joinRoom, type JoinedRoom } from '../../media/webrtc/browser/join-room'
import { FakeConnection, FakeSocket, FakeStream } from './fake-webrtc'

const REJOIN_DELAY_MS = 300

let told: string[]
let room: JoinedRoom

const newest = <Made>(made: readonly Made[]): Made => {
  const last = made.at(-1)
  if (last === undefined) throw new Error('None was made.')
  return last
}
const socket = (): FakeSocket => newest(FakeSocket.made)
const connection = (): FakeConnection => newest(FakeConnection.made)
/** The room answers the page; `resumed`: it knows the page. */
const letIn = (resumed: boolean, ...peers: readonly string[]): void => {
  socket().hear({ type: 'room/joined', peers, resumed })
}

beforeEach(() => {
  jest.useFakeTimers()
  Object.assign(globalThis, { WebSocket: FakeSocket, RTCPeerConnection: FakeConnection, MediaStream: FakeStream })
  told = []
  const tell = (what: string) => (): void => void told.push(what)
  room = joinRoom(
    { url: 'ws://centre/room', roomId: 'r', userId: 'seat', userSig: 'sig', localStream: null },
    {
      remoteStream: tell('flowing'),
      interrupted: tell('interrupted'),
      peerLeft: tell('left'),
      lost: (what) => void told.push(`lost ${what}`),
    },
  )
  letIn(false, 'ann')
  connection().turn('connected')
})

afterEach(() => {
  room.leave()
  jest.useRealTimers()
})

it('the centre is gone while the voice flows: nothing is told of it, and the room is entered again', () => {
  const before = socket()
  socket().close()
  jest.advanceTimersByTime(REJOIN_DELAY_MS)
  expect({ told, again: socket() !== before }).toEqual({ told: ['flowing'], again: true })
})

it('the room comes back without a memory, and the customer after this page: the voice goes on until then', () => {
  const first = connection()
  socket().close()
  jest.advanceTimersByTime(REJOIN_DELAY_MS)
  letIn(false)
  expect({ told, state: first.connectionState }).toEqual({ told: ['flowing'], state: 'connected' })
  socket().hear({ type: 'room/signal', from: 'ann', data: { type: 'offer', sdp: '' } })
  expect([first.connectionState, connection().connectionState]).toEqual(['closed', 'new'])
})

it('a room without a memory in which the customer is already: the voice is connected anew', () => {
  const first = connection()
  socket().close()
  jest.advanceTimersByTime(REJOIN_DELAY_MS)
  letIn(false, 'ann')
  connection().turn('connected')
  expect({ told, state: first.connectionState }).toEqual({ told: ['flowing', 'flowing'], state: 'closed' })
})

it('the voice stops while the centre is away: that is told', () => {
  socket().close()
  connection().turn('disconnected')
  connection().turn('connected')
  expect(told).toEqual(['flowing', 'interrupted', 'flowing'])
})

it('the centre is gone while no voice flows: that is told, once', () => {
  connection().turn('disconnected')
  socket().close()
  socket().close()
  expect(told).toEqual(['flowing', 'interrupted', 'lost room'])
})

it('the connection fails: that is told, and the room is entered again', () => {
  const before = socket()
  connection().turn('failed')
  jest.advanceTimersByTime(REJOIN_DELAY_MS)
  expect({ told, again: socket() !== before }).toEqual({ told: ['flowing', 'lost connection'], again: true })
})

it('the customer leaves: that is told', () => {
  socket().hear({ type: 'room/peerLeft', userId: 'ann' })
  expect(told).toEqual(['flowing', 'left'])
})
