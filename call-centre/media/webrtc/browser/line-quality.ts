/** How good the line to the customer is, read off what the browser counts (W3C, "Identifiers for WebRTC's Statistics API"). */
import {
  type Observable,
  EMPTY,
  catchError,
  defer,
  distinctUntilChanged,
  exhaustMap,
  map,
  pairwise,
  startWith,
  timer,
} from 'rxjs'
import type { Quality } from '../../browser/room'

/** The fields of the reports that are read; each report has some of them. */
interface Report {
  readonly type?: string
  readonly kind?: string
  /** Since the beginning. */
  readonly packetsReceived?: number
  readonly packetsLost?: number
  /** Seconds. */
  readonly jitter?: number
  readonly roundTripTime?: number
  /** Of what the agent says, as the other end counts it, from 0 to 1. */
  readonly fractionLost?: number
}

const EVERY_MS = 2_000

const audio = (reports: readonly Report[], type: string): Report =>
  reports.find((report) => report.type === type && report.kind === 'audio') ?? {}

/** From 0 to 1, of what came in between two counts. */
const lostOf = (before: Report, now: Report): number => {
  const lost = Math.max(0, (now.packetsLost ?? 0) - (before.packetsLost ?? 0))
  const received = Math.max(0, (now.packetsReceived ?? 0) - (before.packetsReceived ?? 0))
  return lost + received === 0 ? 0 : lost / (lost + received)
}

/**
 * The worse of both directions. Words begin to be lost beyond some 5 % of packets with Opus, and two people begin to
 * interrupt each other beyond 400 ms one way (ITU-T G.114).
 */
export const qualityBetween = (before: readonly object[], now: readonly object[]): Quality => {
  const heard = audio(now, 'inbound-rtp')
  const said = audio(now, 'remote-inbound-rtp')
  if (heard.packetsReceived === undefined) return 'unknown'
  const lost = Math.max(lostOf(audio(before, 'inbound-rtp'), heard), said.fractionLost ?? 0)
  const roundTripS = said.roundTripTime ?? 0
  const jitterS = Math.max(heard.jitter ?? 0, said.jitter ?? 0)
  if (lost > 0.15 || roundTripS > 0.8 || jitterS > 0.15) return 'bad'
  return lost > 0.05 || roundTripS > 0.4 || jitterS > 0.06 ? 'poor' : 'good'
}

/** Told when it changes. `count` is asked every two seconds; one that fails ends it, as a call that is over does. */
export const lineQuality = (count: () => Promise<readonly object[]>): Observable<Quality> =>
  timer(0, EVERY_MS).pipe(
    exhaustMap(() => defer(count).pipe(catchError(() => EMPTY))),
    startWith<readonly object[]>([]),
    pairwise(),
    map(([before, now]) => qualityBetween(before, now)),
    distinctUntilChanged(),
  )
