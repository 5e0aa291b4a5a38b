/** One line for the app: who hears what, and whose call it is. */
import { Observable, Subject, type Subscriber } from 'rxjs'
import { SharedLine } from '../../lib/app/shared-line'
import type { ClientMessage, LineEvent, Link, ServerMessage } from '../../lib/entries/call'

const start = (callId: string): ClientMessage => ({ type: 'call/start', callId, channelId: 'service', media: 'audio' })
const started = (callId: string): ServerMessage => ({ type: 'call/started', callId, sessionId: `s-${callId}` })

/** The line behind the shared one, and any number of calls before it. */
const scene = () => {
  const told$ = new Subject<LineEvent | ServerMessage>()
  const sent: ClientMessage[] = []
  const counts = { made: 0, open: 0, probes: 0 }
  let inCall = () => false
  const shared = new SharedLine((): Link => {
    counts.made += 1
    return {
      open: (situation) =>
        new Observable((out: Subscriber<LineEvent | ServerMessage>) => {
          inCall = situation.inCall
          counts.open += 1
          out.add(told$.subscribe(out))
          out.add(() => (counts.open -= 1))
        }),
      send: (message) => void sent.push(message),
      probe: () => void (counts.probes += 1),
    }
  })
  const call = () => {
    const link = shared.createLink()
    const heard: object[] = []
    const situation = { talks: false }
    const listening = link
      .open({ inCall: () => situation.talks })
      .subscribe({ next: (event) => heard.push(event), error: (error: unknown) => heard.push({ error }) })
    return { link, heard, situation, leave: () => listening.unsubscribe() }
  }
  return { told$, sent, counts, call, inCall: () => inCall() }
}

const UP: LineEvent = { type: 'line/up', resumed: true }

describe('a line that calls share', () => {
  it('is opened by the first and closed by the last', () => {
    const { call, counts } = scene()
    const calls = Array.from({ length: 6 }, call)
    expect(counts).toMatchObject({ made: 1, open: 1 })
    calls.slice(1).forEach(({ leave }) => {
      leave()
    })
    expect(counts.open).toBe(1)
    calls[0]?.leave()
    expect(counts.open).toBe(0)
  })

  it('is made anew by the next who comes: another gateway may be configured by then', () => {
    const { call, counts } = scene()
    call().leave()
    call()
    expect(counts).toMatchObject({ made: 2, open: 1 })
  })

  it('is in a call while any of them is', () => {
    const { call, inCall } = scene()
    const [, second] = [call(), call()]
    expect(inCall()).toBe(false)
    second.situation.talks = true
    expect(inCall()).toBe(true)
  })

  it('tells all of them of itself', () => {
    const { call, told$ } = scene()
    const calls = [call(), call()]
    const lost: LineEvent = { type: 'line/lost', reason: '', retryInMs: 1 }
    ;[lost, UP].forEach((event) => {
      told$.next(event)
    })
    expect(calls.map(({ heard }) => heard)).toEqual([
      [lost, UP],
      [lost, UP],
    ])
  })

  const LATE: readonly (readonly [string, readonly LineEvent[], readonly LineEvent[]])[] = [
    ['that is up', [{ type: 'line/opening', attempt: 0 }, UP], [{ type: 'line/up', resumed: false }]],
    [
      'that is up and slow',
      [UP, { type: 'line/slow', slow: true }],
      [
        { type: 'line/up', resumed: false },
        { type: 'line/slow', slow: true },
      ],
    ],
    ['that is opening', [{ type: 'line/opening', attempt: 3 }], [{ type: 'line/opening', attempt: 3 }]],
    [
      'that was lost',
      [UP, { type: 'line/lost', reason: 'x', retryInMs: 9 }],
      [{ type: 'line/lost', reason: 'x', retryInMs: 9 }],
    ],
  ]

  it.each(LATE)('%s is known to who comes late', (_, events, known) => {
    const { call, told$, counts } = scene()
    call()
    events.forEach((event) => {
      told$.next(event)
    })
    expect(call().heard).toEqual(known)
    expect(counts.probes).toBe(0)
  })

  it('that was given up is tried again when another one comes', () => {
    const { call, told$, counts } = scene()
    call()
    told$.next({ type: 'line/gaveUp', code: 'NETWORK_LOST' })
    expect(call().heard).toEqual([{ type: 'line/gaveUp', code: 'NETWORK_LOST' }])
    expect(counts.probes).toBe(1)
  })

  it('that fails is told to all, and opened again by the next', () => {
    const { call, told$, counts } = scene()
    const calls = [call(), call()]
    const error = new Error('oh')
    told$.error(error)
    expect(calls.map(({ heard }) => heard)).toEqual([[{ error }], [{ error }]])
    expect(counts.open).toBe(0)
  })

  it('serves each link once: a second listener of one is told so', () => {
    const { call } = scene()
    const first = call()
    let told: unknown
    first.link.open({ inCall: () => false }).subscribe({ error: (error: unknown) => (told = error) })
    expect(String(told)).toContain('each call needs one of its own')
    expect(first.heard).toEqual([])
  })
})

describe('what the call centre says', () => {
  it('of a call is heard by the one who dialled it, and by nobody else', () => {
    const { call, told$ } = scene()
    const [first, second] = [call(), call()]
    second.link.send(start('c2'))
    told$.next(started('c2'))
    expect(first.heard).toEqual([])
    expect(second.heard).toEqual([started('c2')])
  })

  it('of a call whose component has left is heard by another one, which knows that it is not its own', () => {
    const { call, told$ } = scene()
    const [first, second] = [call(), call()]
    first.link.send(start('c1'))
    first.leave()
    told$.next(started('c1'))
    expect(second.heard).toEqual([started('c1')])
  })
})

describe('a customer who dials on two pages', () => {
  it('has one call: the second is refused as the call centre would, and nothing of it is sent', () => {
    const { call, sent } = scene()
    const [first, second] = [call(), call()]
    first.link.send(start('c1'))
    first.situation.talks = true
    second.link.send(start('c2'))
    expect(sent).toEqual([start('c1')])
    expect(second.heard).toMatchObject([{ type: 'call/refused', callId: 'c2', code: 'CALL_IN_PROGRESS' }])
    expect(first.heard).toEqual([])
  })

  it('dials from the other page when the first call is over, and the same page dials again any time', () => {
    const { call, sent } = scene()
    const [first, second] = [call(), call()]
    first.link.send(start('c1'))
    first.situation.talks = true
    first.link.send(start('c1'))
    first.situation.talks = false
    second.link.send(start('c2'))
    expect(sent).toEqual([start('c1'), start('c1'), start('c2')])
  })
})
