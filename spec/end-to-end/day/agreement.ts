/** Whether the centre's records, its history, and the board say what the script did. Each disagreement is a sentence. */
import type { Board, CallStory, DayReport } from '../../../call-centre/server/history-messages'
import { dayOf } from '../../../call-centre/server/day'
import type { Part } from './agent'
import type { CustomerEnd } from './phone'
import type { Customer, CustomerDeed } from './script'

/** The day as each side tells it. */
export interface Told {
  readonly customers: readonly { readonly customer: Customer; readonly caller: string; readonly end: CustomerEnd }[]
  readonly parts: readonly Part[]
  readonly stories: readonly CallStory[]
  readonly records: readonly Readonly<Record<string, unknown>>[]
  readonly board: Board
  /** What the operator's page shows of the day. */
  readonly shown: readonly string[]
}

/** The declared ends of a customer: end status and who closed. */
const DECLARED: Readonly<Record<CustomerDeed, readonly string[]>> = {
  talks: ['ok client', 'ok seat'],
  staysOnTheLine: ['ok seat'],
  givesUp: ['waitingGiveUp client', 'ringingGiveUp client', 'ok client', 'ok seat'],
  leavesTheMenu: ['ivrGiveUp client'],
  isBlocked: ['blackList admin'],
  comesAtNight: ['notWorkTime admin'],
}

const SIDES: Readonly<Record<string, string>> = { client: 'user', seat: 'seat', admin: '' }

const differ = (what: string, one: unknown, other: unknown): readonly string[] => {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)]
  return a === b ? [] : [`${what}: ${a}, and ${b}`]
}

const CROSSING_MS = 500

/** The customer hung up before the phone could hear of the last step: it names the end of the phase that it knew. */
const isCrossed = ({ closeBy }: CustomerEnd, { steps, endedAt, ...story }: CallStory): boolean =>
  closeBy === 'client' && story.closeBy === 'client' && endedAt - (steps.at(-2)?.at ?? 0) < CROSSING_MS

/** Customer and agent hung up in one moment: the phone ended there and then, and the centre heard of the agent first. */
const bothHungUp = (end: CustomerEnd, { closeBy, endStatus }: CallStory): boolean =>
  closeBy === 'seat' && endStatus === 'ok' && end.closeBy === 'client' && end.endStatus === 'ok'

const ofCustomer = (
  { customer, caller, end }: Told['customers'][number],
  { parts, stories, records }: Told,
): readonly string[] => {
  const { name, does } = customer
  const [story, ...more] = stories.filter((each) => each.caller === caller)
  const record = records.find(({ Caller }) => Caller === caller)
  if (story === undefined || record === undefined) return [`${name} has no record`]
  const own = parts.filter((part) => part.caller === caller)
  // A seat that has a call twice goes on with its own notes, in its last part.
  const notes = own.flatMap(({ seatId, notes }, index) =>
    notes === '' || own.slice(index + 1).some((later) => later.seatId === seatId && later.notes !== '') ? [] : [notes],
  )
  const disposition = own.findLast((part) => part.disposition !== '')?.disposition ?? ''
  const ended = `${end.endStatus} ${end.closeBy}`
  return [
    ...(more.length > 0 ? [`${name} has more than one record`] : []),
    ...(DECLARED[does].includes(ended) ? [] : [`${name}, who ${does}, ended as ${ended}`]),
    ...(bothHungUp(end, story) || isCrossed(end, story)
      ? []
      : differ(`${name}: the phone’s end and the history’s`, ended, `${story.endStatus} ${story.closeBy}`)),
    ...differ(`${name}: the history’s end and the record’s`, story.endStatus, record['EndStatusString']),
    ...differ(`${name}: who hung up`, SIDES[story.closeBy], record['HungUpSide']),
    ...differ(
      `${name}: what the seats saw, and the history`,
      own.map(({ seatId, outcome }) => `${seatId} ${outcome}`),
      (story.parts ?? []).map(({ seatId, outcome }) => `${seatId} ${outcome}`),
    ),
    ...differ(`${name}: seats of the record`, own.length, (record['ServeParticipants'] as readonly unknown[]).length),
    ...differ(
      `${name}: notes written, and in the history`,
      notes,
      story.remarks.map((each) => each.notes).filter((each) => each !== ''),
    ),
    ...differ(`${name}: notes written, and in the record`, notes.join('\n'), record['UserRemark']),
    ...differ(`${name}: what came of it`, disposition, record['Disposition']),
  ]
}

const atOf = ({ steps }: CallStory, what: 'queued' | 'answered'): number | undefined =>
  steps.find((step) => step.what === what)?.at

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

/** The figures of a day, reckoned anew from the steps of its calls. */
const reckoned = (stories: readonly CallStory[], { rules }: Board): Omit<DayReport, 'day' | 'seats'> => {
  const waits = stories.flatMap((story) => {
    const [queued, answered] = [atOf(story, 'queued'), atOf(story, 'answered')]
    return queued === undefined ? [] : [{ ms: (answered ?? story.endedAt) - queued, answered: answered !== undefined }]
  })
  const talks = stories.flatMap((story) => {
    const answered = atOf(story, 'answered')
    return answered === undefined ? [] : [story.endedAt - answered]
  })
  const inTime = waits.filter(({ ms, answered }) => answered && ms <= rules.answerWithinMs).length
  const short = waits.filter(({ ms, answered }) => !answered && ms < rules.shortAbandonMs).length
  return {
    ...{ calls: stories.length, queued: waits.length, answered: talks.length, inTime, short },
    serviceLevelPercent: Math.round((100 * inTime) / (waits.length - short)),
    longestWaitMs: Math.max(...waits.map(({ ms }) => ms)),
    meanWaitMs: mean(waits.map(({ ms }) => ms)),
    meanTalkMs: mean(talks.filter((ms) => ms > 0)),
  }
}

const ofBoard = ({ stories, parts, board, shown }: Told): readonly string[] => {
  const { day, seats, ...figures } = board.report
  const { serviceLevelPercent: level, calls, queued, answered, inTime, short } = figures
  const count = (seatId: string, ...outcomes: readonly string[]): number =>
    parts.filter((part) => part.seatId === seatId && outcomes.includes(part.outcome)).length
  const expected = seats.map(({ seatId, seatName }) => ({
    ...{ seatId, seatName, taken: count(seatId, 'talked', 'transferred'), transferred: count(seatId, 'transferred') },
    ...{ missed: count(seatId, 'missed'), declined: count(seatId, 'declined') },
  }))
  const sorted = (object: object) => Object.entries(object).sort(([a], [b]) => a.localeCompare(b))
  return [
    ...differ('the figures reckoned anew, and the report', sorted(reckoned(stories, board)), sorted(figures)),
    ...differ(
      'the day',
      stories.every(({ startedAt }) => dayOf(startedAt) === day),
      true,
    ),
    ...differ('what the seats did, and the report', expected, seats),
    ...differ(
      'the report, and the operator’s page',
      [`${String(level)} %`, ...[calls, queued, answered, inTime, short].map(String)],
      shown.slice(0, 6),
    ),
  ]
}

export const disagreements = (told: Told): readonly string[] => [
  ...differ('customers, and records', told.customers.length, told.records.length),
  ...told.customers.flatMap((each) => ofCustomer(each, told)),
  ...ofBoard(told),
]
