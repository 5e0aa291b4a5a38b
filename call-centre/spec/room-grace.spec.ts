/** A room's socket that is cut does not stop the voice between the two ends: the room keeps the place for a moment. */
import { Rooms } from '../media/webrtc/rooms'
import { limits } from '../server/limits'
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
  const enter = (userId: string, visit?: string, ...connections: readonly string[]): Page => {
    const page = openPage()
    rooms.join('r', userId, { visit, connections }, page.socket)
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

describe('the room of a new process, which remembers nobody', () => {
  const enterAnew = () => {
    const { enter, rooms, ann, seat } = inTheRoom()
    for (const [userId, { socket }] of [['ann', ann] as const, ['seat', seat] as const]) {
      rooms.lose('r', userId, socket, CLOSED)
    }
    return enter
  }

  it('lets two go on who are connected with each other, and tells nobody of a newcomer', () => {
    const enter = enterAnew()
    const first = enter('ann', 'phone', 'one')
    expect(first.heard).toEqual(['room/joined  false'])
    expect(enter('seat', 'desk', 'other', 'one').heard).toEqual(['room/joined ann true'])
    expect(first.heard).toHaveLength(1)
  })

  it.each([
    ['of which one has lost the connection', ['one'], []],
    ['who are connected with others', ['one'], ['two']],
    ['who are connected with nobody', [], []],
  ])('begins anew with two %s', (_, ofAnn, ofSeat) => {
    const enter = enterAnew()
    const first = enter('ann', 'phone', ...ofAnn)
    expect(enter('seat', 'desk', ...ofSeat).heard).toEqual(['room/joined ann false'])
    expect(first.heard.at(-1)).toBe('room/peerJoined seat')
  })
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

it('whatever a page says of its connections over a real socket, it is let in', async () => {
  const centre = await open()
  const { annRoom, seatRoom } = await talk(centre)
  const enter = async (room: object, connections: unknown) => {
    const page = wire(centre, '/room')
    page.say({ type: 'room/join', visit: 'v', ...room, connections })
    return (await page.next('room/joined'))['resumed']
  }
  expect(await enter(annRoom, ['one', 2, null])).toBe(false)
  expect(await enter({ ...seatRoom, visit: 'w' }, 'one')).toBe(false)
  expect(await enter({ ...seatRoom, visit: 'x' }, ['one'])).toBe(true)
  const names = Array.from({ length: limits.roomConnections }, (_, n) => `c${n}`)
  expect(await enter({ ...seatRoom, visit: 'y' }, [...names.slice(1), 'one'])).toBe(true)
  expect(await enter({ ...seatRoom, visit: 'z' }, [...names, 'one'])).toBe(false)
})
