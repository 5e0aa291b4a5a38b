import { compileFunction } from 'node:vm'
import fc from 'fast-check'
import { filter, type Observable, Subject } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import ts from 'typescript'
import { toMarbles } from '../black-box'
import { readRecording } from '../black-box/read-recording'
import { aside, type CallEvent, createCall, type Recording, startCall } from '../../lib/entries/call'
import { isIntent } from '../../lib/call/intents'
import { ringLimit } from '../../lib/entries/policies'
import { idle } from '../../lib/call/session'
import * as testing from '../../lib/entries/testing'
import { anySteps, type Step } from './any-event'
import { recordingOf } from './calls'

/** Runs the text of a spec as a test runner does; throws what its test throws. Answers with the titles. */
const run = (text: string): readonly string[] => {
  const { CommonJS } = ts.ModuleKind
  const code = ts.transpile(text, { module: CommonJS, target: ts.ScriptTarget.ES2022 })
  const titles: string[] = []
  const take = (title: string, body: () => void) => {
    titles.push(title)
    body()
  }
  const load = (name: string) => (name === 'tccc-wx-sdk/testing' ? testing : null)
  const play = compileFunction(code, ['require', 'exports', 'describe', 'it']) as (...scope: unknown[]) => void
  play(load, {}, take, take)
  return titles
}

/** What a call records to which all of that happens: what the call does by itself is among it. */
const recorded = (steps: readonly Step[]): Recording => {
  const scheduler = new TestScheduler(() => undefined)
  let json = ''
  scheduler.run(({ flush }) => {
    const happens$ = new Subject<CallEvent>()
    const only = (domain: RegExp) => happens$.pipe(filter(({ type }) => domain.test(type))) as Observable<never>
    const call = createCall({
      link: { open: () => only(/^(line|call)\//), send: () => undefined, probe: () => undefined },
      media$: only(/^(pusher|player|media)\//),
      environment$: only(/^(app|audio|network|phone|quality|policy|source)\//),
    })
    let at = 1
    scheduler.schedule(() => {
      const watching = call.session$.subscribe()
      happens$.next({ type: 'line/up', resumed: false })
      steps.forEach(({ event, afterMs }) => {
        at += afterMs
        scheduler.schedule(() => (isIntent(event) ? call.dispatch(event) : happens$.next(event)), at)
      })
      scheduler.schedule(() => {
        json = JSON.stringify(call.recording())
        watching.unsubscribe()
      }, at + 60_000)
    })
    flush()
  })
  return readRecording(json)
}

describe('a recording as a spec', () => {
  const limited = recordingOf({ user: 'd---m', seat: '--r', policies: [ringLimit({ ms: 45_000 })] })

  it('is a picture', () => {
    expect(toMarbles(limited)).toMatchSnapshot()
  })

  it('passes', () => {
    expect(run(toMarbles(limited))).toEqual(['the call call-1', 'it ends: timer, ringingGiveUp'])
  })

  it.each([
    ['the customer sees something else', /(sees = .*)E'/, "$1T'", /expected to see .*T\n.*but it was .*E/],
    ['something else is sent', /(sends = .*)h'/, "$1-'", /expected to send .*s\n.*but it was .*h/],
    ['it ends otherwise', /closeBy: 'timer'/, "closeBy: 'seat'", /expected to end .*"seat".*\n.*but it was .*"timer"/],
  ])('fails when %s, and draws both', (_, wanted, other, both) => {
    expect(() => run(toMarbles(limited).replace(wanted, other))).toThrow(both)
  })

  it.each([
    [
      'while the line was lost, and is dialled again on a new one',
      { line: 'l---n', user: '-d', letters: { seat: {} } },
      '-s-s',
    ],
    ['while the app was hidden, of which the seat is told', { phone: 'h', user: '-d', seat: '--sa' }, '-s-o'],
    ['while another sound had the phone', { phone: 'i----c', user: '-d', seat: '--sa' }, '-s-oc'],
  ])('passes for a call that was dialled %s', (_, lines, sends) => {
    const text = toMarbles(recordingOf(lines))
    expect(text).toContain(`const sends = ' ${sends}'`)
    run(text)
  })

  it('passes for a call that a closed line ended at once', () => {
    const t = { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' } as const
    const loggedOut = recordingOf({ line: 't', user: '-d', letters: { line: { t } } })
    expect(run(toMarbles(loggedOut))).toContain('it ends: admin, clientError')
  })

  it('passes for a call whose media failed, were tried again, and would be once more', () => {
    const tried = recordingOf({ seat: '--a 1s --o', phone: '---d 1s ----d' })
    const until = tried.events.findIndex(({ event }) => event.type === 'call/room') + 2
    const text = toMarbles({ ...tried, events: tried.events.slice(0, until) })
    expect(text).toContain('mends: false')
    expect(run(text)).toContain('it goes on: talking')
    expect(run(toMarbles(tried))).toContain('it ends: client, clientError')
  })

  it('passes for a call over a line of an older centre, which carries no texts', () => {
    const older = recorded([
      { event: { ...startCall({ channelId: 'direct' }), callId: 'c1' }, afterMs: 1 },
      { event: { type: 'call/started', callId: 'c1', sessionId: 's1' }, afterMs: 1 },
      { event: aside('text', { id: 't1', text: 'Hello' }), afterMs: 1 },
    ])
    expect(run(toMarbles(older))).toContain('it goes on: ivr')
  })

  it('passes for any call', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        run(toMarbles(recorded(steps)))
      }),
      { numRuns: 100 },
    )
  })

  it('without the beginning says so', () => {
    expect(() => toMarbles({ ...limited, dropped: 3, initial: idle, events: limited.events.slice(3) })).toThrow(
      'The recording holds no call from its dialling on. Take recordings sooner',
    )
  })
})
