import { filter, map, type Observable, take, timer } from 'rxjs'
import {
  callError,
  type EnvironmentEvent,
  hangUp,
  type Intent,
  mute,
  notify,
  type Phase,
  type Policy,
  sendDigits,
  setSoundMode,
} from '../../lib/entries/call'
import { ACCEPTED, ENDED, QUEUED, RINGING, START, STARTED, world } from './ports'

const phasesSeen = ({ call }: ReturnType<typeof world>) => {
  const seen: Phase[] = []
  const watching = call.session$.subscribe(({ phase }) => seen.push(phase))
  return { seen, watching }
}

const askFor = ({ call }: ReturnType<typeof world>, ...intents: readonly Intent[]) => {
  for (const intent of intents) call.dispatch(intent)
}

const running = ['dialling', 'ivr', 'waiting', 'ringing', 'talking'] as const

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('session$', () => {
  it('replays the latest value to whoever comes late, an end that already came included', () => {
    const here = world()
    const { seen } = phasesSeen(here)
    here.reach('ended')
    expect(seen).toEqual(['idle', 'dialling', 'ivr', 'ringing', 'talking', 'ended'])
    expect(phasesSeen(here).seen).toEqual(['ended'])
    expect(here.call.session.phase).toBe('ended')
  })

  it('says nothing for an event that changes nothing; event$ and transition$ do', () => {
    const here = world()
    const { seen } = phasesSeen(here)
    const events: string[] = []
    const same: boolean[] = []
    here.call.event$.subscribe(({ type }) => events.push(type))
    here.call.transition$.subscribe(({ from, to }) => same.push(from === to))
    here.call.dispatch(hangUp())
    here.call.dispatch(notify('hello'))
    expect(seen).toEqual(['idle'])
    expect(events).toEqual(['intent/hangUp', 'intent/notify'])
    expect(same).toEqual([true, true])
  })

  it('is there before transition$ tells: both name the same session', () => {
    const here = world()
    const agree: boolean[] = []
    here.call.transition$.subscribe(({ to }) => agree.push(to === here.call.session))
    here.reach('ended')
    expect(agree).toEqual([true, true, true, true, true])
  })
})

describe('the lifetime', () => {
  it('opens one line with the first subscriber of any stream, and closes it with the last', () => {
    const { call, counts } = world()
    expect(counts.lines).toBe(0)
    const streams: readonly Observable<unknown>[] = [call.session$, call.event$, call.transition$]
    const watching = streams.map((stream$) => stream$.subscribe())
    expect(counts).toMatchObject({ lines: 1, opened: 1 })
    watching.slice(1).forEach((one) => {
      one.unsubscribe()
    })
    expect(counts.lines).toBe(1)
    watching[0]?.unsubscribe()
    expect(counts.lines).toBe(0)
  })

  it.each(running)('left while %s: the call is hung up and told, and nothing is left behind', (phase) => {
    const ticks: Policy = () => timer(1_000, 1_000).pipe(map(() => mute()))
    const here = world({ policies: [ticks] })
    const { watching } = phasesSeen(here)
    here.reach(phase)
    watching.unsubscribe()
    expect(here.call.session).toMatchObject({ phase: 'ended', end: { closeBy: 'client', cause: 'left' } })
    expect(here.sent.map(({ type }) => type)).toEqual(['call/start', 'call/hangUp'])
    expect(here.counts.lines).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
    expect([here.line$, here.media$, here.environment$].filter(({ observed }) => observed)).toEqual([])
  })

  it.each(['idle', 'ended'] as const)('left while %s: nothing is told, and nothing is left behind', (phase) => {
    const here = world()
    const { watching } = phasesSeen(here)
    here.line$.next({ type: 'line/up', resumed: false })
    if (phase === 'ended') here.reach(phase)
    const told = here.sent.length
    watching.unsubscribe()
    expect(here.sent).toHaveLength(told)
    expect(here.call.session).toMatchObject({ phase, line: { state: 'closed' } })
    expect([here.line$, here.media$, here.environment$].filter(({ observed }) => observed)).toEqual([])
  })

  it('a second life begins with what the first one left, and can dial again', () => {
    const here = world()
    const { watching } = phasesSeen(here)
    here.reach('talking')
    watching.unsubscribe()
    const { seen } = phasesSeen(here)
    here.reach('ivr')
    expect(seen).toEqual(['ended', 'dialling', 'ivr'])
    expect(here.counts).toMatchObject({ lines: 1, opened: 2 })
  })

  it('who leaves and comes back inside of a callback: the old call is hung up and its line closed before the new one', () => {
    const here = world()
    const comeBack = () => {
      watching.unsubscribe()
      phasesSeen(here)
    }
    const watching = here.call.session$.pipe(filter(({ phase }) => phase === 'talking')).subscribe(comeBack)
    here.reach('talking')
    expect(here.log).toEqual(['open', 'call/start', 'call/hangUp', 'close', 'open'])
    expect(here.call.session.phase).toBe('ended')
  })

  it('an intent while nobody subscribes throws NOT_ATTACHED', () => {
    const here = world()
    const attempt = () => {
      here.call.dispatch(START)
    }
    const notAttached = callError('NOT_ATTACHED')
    expect(attempt).toThrow(notAttached)
    phasesSeen(here).watching.unsubscribe()
    expect(attempt).toThrow(notAttached)
  })
})

