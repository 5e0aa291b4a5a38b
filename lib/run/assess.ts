/** Folds the statistics of the media into what changes rarely: a level each way, and advice. */
import { asyncScheduler, defer, filter, map, merge, mergeMap, type Observable } from 'rxjs'
import type { Advice, QualityEvent } from '../events/event'
import { isSame } from '../session/is-same'
import { idle, isConnected, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import { ADVICE_RULES, type Measured } from './advice-rules'
import type { Sample } from './sample'

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

/**
 * It has no clock of its own: the media tags measure every other second, and each sample is a moment to look again.
 * What it has said stands in the session, and nowhere else.
 */
export const assess = (sample$: Observable<Sample>, transition$: Observable<Transition>): Observable<QualityEvent> =>
  defer(() => {
    let session: Session = idle
    let measured = NOTHING
    let turning: Turning = {}
    const look = (): readonly QualityEvent[] => {
      if (!isConnected(session)) return []
      const { quality } = session
      const { local, remote } = measured
      const advised = advise(session, measured, turning, asyncScheduler.now())
      turning = advised.turning
      const told: QualityEvent[] = []
      if (local !== quality.local || remote !== quality.remote) told.push({ type: 'quality/measured', local, remote })
      if (!isSame(advised.advice, quality.advice)) told.push({ type: 'quality/advised', advice: advised.advice })
      return told
    }
    const samples$ = sample$.pipe(
      map((sample) => {
        measured = sampled(measured, sample)
      }),
    )
    const news$ = transition$.pipe(
      filter((transition) => {
        const before = measured
        measured = moved(measured, transition)
        const changed = transition.to !== session || measured !== before
        session = transition.to
        return changed
      }),
    )
    return merge(samples$, news$).pipe(mergeMap(look))
  })
