/** Advice and levels, as the people of a call meet them: samples in, what the session says out, in virtual time. */
import { marbles } from 'rxjs-marbles/jest'
import { type Advice, mute, type Sample, unmute } from '../../lib/entries/call'
import { ENDED, START, STARTED, type World, world } from './ports'

const GOOD: Sample = { local: 1, remote: 1, audioKbps: 30 }

type Step = Sample | ((world: World) => void)

/** One step each 2 s, as `netstatus` comes. Returns what was advised after each, and the levels. */
const play = (steps: readonly Step[], opening: Step[] = []) => {
  const said: string[] = []
  const levels: string[] = []
  marbles((m) => {
    const call = world()
    const short: Readonly<Record<Advice, string>> = {
      ...{ localWeak: 'L', remoteWeak: 'R', unheard: 'U', talkingWhileMuted: 'M' },
    }
    const watching = call.call.advice$.subscribe()
    call.reach('talking')
    call.media$.next({ type: 'pusher/status', code: 1018 })
    const take = (step: Step) => {
      if (typeof step === 'function') step(call)
      else call.sample$.next(step)
    }
    opening.forEach(take)
    const indexes = 'ABCDEFGHIJ'
    const line = steps
      .map((_, index) => `${indexes[index] ?? ''} 1999ms`)
      .join(' ')
      .replace(/ 1999ms$/, '')
    m.hot(line, Object.fromEntries(steps.map((_, index) => [indexes[index] ?? '', index]))).subscribe((index) => {
      take(steps[index] ?? {})
      const { advice, local, remote } = call.call.session.quality
      said.push(advice.map((one) => short[one]).join('') || '-')
      levels.push(`${String(local)}${String(remote)}`)
    })
    m.flush()
    watching.unsubscribe()
    expect(call.counts.lines).toBe(0)
  })()
  return { said: said.join(' '), levels: levels.join(' ') }
}

describe('advice', () => {
  it('is not given on good media', () => {
    expect(play([GOOD, GOOD, GOOD])).toEqual({ said: '- - -', levels: '11 11 11' })
  })

  it('my line is weak: said after 4 s of it, taken back after 8 s without', () => {
    const weak: Sample = { local: 5 }
    expect(play([weak, weak, weak, weak, GOOD, GOOD, GOOD, GOOD, GOOD]).said).toBe('- - L L L L L L -')
  })

  it('a flicker is not told: the count begins anew', () => {
    const weak: Sample = { local: 4 }
    expect(play([weak, weak, { local: 3 }, weak, weak, { local: 3 }]).said).toBe('- - - - - -')
  })

  it('their line is weak', () => {
    expect(play([{ remote: 6 }, {}, {}, { remote: 2 }])).toEqual({ said: '- - R R', levels: '06 06 06 02' })
  })

  it('WeChat itself calls the network weak', () => {
    const weakens = ({ environment$ }: World) => {
      environment$.next({ type: 'network/weak', weak: true })
    }
    const recovers = ({ environment$ }: World) => {
      environment$.next({ type: 'network/weak', weak: false })
    }
    expect(play([weakens, GOOD, GOOD, recovers, GOOD, GOOD, GOOD, GOOD]).said).toBe('- - L L L L L -')
  })

  it('a heartbeat takes long: until the line answers in time, or is another one', () => {
    const slows = ({ line$ }: World) => {
      line$.next({ type: 'line/slow', slow: true })
    }
    const recovers = ({ line$ }: World) => {
      line$.next({ type: 'line/slow', slow: false })
    }
    const comesBack = ({ line$ }: World) => {
      line$.next({ type: 'line/up', resumed: true })
    }
    expect(play([slows, GOOD, GOOD, recovers, GOOD, GOOD, GOOD, GOOD]).said).toBe('- - L L L L L -')
    expect(play([slows, GOOD, comesBack, GOOD, GOOD]).said).toBe('- - - - -')
  })

  it('they cannot hear you: nothing leaves the phone though the microphone is on', () => {
    expect(play([{ audioKbps: 0 }, {}, {}, { audioKbps: 24 }, GOOD]).said).toBe('- - U U -')
  })

  it('they cannot hear you: the phone could not switch the microphone on', () => {
    const fails = ({ media$ }: World) => {
      media$.next({ type: 'media/failed', target: 'microphone', message: 'in use' })
    }
    expect(play([fails, GOOD, GOOD, GOOD]).said).toBe('- - U U')
  })

  it('they cannot hear you: not said while the seat holds the call, nor of one who is muted', () => {
    const holds = ({ line$ }: World) => {
      line$.next({ type: 'call/held', sessionId: 'session-1', held: true })
    }
    const mutes = ({ call }: World) => {
      call.dispatch(mute())
    }
    const silent: Sample = { audioKbps: 0 }
    expect(play([silent, silent, silent], [mutes]).said).toBe('- - -')
    expect(play([silent, silent, silent, silent], [holds]).said).toBe('- - - -')
  })

  it('you are talking while muted: a breath between words does not stop it, and unmuting ends it at once', () => {
    const mutes = ({ call }: World) => {
      call.dispatch(mute())
    }
    const unmutes = ({ call }: World) => {
      call.dispatch(unmute())
    }
    const loud: Sample = { volume: 60 }
    const quiet: Sample = { volume: 2 }
    expect(play([loud, quiet, loud, unmutes], [mutes]).said).toBe('- M M -')
    expect(play([quiet, quiet, quiet], [mutes]).said).toBe('- - -')
    expect(play([loud, loud, loud]).said).toBe('- - -')
  })

  it('is gone with the call, and the next one begins without', () => {
    const weak: Sample = { local: 6 }
    const ends = ({ line$ }: World) => {
      line$.next(ENDED)
    }
    const dials = ({ call, line$ }: World) => {
      call.dispatch({ ...START, callId: 'next' })
      line$.next({ ...STARTED, callId: 'next', sessionId: 'next' } as typeof STARTED)
    }
    expect(play([weak, weak, weak, ends, weak, dials, GOOD, weak])).toEqual({
      said: '- - L - - - - -',
      levels: '60 60 60 00 00 00 11 61',
    })
  })
})
