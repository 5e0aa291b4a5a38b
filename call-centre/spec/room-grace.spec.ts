/** A room's socket that is cut does not stop the voice between the two ends: the room keeps the place for a moment. */
import { Rooms } from '../media/webrtc/rooms'
import type { ClientSocket } from '../server/signalling/client-socket'
import { createVirtualClock } from './virtual-clock'
import { closeAll, open, wire } from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

const GRACE_MS = 5_000
const CUT = 1006
const CLOSED = 1005

interface Page {
  readonly socket: ClientSocket
  /** What the page heard, in short. */
  readonly heard: string[]
}

interface Heard {
  readonly type: string
  readonly userId?: string
  readonly from?: string
  readonly peers?: readonly string[]
  readonly resumed?: boolean
}

const openPage = (): Page => {
  const heard: string[] = []
  const socket: ClientSocket = {
    send: (text: string) => {
      const { type, userId, from, peers, resumed } = JSON.parse(text) as Heard
      const who = peers?.join() ?? userId ?? from ?? ''
      heard.push(resumed === undefined ? `${type} ${who}` : `${type} ${who} ${String(resumed)}`)
    },
    close: (code: number) => void heard.push(`closed ${String(code)}`),
    destroy: () => undefined,
    onFrame: () => undefined,
    onClose: () => undefined,
  }
  return { socket, heard }
}

const inTheRoom = () => {
  const clock = createVirtualClock()
  const rooms = new Rooms(clock)
  const enter = (userId: string, visit?: string): Page => {
    const page = openPage()
    rooms.join('r', userId, visit, page.socket)
    return page
  }
  const [ann, seat] = [enter('ann', 'phone'), enter('seat', 'desk')]
  ann.heard.splice(0)
  const cut = (userId: string, { socket }: Page) => {
    rooms.lose('r', userId, socket, CUT)
  }
  return { clock, rooms, enter, ann, seat, cut }
}

it('who comes back on the same visit goes on, and nobody was told of anything', () => {
  const { clock, rooms, enter, ann, seat, cut } = inTheRoom()
  cut('seat', seat)
  clock.advance(GRACE_MS - 1)
  expect(enter('seat', 'desk').heard).toEqual(['room/joined ann true'])
  clock.advance(GRACE_MS)
  rooms.signal('r', 'seat', 'ann', 1)
  expect(ann.heard).toEqual(['room/signal seat'])
})

it('also over a new socket before the cut of the old one is known', () => {
  const { rooms, enter, ann, seat, cut } = inTheRoom()
  const again = enter('seat', 'desk')
  expect(seat.heard.at(-1)).toBe('closed 4409')
  cut('seat', seat)
  rooms.signal('r', 'ann', 'seat', 1)
  expect(again.heard).toEqual(['room/joined ann true', 'room/signal ann'])
  expect(ann.heard).toEqual([])
})

it('who does not come back in time has left', () => {
  const { clock, enter, ann, seat, cut } = inTheRoom()
  cut('seat', seat)
  clock.advance(GRACE_MS)
  expect(ann.heard).toEqual(['room/peerLeft seat'])
  expect(enter('seat', 'desk').heard).toEqual(['room/joined ann false'])
})

it('a page that was reloaded is a newcomer, at once', () => {
  const { enter, ann, seat, cut } = inTheRoom()
  cut('seat', seat)
  expect(enter('seat', 'another page').heard).toEqual(['room/joined ann false'])
  expect(ann.heard).toEqual(['room/peerLeft seat', 'room/peerJoined seat'])
})

it('who closes the socket leaves at once', () => {
  const { rooms, ann, seat } = inTheRoom()
  rooms.lose('r', 'seat', seat.socket, CLOSED)
  expect(ann.heard).toEqual(['room/peerLeft seat'])
})

it('who was told something meanwhile begins anew', () => {
  const { rooms, enter, ann, seat, cut } = inTheRoom()
  cut('seat', seat)
  rooms.signal('r', 'ann', 'seat', 1)
  expect(ann.heard).toEqual(['room/peerLeft seat'])
  expect(enter('seat', 'desk').heard).toEqual(['room/joined ann false'])
})

it('and so does who was away when somebody came', () => {
  const { enter, seat, cut } = inTheRoom()
  cut('seat', seat)
  expect(enter('ann', 'another page').heard).toEqual(['room/joined  false'])
  expect(enter('seat', 'desk').heard).toEqual(['room/joined ann false'])
})

it('nobody is kept who gives no visit', () => {
  const { enter, ann, cut } = inTheRoom()
  cut('seat', enter('seat'))
  expect(ann.heard.at(-1)).toBe('room/peerLeft seat')
})

it('over real sockets', async () => {
  const centre = await open()
  const { annRoom } = await talk(centre)
  const enter = async (visit: string) => {
    const phone = wire(centre, '/room')
    phone.say({ type: 'room/join', ...annRoom, visit })
    return { phone, joined: await phone.next('room/joined') }
  }
  const { phone, joined } = await enter('phone')
  expect(joined).toMatchObject({ resumed: false })
  phone.socket.terminate()
  expect((await enter('phone')).joined).toMatchObject({ resumed: true })
  expect((await enter('another phone')).joined).toMatchObject({ resumed: false })
})
