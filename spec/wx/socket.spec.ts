import type { Socket, SocketEvent } from '../../lib/link/socket'
import { openWxSocket } from '../../lib/wx/socket'
import type { Wx } from '../../lib/wx/wx'
import type { FakeSocket } from './fake-socket'
import { givePhone, type Phone } from './phone'

const URL = 'wss://api.tccc.qcloud.com/signalling'

interface Opened {
  readonly socket: Socket
  readonly far: FakeSocket
  readonly seen: (SocketEvent | 'complete')[]
}

const open = (phone: Phone): Opened => {
  const socket = openWxSocket(URL, ['tccc.1', 'token.abc'])
  const seen: (SocketEvent | 'complete')[] = []
  socket.event$.subscribe({ next: (event) => seen.push(event), complete: () => seen.push('complete') })
  return { socket, far: phone.socket(), seen }
}

describe('a socket over wx.connectSocket', () => {
  let phone: Phone
  beforeEach(() => {
    phone = givePhone()
  })

  it('asks for the address and the sub-protocols, with a limit on opening', () => {
    const { far } = open(phone)
    expect(far.options).toMatchObject({ url: URL, protocols: ['tccc.1', 'token.abc'], timeout: 10_000 })
  })

  it('tells that it is open, and the frames, and leaves out what is no text', () => {
    const { far, seen } = open(phone)
    far.opens()
    far.says('one')
    far.says(new ArrayBuffer(3))
    far.says('two')
    expect(seen).toEqual([{ type: 'open' }, { type: 'frame', frame: 'one' }, { type: 'frame', frame: 'two' }])
  })

  it('tells how it was closed, and completes', () => {
    const { far, seen } = open(phone)
    far.opens()
    far.ends({ code: 4401, reason: 'token' })
    expect(seen.slice(1)).toEqual([{ type: 'closed', code: 4401, reason: 'token' }, 'complete'])
  })

  it('calls a close without a code 1006', () => {
    const { far, seen } = open(phone)
    far.ends()
    expect(seen).toEqual([{ type: 'closed', code: 1006, reason: '' }, 'complete'])
  })

  it('tells an error and the close that follows it once', () => {
    const { far, seen } = open(phone)
    far.opens()
    far.errs({ errMsg: 'timed out' })
    far.ends({ code: 1006, reason: 'abnormal' })
    expect(seen.slice(1)).toEqual([{ type: 'closed', code: 1006, reason: 'timed out' }, 'complete'])
  })

  it('tells that connectSocket itself failed', () => {
    const { far, seen } = open(phone)
    far.fails({ errMsg: 'no network' })
    expect(seen).toEqual([{ type: 'closed', code: 1006, reason: 'no network' }, 'complete'])
  })

  it.each([
    ['by number', { errMsg: 'connectSocket:fail', errno: 600002 }],
    ['in words', { errMsg: 'connectSocket:fail url not in domain list' }],
  ])('tells that the host is not white-listed, %s, as connectSocket or as the socket says it', (_, failure) => {
    const closed = { type: 'closed', code: 1006, reason: failure.errMsg, hostNotAllowed: true }
    const [first, second] = [open(phone), open(phone)]
    first.far.fails(failure)
    second.far.errs(failure)
    expect([first.seen, second.seen]).toEqual([
      [closed, 'complete'],
      [closed, 'complete'],
    ])
  })

  it.each([
    ['by number', { errMsg: 'connectSocket:fail', errno: 600007 }],
    ['in words', { errMsg: 'connectSocket:fail network exceed max task count' }],
    ['in other words', { errMsg: 'createSocketTask:fail exceed max concurrent count' }],
  ])('tells that no socket is free, %s', (_, failure) => {
    const { far, seen } = open(phone)
    far.fails(failure)
    expect(seen).toEqual([{ type: 'closed', code: 1006, reason: failure.errMsg, socketsTaken: true }, 'complete'])
  })

  it('tells a failure of connectSocket that comes before anybody listens', () => {
    const { wx } = phone
    phone = givePhone(() => ({
      connectSocket: (options: Parameters<typeof wx.connectSocket>[0]) => {
        options.fail?.({ errMsg: 'too many tasks' })
        return wx.connectSocket(options)
      },
    }))
    const seen: SocketEvent[] = []
    openWxSocket(URL, []).event$.subscribe((event) => seen.push(event))
    expect(seen).toEqual([{ type: 'closed', code: 1006, reason: 'too many tasks' }])
  })

  it('sends only while it is open', () => {
    const { socket, far, seen } = open(phone)
    socket.send('early')
    far.opens()
    socket.send('in time')
    expect(seen).toEqual([{ type: 'open' }])
    far.ends()
    socket.send('late')
    expect(far.sent).toEqual(['in time'])
  })

  it('takes a frame that cannot be sent for the end: the phone has closed the socket without a word', () => {
    const { socket, far, seen } = open(phone)
    far.opens()
    far.dies()
    socket.send('into the void')
    expect(seen.slice(1)).toEqual([
      { type: 'closed', code: 1006, reason: expect.stringContaining('not OPEN') as string },
      'complete',
    ])
  })
})

