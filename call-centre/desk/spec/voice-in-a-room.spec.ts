/** What a page is told of the voice while the room's socket, or the connection, comes and goes. */
import { NEVER, type Subscription } from 'rxjs'
import type { RoomFault } from '../../media/browser/room'
import { joinRoom, type JoinedRoom } from '../../media/webrtc/browser/join-room'
import { joinWebrtcRoom } from '../../media/webrtc/browser/webrtc-room'
import { FakeConnection, FakePlayer, FakeSocket, FakeStream } from './fake-webrtc'

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

const enter = (): JoinedRoom => {
  const tell = (what: string) => (): void => void told.push(what)
  return joinRoom(
    { url: 'ws://centre/room', roomId: 'r', userId: 'seat', userSig: 'sig', localStream: null },
    {
      remoteStream: tell('flowing'),
      interrupted: tell('interrupted'),
      peerLeft: (_userId, what) => void told.push(`left ${what}`),
      lost: (what) => void told.push(`lost ${what}`),
    },
  )
}

beforeEach(() => {
  jest.useFakeTimers()
  Object.assign(globalThis, { WebSocket: FakeSocket, RTCPeerConnection: FakeConnection, MediaStream: FakeStream })
  told = []
  room = enter()
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

it('a room without a memory in which the customer is already, and knows the connection: the voice goes on', () => {
  const first = connection()
  socket().close()
  jest.advanceTimersByTime(REJOIN_DELAY_MS)
  socket().open()
  expect(socket().sent).toMatchObject([{ type: 'room/join', connections: [expect.stringMatching(/./)] }])
  letIn(true, 'ann')
  expect([connection() === first, first.connectionState]).toEqual([true, 'connected'])
})

it('a connection has one name at both ends: that of the offer', () => {
  const rejoin = () => {
    socket().close()
    jest.advanceTimersByTime(REJOIN_DELAY_MS)
    socket().open()
    return (socket().sent[0] as { readonly connections: readonly string[] }).connections
  }
  const [own] = rejoin()
  socket().hear({ type: 'room/signal', from: 'ann', data: { type: 'offer', sdp: '', connection: 'of-ann' } })
  expect(rejoin()).toEqual([])
  connection().turn('connected')
  expect([own === 'of-ann', rejoin()]).toEqual([false, ['of-ann']])
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

it('no way to the customer is found: that is told as such', () => {
  room.leave()
  told = []
  room = enter()
  letIn(false, 'ann')
  socket().hear({ type: 'room/peerLeft', userId: 'ann' })
  letIn(false, 'ann')
  connection().turn('failed')
  expect(told).toEqual(['left way', 'lost way'])
})

it('the customer leaves: that is told', () => {
  socket().hear({ type: 'room/peerLeft', userId: 'ann' })
  expect(told).toEqual(['flowing', 'left room'])
})

it('the connection fails and the customer, who has seen it too, leaves to come again: the line broke, no way is missing', () => {
  connection().turn('failed')
  socket().hear({ type: 'room/peerLeft', userId: 'ann' })
  jest.advanceTimersByTime(REJOIN_DELAY_MS)
  letIn(false, 'ann')
  connection().turn('failed')
  expect(told).toEqual(['flowing', 'lost connection', 'left connection', 'lost connection'])
})

describe('the desk', () => {
  const wishes = { stream$: NEVER, quiet$: NEVER, silent$: NEVER, output$: NEVER }
  const ofDesk = { plane: 'webrtc', roomId: 'r', userId: 'seat', userSig: 'sig' } as const
  let faults: (RoomFault | undefined)[]
  let desk: Subscription

  beforeEach(() => {
    Object.assign(globalThis, { Audio: FakePlayer, document: new EventTarget() })
    faults = []
    desk = joinWebrtcRoom('ws://centre/room', ofDesk, wishes).subscribe((event) => {
      if (event.type === 'voice/customer' && event.voice === 'lost') faults.push(event.fault)
    })
    letIn(false, 'ann')
  })
  afterEach(() => {
    desk.unsubscribe()
  })

  it('hears of a firewall when no way to the customer was ever found', () => {
    connection().turn('failed')
    expect(faults).toEqual(['firewall'])
  })

  it('and of a line that broke when the voice had flowed, also while no way is found again', () => {
    connection().turn('connected')
    connection().turn('disconnected')
    connection().turn('failed')
    jest.advanceTimersByTime(REJOIN_DELAY_MS)
    letIn(false, 'ann')
    connection().turn('failed')
    expect(faults).toEqual([undefined, 'broken', 'broken'])
  })
})

describe('a peer that stays connected while the phone behind it comes and goes', () => {
  const says = (voice: boolean): void => {
    socket().hear({ type: 'room/signal', from: 'ann', data: { type: 'sends', video: false, voice } })
  }

  it('tells of it, once each time, and nothing is connected anew', () => {
    const first = connection()
    for (const voice of [true, false, false, true, true]) says(voice)
    expect({ told, again: connection() !== first }).toEqual({
      told: ['flowing', 'interrupted', 'flowing'],
      again: false,
    })
  })

  it('is not heard before the phone speaks, however long that takes', () => {
    socket().close()
    jest.advanceTimersByTime(REJOIN_DELAY_MS)
    letIn(false, 'ann')
    says(false)
    told = []
    connection().turn('connected')
    jest.advanceTimersByTime(60_000)
    expect(told).toEqual([])
    says(true)
    expect(told).toEqual(['flowing'])
  })
})
