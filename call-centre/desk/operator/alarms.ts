/** What a supervisor should look at now, by the thresholds of the configuration. */
import type { SeatInfo } from '../../server/desk-messages'
import type { LiveCall } from '../../server/operator-messages'
import type { Board } from '../../server/history-messages'

export type Alarm =
  | { readonly kind: 'waitsLong'; readonly caller: string; readonly ms: number }
  | { readonly kind: 'manyWait'; readonly count: number }
  | { readonly kind: 'nobodyWorks' }
  | { readonly kind: 'longBreak'; readonly seat: string; readonly ms: number }
  | { readonly kind: 'belowTarget'; readonly percent: number; readonly target: number }

interface Seen {
  readonly sessions: readonly LiveCall[]
  readonly seats: readonly SeatInfo[]
  /** Today's. */
  readonly board: Board
}

/** `now`: by the centre's clock. */
export const alarmsIn = ({ sessions, seats, board }: Seen, now: number): readonly Alarm[] => {
  const { waitAlarmMs, waitingAlarm, breakAlarmMs, targetPercent, targetCalls } = board.rules
  const waiting = sessions.filter(({ phase }) => phase === 'waiting')
  const { serviceLevelPercent: percent = 100, queued, short } = board.report
  const enoughCalls = queued - short >= targetCalls
  const works = seats.some(({ status, line }) => status !== 'rest' && status !== 'offline' && line !== 'lost')
  const longest = waiting.reduce<LiveCall | null>(
    (first, call) => (first && first.since <= call.since ? first : call),
    null,
  )
  return [
    ...(waiting.length > 0 && !works ? [{ kind: 'nobodyWorks' } as const] : []),
    ...(waiting.length >= waitingAlarm ? [{ kind: 'manyWait', count: waiting.length } as const] : []),
    ...(longest && now - longest.since > waitAlarmMs
      ? [{ kind: 'waitsLong', caller: longest.caller, ms: now - longest.since } as const]
      : []),
    ...(enoughCalls && percent < targetPercent
      ? [{ kind: 'belowTarget', percent, target: targetPercent } as const]
      : []),
    ...seats
      .filter(({ status, since }) => status === 'rest' && now - since > breakAlarmMs)
      .map(({ name, since }) => ({ kind: 'longBreak', seat: name, ms: now - since }) as const),
  ]
}