describe('a phone that does otherwise than its documentation says', () => {
  const closed = (reason: string) => ({ type: 'closed', code: 1006, reason })

  const listen = (change: (phone: Phone) => Partial<Wx>) => {
    const phone = givePhone(change)
    const socket = openWxSocket(URL, ['tccc.1', 'token.abcd'])
    const seen: SocketEvent[] = []
    socket.event$.subscribe((event) => seen.push(event))
    return { phone, socket, seen }
  }

  const throws = () => {
    throw new Error('oh')
  }

  it('a connectSocket that throws has failed', () => {
    expect(listen(() => ({ connectSocket: throws })).seen).toEqual([closed('Error: oh')])
  })

  it('so has one that gives nothing', () => {
    const connectSocket = () => undefined as never
    expect(listen(() => ({ connectSocket })).seen).toEqual([closed('connectSocket:fail it gave no socket')])
  })

  const members = ['onOpen', 'onMessage', 'onClose', 'onError', 'send', 'close'] as const

  it.each(members)('a socket whose %s throws has failed, and the app goes on', (member) => {
    const { phone, socket, seen } = listen(({ wx }) => ({
      connectSocket: (options) => ({ ...wx.connectSocket(options), [member]: throws }),
    }))
    phone.socket().opens()
    socket.send('one')
    socket.close(1000, 'done')
    expect(seen.filter(({ type }) => type === 'closed')).toEqual(member === 'close' ? [] : [closed('Error: oh')])
  })

  it('a failure that repeats what was offered with the socket is told without it', () => {
    const { phone, seen } = listen(() => ({}))
    phone.socket().fails({ errMsg: 'connectSocket:fail protocols "tccc.1, token.abcd" at wss://calls.example.com/x' })
    expect(seen).toEqual([closed('connectSocket:fail protocols "tccc.1, token.[secret]" at [address]')])
  })
})

describe('closing it', () => {
  let phone: Phone
  beforeEach(() => {
    phone = givePhone()
  })

  it('gives code and reason, and hears no more, on a host where the close never comes back', () => {
    const { socket, far, seen } = open(phone)
    far.opens()
    socket.close(1000, 'done')
    far.says('late')
    expect(far.closes).toEqual([{ code: 1000, reason: 'done' }])
    expect(seen).toEqual([{ type: 'open' }, 'complete'])
    expect(phone.openSockets()).toBe(0)
  })

  it('closes once, however often it is asked', () => {
    const { socket, far } = open(phone)
    far.opens()
    socket.close(4408, 'silent')
    socket.close(1000, 'done')
    expect(far.closes).toEqual([{ code: 4408, reason: 'silent' }])
  })

  it('leaves a socket alone that the phone has closed', () => {
    const { socket, far } = open(phone)
    far.opens()
    far.ends({ code: 1001 })
    socket.close(1000, 'done')
    expect(far.closes).toEqual([])
  })

  it('makes sure of a socket that has failed: it may live on, as one of the five that a phone has', () => {
    const { socket, far } = open(phone)
    far.opens()
    far.errs({ errMsg: 'broken' })
    expect(far.closes).toEqual([{ code: 1000, reason: 'failed' }])
    socket.close(1000, 'done')
    expect(far.closes).toHaveLength(1)
  })

  it('makes sure of a socket that cannot send', () => {
    const { socket, far } = open(phone)
    far.opens()
    far.dies()
    socket.send('into the void')
    expect(far.closes).toEqual([{ code: 1000, reason: 'failed' }])
  })

  it('closes a socket that failed while it opened, and opens all the same', () => {
    const { far } = open(phone)
    far.errs({ errMsg: 'timed out' })
    far.opens()
    expect(phone.openSockets()).toBe(0)
  })

  it('closes a socket that opens after it was closed', () => {
    const { socket, far, seen } = open(phone)
    socket.close(1000, 'done')
    expect(phone.openSockets()).toBe(1)
    far.opens()
    expect(phone.openSockets()).toBe(0)
    expect(seen).toEqual(['complete'])
  })
})
