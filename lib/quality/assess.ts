/** Folds the statistics of the media into what changes rarely: a level each way, and advice. */
import { asyncScheduler, defer, filter, merge, mergeMap, type Observable, tap } from 'rxjs'
import type { Advice, QualityEvent } from '../events/event'
import { isSame } from '../session/is-same'
import { idle, isConnected, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import { ADVICE_RULES, type Measured } from './advice-rules'
import type { Sample } from './sample'

const NOTHING: Measured = { local: 0, remote: 0, audioKbps: -1, volume: 0, weak: false, slow: false }

/** Of the loudness that is over, what is still counted: people breathe between words. */
const LINGERS = 0.6

/** Since when each advice should be given, or taken back, if that lasts. */
type Turning = Readonly<Partial<Record<Advice, number | undefined>>>

const loudness = (before: number, now: number | undefined): number =>
  now === undefined ? before : Math.max(now, before * LINGERS)

/**
 * It has no clock of its own: the media tags measure every other second, and each sample is a moment to look again.
 * What it has said stands in the session, and nowhere else.
 */
export const assess = (sample$: Observable<Sample>, transition$: Observable<Transition>): Observable<QualityEvent> =>
  defer(() => {
    let session: Session = idle
    let measured = NOTHING
    let turning: Turning = {}

    const advise = (at: number): readonly Advice[] =>
      ADVICE_RULES.filter(({ advice, concerns, isBad, raiseMs, clearMs }) => {
        const isGiven = session.quality.advice.includes(advice)
        const isDue = concerns(session) && isBad(measured, session)
        const since = isDue === isGiven ? at : (turning[advice] ?? at)
        turning = { ...turning, [advice]: isDue === isGiven ? undefined : since }
        return concerns(session) && at - since < (isGiven ? clearMs : raiseMs) ? isGiven : isDue
      }).map(({ advice }) => advice)

    const look = (): readonly QualityEvent[] => {
      if (!isConnected(session)) return []
      const { local, remote } = measured
      const { quality } = session
      const advice = advise(asyncScheduler.now())
      const told: QualityEvent[] = []
      if (local !== quality.local || remote !== quality.remote) told.push({ type: 'quality/measured', local, remote })
      if (!isSame(advice, quality.advice)) told.push({ type: 'quality/advised', advice })
      return told
    }

    const sampled$ = sample$.pipe(
      tap((sample) => {
        measured = { ...measured, ...sample, volume: loudness(measured.volume, sample.volume) }
      }),
    )
    const moved$ = transition$.pipe(
      filter(({ event, to }) => to !== session || event.type === 'network/weak' || event.type === 'line/slow'),
      tap(({ event, from, to }) => {
        session = to
        if (event.type === 'network/weak') measured = { ...measured, weak: event.weak }
        if (event.type === 'line/slow') measured = { ...measured, slow: event.slow }
        // A new socket is not slow until it shows it; a new call has measured nothing.
        if (event.type === 'line/up') measured = { ...measured, slow: false }
        if (event.type === 'intent/startCall' && from !== to)
          measured = { ...NOTHING, weak: measured.weak, slow: measured.slow }
      }),
    )
    return merge(sampled$, moved$).pipe(mergeMap(look))
  })
