import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { SeatStatus } from '../desk-messages'
import type { OperatorState } from '../operator-messages'
import { errorMs } from '../routing/estimate'
import type { LivePhase, PhaseChange } from '../sessions/session'
import { logInResults, type CentreEvent } from './events'

const phases: readonly LivePhase[] = ['ivr', 'waiting', 'ringing', 'talking']
const statuses: readonly SeatStatus[] = ['online', 'busy', 'rest', 'wrapUp']

/** Gauges of prom-client whose names end as counters do. */
const misnamed = ['active_resources', 'active_handles', 'active_requests'].map((name) => `nodejs_${name}_total`)

export interface Metrics {
  readonly see: (event: CentreEvent) => void
  /** All of them in the text format of Prometheus. */
  readonly scrape: () => Promise<string>
  readonly contentType: string
}

export interface Picture extends Pick<OperatorState, 'time' | 'sessions' | 'seats'> {
  /** Customers and seats that hold a link, with or without a socket. */
  readonly links: Readonly<Record<'customer' | 'seat', number>>
}

/** Call records that the company's back end has not taken yet. */
interface RecordsAway {
  waiting(): number
  deadLetters(): readonly unknown[]
}

/** Those of the process begin with the first scrape: most centres are never scraped. */
export function createMetrics(picture: () => Picture, records: RecordsAway): Metrics {
  const registry = new Registry()
  const see = countEvents(registry)
  describe(registry, picture)
  describeRecords(registry, records)
  let begun = false
  return {
    see,
    contentType: registry.contentType,
    scrape() {
      if (!begun) collectDefaultMetrics({ register: registry })
      for (const name of misnamed) registry.removeSingleMetric(name)
      begun = true
      return registry.metrics()
    },
  }
}

/** What is so at the moment of the scrape. */
function describe(registry: Registry, picture: () => Picture): void {
  const gauge = (name: string, help: string, labels: readonly string[], read: (gauge: Gauge, now: Picture) => void) =>
    new Gauge({
      ...{ name, help, labelNames: labels, registers: [registry] },
      collect() {
        read(this, picture())
      },
    })
  gauge('tccc_calls', 'Calls that are not over, by phase.', ['phase'], (calls, { sessions }) => {
    for (const phase of phases) calls.set({ phase }, sessions.filter((session) => session.phase === phase).length)
  })
  gauge('tccc_longest_wait_seconds', 'For how long the customer waits who waits longest.', [], (wait, now) => {
    const since = now.sessions.filter(({ phase }) => phase === 'waiting').map((session) => session.since)
    wait.set(since.length === 0 ? 0 : (now.time - Math.min(...since)) / 1_000)
  })
  gauge('tccc_seats', 'Seats that are signed in, by status.', ['status'], (seats, now) => {
    for (const status of statuses) seats.set({ status }, now.seats.filter((seat) => seat.status === status).length)
  })
  gauge('tccc_links', 'Links, with or without a socket, by who holds them.', ['end'], (links, now) => {
    for (const [end, count] of Object.entries(now.links)) links.set({ end }, count)
  })
}

function describeRecords(registry: Registry, records: RecordsAway): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        this.set(read())
      },
    })
  gauge('tccc_records_waiting', 'Call records on their way to the back end.', () => records.waiting())
  gauge(
    'tccc_dead_letters',
    'Call records that the back end did not take in a day.',
    () => records.deadLetters().length,
  )
}

/** What has happened since the process began. */
function countEvents(registry: Registry): (event: CentreEvent) => void {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const logIns = counter('tccc_log_ins_total', 'Requests to log in, by result.', 'result')
  const pushes = counter('tccc_record_pushes_total', 'Call records pushed, by result.', 'result')
  // A series that begins with its first one shows no increase.
  for (const result of logInResults) logIns.inc({ result }, 0)
  for (const result of ['taken', 'failed']) pushes.inc({ result }, 0)
  const started = counter('tccc_calls_started_total', 'Calls that began.')
  const ended = counter('tccc_calls_ended_total', 'Calls that are over, by the word of their record.', 'end_status')
  const measure = createMeasure(registry)
  const known = new Set<string>()
  return (event) => {
    if (event.type === 'logIn') logIns.inc({ result: event.result })
    if (event.type === 'record') pushes.inc({ result: event.result })
    if (event.type !== 'call') return
    // Each call begins in the menu; one of before the process may go on there, which counts it once more.
    if (event.phase === 'ivr' && !known.has(event.sessionId)) started.inc()
    known.add(event.sessionId)
    measure(event)
    if (!event.end) return
    ended.inc({ end_status: event.end.endStatus })
    known.delete(event.sessionId)
  }
}

/** How long customers wait and talk. A call that began before the process is not measured. */
function createMeasure(registry: Registry): (change: PhaseChange) => void {
  const histogram = (name: string, help: string, buckets: readonly number[]) =>
    new Histogram({ name, help, buckets: [...buckets], registers: [registry] })
  const waits = histogram(
    'tccc_wait_seconds',
    'From the queue to the first seat, or to the end without one.',
    [1, 5, 10, 20, 30, 60, 120, 300, 600, 1200],
  )
  const talks = histogram(
    'tccc_talk_seconds',
    'From the first seat to the end.',
    [10, 30, 60, 180, 300, 600, 1200, 3600],
  )
  const errors = new Histogram({
    name: 'tccc_wait_estimate_error_seconds',
    help: 'By how much an answered call waited longer (late) or shorter (early) than its customer was told first.',
    labelNames: ['side'],
    buckets: [5, 10, 20, 30, 60, 120, 300, 600],
    registers: [registry],
  })
  const calls = new Map<string, { readonly queuedAt: number; talkedAt?: number }>()
  return ({ sessionId, phase, at, promised }) => {
    if (promised) {
      const ms = errorMs(promised, at)
      errors.observe({ side: ms > 0 ? 'late' : 'early' }, Math.abs(ms) / 1_000)
    }
    const call = calls.get(sessionId)
    if (phase === 'waiting' && !call) calls.set(sessionId, { queuedAt: at })
    if (!call) return
    if (phase === 'talking' && call.talkedAt === undefined) {
      call.talkedAt = at
      waits.observe((at - call.queuedAt) / 1_000)
    }
    if (phase !== 'ended') return
    calls.delete(sessionId)
    if (call.talkedAt === undefined) waits.observe((at - call.queuedAt) / 1_000)
    else talks.observe((at - call.talkedAt) / 1_000)
  }
}
