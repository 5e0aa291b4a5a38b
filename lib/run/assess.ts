/** Folds the statistics of the media into what changes rarely: a level each way, and advice. */
import { distinctUntilChanged, map, merge, mergeMap, type Observable, scan } from 'rxjs'
import type { Advice, QualityEvent } from '../call/event'
import { idle, isConnected, isSame, type Session } from '../call/session'
import type { Transition } from '../call/step'
import { ADVICE_RULES, type Measured, type Sample } from '../call/quality'

const NOTHING: Measured = { local: 0, remote: 0, audioKbps: -1, volume: 0, weak: false, slow: false }

/** Of the loudness that is over, what is still counted: people breathe between words. */
const LINGERS = 0.6

const sampled = (measured: Measured, sample: Sample): Measured => {
  const volume = sample.volume === undefined ? measured.volume : Math.max(sample.volume, measured.volume * LINGERS)
  return { ...measured, ...sample, volume }
}

/** What the phone and the line say of themselves; a new call has measured nothing, and a new socket is not slow yet. */
const moved = (measured: Measured, { event, from, to }: Transition): Measured => {
  if (event.type === 'network/weak') return { ...measured, weak: event.weak }
  if (event.type === 'line/slow') return { ...measured, slow: event.slow }
  if (event.type === 'line/up') return { ...measured, slow: false }
  if (event.type !== 'intent/startCall' || from === to) return measured
  return { ...NOTHING, weak: measured.weak, slow: measured.slow }
}

/** Since when each advice should be given, or taken back; `undefined`: it stands as it should. */
type Turning = Readonly<Partial<Record<Advice, number | undefined>>>

const advise = (session: Session, measured: Measured, turning: Turning, at: number) => {
  const since: Partial<Record<Advice, number>> = {}
  const rules = ADVICE_RULES.filter(({ advice, concerns, isBad, raiseMs, clearMs }) => {
    const isGiven = session.quality.advice.includes(advice)
    const isDue = concerns(session) && isBad(measured, session)
    if (isDue === isGiven || !concerns(session)) return isDue
    const turnedAt = turning[advice] ?? at
    since[advice] = turnedAt
    return at - turnedAt < (isGiven ? clearMs : raiseMs) ? isGiven : isDue
  })
  return { advice: rules.map(({ advice }) => advice), turning: since }
}

interface Assessed {
  readonly session: Session
  readonly measured: Measured
  readonly turning: Turning
  /** What has changed with the latest look. */
  readonly told: readonly QualityEvent[]
}

const BEFORE: Assessed = { session: idle, measured: NOTHING, turning: {}, told: [] }

interface Sampled {
  readonly sample: Sample
  readonly at: number
}

const assessed = (before: Assessed, input: Sampled | Transition): Assessed => {
  const [session, measured] =
    'sample' in input
      ? [before.session, sampled(before.measured, input.sample)]
      : [input.to, moved(before.measured, input)]
  const told: QualityEvent[] = []
  const isAsBefore = session === before.session && measured === before.measured
  if (isAsBefore || !isConnected(session)) return { ...before, session, measured, told }
  const { quality } = session
  const { local, remote } = measured
  const { advice, turning } = advise(session, measured, before.turning, input.at)
  if (local !== quality.local || remote !== quality.remote) told.push({ type: 'quality/measured', local, remote })
  if (!isSame(advice, quality.advice)) told.push({ type: 'quality/advised', advice })
  return { session, measured, turning, told }
}

/**
 * It has no clock of its own: the media tags measure every other second, and each sample is a moment to look again.
 * What it has said stands in the session, and nowhere else.
 */
export const assess = (
  sample$: Observable<Sample>,
  transition$: Observable<Transition>,
  now: () => number,
): Observable<QualityEvent> =>
  merge(sample$.pipe(map((sample) => ({ sample, at: now() }))), transition$).pipe(
    scan(assessed, BEFORE),
    mergeMap(({ told }) => told),
  )

/** What the people of a call should know about their media; empty: all is well. */
export const adviceIn = (session$: Observable<Session>): Observable<readonly Advice[]> =>
  session$.pipe(
    map(({ quality }) => quality.advice),
    distinctUntilChanged(),
  )
