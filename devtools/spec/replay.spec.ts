import fc from 'fast-check'
import { Recorder } from '../../lib/recording/recorder'
import { readRecording } from '../black-box/read-recording'
import { createRedact } from '../../lib/recording/redact'
import { replay } from '../black-box/replay'
import { type Effects, idle } from '../../lib/call/session'
import { type Transition, transitionOf } from '../../lib/call/step'
import { anySteps, SECRETS, type Step } from './any-event'

const NOON = 1_800_000_000_000

const live = (steps: readonly Step[]): readonly Transition[] => {
  let from: Transition['from'] = idle
  let at = NOON
  return steps.map(({ event, afterMs }) => {
    at += afterMs
    const transition = transitionOf(from, event, at)
    from = transition.to
    return transition
  })
}

/** What a call went through, without its secrets: each session is redacted for itself, and names begin with the first. */
const redacted = (transitions: readonly Transition[]): readonly Transition[] => {
  const redact = createRedact()
  const followed = redact.session as (effects: unknown) => unknown
  return transitions.map(({ event, from, to, effects, at }) => {
    const before = redact.session(from)
    const happened = redact.event(event)
    const after = redact.session(to)
    return { event: happened, from: before, to: after, effects: followed(effects) as Effects, at }
  })
}

const recorded = (transitions: readonly Transition[], limits = {}) => {
  const recorder = new Recorder(limits)
  transitions.forEach((transition) => {
    recorder.take(transition)
  })
  return readRecording(JSON.stringify(recorder.recording()))
}

const secrets: readonly string[] = Object.values(SECRETS).flat()

describe('a recording', () => {
  it('replays to the same transitions, bit for bit', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const transitions = live(steps)
        expect(replay(recorded(transitions))).toStrictEqual(redacted(transitions))
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing where nothing changed', () => {
    const unchanged = ({ from, to }: Transition) => from === to
    fc.assert(
      fc.property(anySteps, (steps) => {
        const transitions = live(steps)
        expect(replay(recorded(transitions)).map(unchanged)).toEqual(transitions.map(unchanged))
      }),
    )
  })

  it('holds no secret', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const json = JSON.stringify(recorded(live(steps)))
        expect(secrets.filter((secret) => json.includes(secret))).toEqual([])
        expect(json).not.toContain('secret-of-the-link')
      }),
      { numRuns: 300 },
    )
  })

  it('of a long call replays its last part, within its bounds', () => {
    const bounds = fc.record({ count: fc.integer({ min: 1, max: 20 }), bytes: fc.integer({ min: 400, max: 4_000 }) })
    fc.assert(
      fc.property(anySteps, bounds, (steps, limits) => {
        const transitions = live(steps)
        const recording = recorded(transitions, limits)
        const { events, dropped } = recording
        expect(replay(recording)).toStrictEqual(redacted(transitions.slice(dropped)))
        expect(dropped + events.length).toBe(transitions.length)
        expect(events.length).toBeLessThanOrEqual(limits.count)
        const bytes = events.map((event) => Buffer.byteLength(JSON.stringify(event)))
        expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limits.bytes)
      }),
      { numRuns: 300 },
    )
  })
})