describe('use', () => {
  it.each([undefined, null, {}, 'dialLimit'])('of %p, which is no policy, throws POLICIES_INVALID', (policy) => {
    const { call } = world()
    expect(() => call.use(policy as never)).toThrow(callError('POLICIES_INVALID'))
  })
})

describe('dispatch', () => {
  it('takes nothing that only the call centre, the line or the phone can say: INTENT_INVALID', () => {
    const here = world()
    phasesSeen(here)
    here.reach('ringing')
    ;[ACCEPTED, { type: 'line/gaveUp', code: 'NETWORK_LOST' }, null, undefined, 'intent/hangUp', {}].forEach(
      (event) => {
        expect(() => {
          here.call.dispatch(event as Intent)
        }).toThrow(callError('INTENT_INVALID'))
      },
    )
    expect(here.call.session.phase).toBe('ringing')
  })

  it('is for those who stay: a mere look at the session opens no line', () => {
    const here = world()
    here.call.session$.pipe(take(1)).subscribe(() => {
      expect(() => {
        here.call.dispatch(START)
      }).toThrow(callError('NOT_ATTACHED'))
    })
    expect(here.log).toEqual([])
  })

  it('works for a call that is watched from within a callback, and no more once it is left there', () => {
    const [outer, inner] = [world(), world()]
    const watch = () => inner.call.session$.subscribe()
    outer.call.event$.pipe(filter(({ type }) => type === 'call/started')).subscribe(() => {
      const watching = watch()
      inner.call.dispatch(START)
      watching.unsubscribe()
      expect(() => {
        inner.call.dispatch(START)
      }).toThrow(callError('NOT_ATTACHED'))
    })
    outer.call.session$.subscribe()
    outer.reach('ivr')
    expect(inner.log).toEqual(['open', 'call/start', 'call/hangUp', 'close'])
  })
})

describe('run to completion', () => {
  it('a reaction never overtakes its cause: every subscriber sees the cause first', () => {
    const here = world()
    const first: Phase[] = []
    const second: Phase[] = []
    here.call.session$.subscribe(({ phase }) => {
      first.push(phase)
      if (phase === 'ringing') here.call.dispatch(hangUp())
    })
    here.call.session$.subscribe(({ phase }) => second.push(phase))
    here.reach('ringing')
    expect(first).toEqual(['idle', 'dialling', 'ivr', 'ringing', 'ended'])
    expect(second).toEqual(['idle', 'dialling', 'ivr', 'ringing', 'ended'])
  })

  it('reactions of several subscribers keep their order; what they cause comes after them', () => {
    const here = world()
    const events: string[] = []
    here.call.event$.subscribe(({ type }) => {
      if (type === 'call/accepted') askFor(here, mute(), setSoundMode('ear'))
      if (type === 'intent/mute') here.call.dispatch(sendDigits('1'))
    })
    here.call.event$.subscribe(({ type }) => events.push(type))
    here.reach('talking')
    expect(events.slice(3)).toEqual(['call/accepted', 'intent/mute', 'intent/setSoundMode', 'intent/sendDigits'])
  })

  it('what a step sends goes out in the order of the events', () => {
    const here = world()
    here.call.session$.subscribe(({ phase }) => {
      if (phase === 'ivr') askFor(here, hangUp(), { ...START, callId: 'next' })
    })
    here.reach('ivr')
    expect(here.sent.map(({ type }) => type)).toEqual(['call/start', 'call/hangUp', 'call/start'])
  })
})

it.each<[string, EnvironmentEvent, number]>([
  ['the app is shown: the line', { type: 'app/shown' }, 1],
  ['the network comes back: the line', { type: 'network/changed', connected: true, networkType: 'wifi' }, 1],
  ['the network goes: nothing', { type: 'network/changed', connected: false, networkType: 'none' }, 0],
  ['the app is hidden: nothing', { type: 'app/hidden' }, 0],
])('when %s is probed', (_, event, probes) => {
  const here = world()
  phasesSeen(here)
  here.environment$.next(event)
  expect(here.counts.probes).toBe(probes)
})

it('messages of the call centre that come together are all handled, in order', () => {
  const here = world()
  const { seen } = phasesSeen(here)
  here.call.dispatch(START)
  ;[STARTED, QUEUED, RINGING, QUEUED, RINGING, ACCEPTED, ENDED].forEach((message) => {
    here.line$.next(message)
  })
  expect(seen.join(' ')).toBe('idle dialling ivr waiting ringing waiting ringing talking ended')
})
