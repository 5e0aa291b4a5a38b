/** Every state of the desk's pages that people look at, by its name: pure views of made-up days. Runs in a browser. */
import { after, anew, atDesk, incoming, lost, record, signedIn, talking } from '../../../call-centre/desk/spec/scene'
import {
  openingState as openAccounts,
  reduce as reduceAccounts,
  type AccountsEvent,
} from '../../../call-centre/desk/accounts/state'
import { accountsView } from '../../../call-centre/desk/accounts/view'
import {
  openingState as openOperator,
  reduce as reduceOperator,
  type OperatorEvent,
} from '../../../call-centre/desk/operator/state'
import { operatorView } from '../../../call-centre/desk/operator/view'
import type { View } from '../../../call-centre/desk/shared/h'
import type { Language } from '../../../call-centre/desk/shared/language'
import type { WorkstationEvent } from '../../../call-centre/desk/workstation/events'
import { workstationView } from '../../../call-centre/desk/workstation/view'
import type { CallSummary } from '../../../call-centre/server/call-summary'
import type { SeatInfo } from '../../../call-centre/server/desk-messages'
import type { KeptPlace, LiveCall } from '../../../call-centre/server/operator-messages'
import type { Board, CallStory } from '../../../call-centre/server/history-messages'
import { historyStates } from './history-states'

export const PAGES = ['workstation', 'operator', 'history', 'accounts'] as const
export type PageName = (typeof PAGES)[number]

const NOON = new Date(2030, 0, 2, 12).getTime()
const LONG_NAME = 'Анастасия-Maria 欧阳 von Hohenstein-Ödenwald'

const seats: readonly SeatInfo[] = [
  { seatId: '1001', name: 'Lin', status: 'online', since: NOON - 65_000 },
  { seatId: '1002', name: 'Fang', status: 'busy', since: NOON - 754_000, sessionId: 's2' },
  { seatId: '1005', name: 'Wu', status: 'busy', since: NOON - 7_000, sessionId: 's9', rings: true },
  { seatId: '1003', name: LONG_NAME, status: 'rest', since: NOON - 3_000_000, reason: '用餐 Meal' },
  { seatId: '1004', name: 'Chen', status: 'wrapUp', since: NOON - 9_000 },
]

const dated = (startedAt: number, more: Partial<CallSummary>): CallSummary => ({
  ...{ ...record, sessionId: `s${startedAt}`, startedAt, queuedAt: startedAt + 4_000, endedAt: startedAt + 95_000 },
  ...more,
})

const records: readonly CallSummary[] = [
  dated(NOON - 300_000, { caller: 'Sun', endStatus: 'waitingGiveUp', durationMs: 0, keepsPlace: true }),
  dated(NOON - 600_000, {
    ...{
      rating: { score: 4, scale: 5, tags: ['问题已解决 Solved'], comment: '很快就解决了，谢谢！' },
      seatName: 'Lin',
    },
    parts: [{ seatId: '1001', seatName: 'Lin', outcome: 'talked' }],
  }),
  dated(NOON - 900_000, {
    ...{ caller: 'customer-e51c453a44db', endStatus: 'ringingGiveUp', durationMs: 0 },
    parts: [
      { seatId: '1002', seatName: 'Fang', outcome: 'declined' },
      { seatId: '1001', seatName: 'Lin', outcome: 'abandoned' },
    ],
  }),
  dated(NOON - 90_000_000, { caller: LONG_NAME, media: 'video', endStatus: 'clientTimeout', seatName: LONG_NAME }),
]

const stories: readonly CallStory[] = records.map((each) => ({
  ...{ ...each, callId: 'cda19y8o4chmjbdkvf3gm', ivrPath: [{ key: '2', label: '售后服务 Support' }] },
  remarks: [{ seatName: 'Fang', notes: 'Wants a refund.\n要求退款，已登记。', disposition: 'followUp' }],
  steps: [
    { at: each.startedAt, what: 'started' },
    { at: each.startedAt + 4_000, what: 'queued' },
    { at: each.startedAt + 5_000, what: 'rang', seatName: 'Fang' },
    {
      at: each.startedAt + 9_000,
      what: 'left',
      seatName: 'Fang',
      outcome: 'declined',
      reason: '不是我的业务 Not my subject',
    },
    { at: each.startedAt + 30_000, what: 'answered', seatName: 'Lin' },
    { at: each.endedAt, what: 'ended', closeBy: each.closeBy, endStatus: each.endStatus },
  ],
}))

const words: WorkstationEvent = {
  ...signedIn,
  choices: {
    ...signedIn.choices,
    breakReasons: ['用餐 Meal', '培训 Training', '会议 Meeting'],
    declineReasons: ['不是我的业务 Not my subject', '设备故障 Device fault'],
  },
}
const team: WorkstationEvent = { type: 'seat/seats', time: NOON, seats }
const latest = [...records].reverse().map((each): WorkstationEvent => ({ type: 'seat/record', record: each }))
const seated: readonly WorkstationEvent[] = [...atDesk.slice(0, 2), anew, words, team, ...latest]
const known = {
  ...{ caller: 'customer-e51c453a44db', nickName: LONG_NAME, phoneNumber: '138****1234', transferredFrom: 'Fang' },
  context: JSON.stringify({ order: 'A-1029', page: '订单详情 Order', paid: true }),
}
const rings: WorkstationEvent = { ...incoming, ...known }
const talks: WorkstationEvent = { ...talking, ...known, elapsedMs: 125_000 }
const ready: WorkstationEvent = { type: 'voice/microphone', microphone: 'ready' }
const flowing: WorkstationEvent = { type: 'voice/customer', voice: 'flowing', stream: null }
const inACall: readonly WorkstationEvent[] = [
  ...seated,
  rings,
  { type: 'click/answer', sessionId: 's1' },
  talks,
  ready,
  flowing,
]
const earlier: WorkstationEvent = {
  ...{ type: 'seat/earlier', sessionId: 's1' },
  calls: [
    {
      ...{ sessionId: 'e1', channel: 'Sales', startedAt: NOON - 90_000_000, endStatus: 'ok', seatName: 'Fang' },
      disposition: 'solved',
      notes: [{ seatName: 'Fang', notes: 'Wants a refund by Monday. 要求周一前退款，已登记，订单 A-1029。' }],
    },
    {
      ...{ sessionId: 'e2', channel: LONG_NAME, startedAt: NOON - 900_000_000, endStatus: 'waitingGiveUp' },
      notes: [],
    },
  ],
}
const expects: WorkstationEvent = {
  ...{ type: 'seat/expects', caller: 'customer-e51c453a44db', channel: 'Sales' },
  ...{ leftMs: 1_800_000, message: 'refused' },
}
const ended: WorkstationEvent = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record }
const { timeoutMs: limitMs, ...caller } = incoming
const wrapUp: WorkstationEvent = { ...caller, ...known, type: 'seat/wrapUp', limitMs, remark: { notes: '' } }
const missed: WorkstationEvent = { type: 'seat/missed', sessionId: 's1', reason: 'missed' }
const away: WorkstationEvent = {
  ...{ type: 'seat/changed', time: NOON, gone: [] },
  seats: [{ seatId: '1001', name: 'Lin', status: 'rest', away: 'missed', since: NOON - 5_000 }],
}

const WORKSTATION: Readonly<Record<string, readonly WorkstationEvent[]>> = {
  'sits-down': [],
  ready: [...seated, { type: 'ring/audible', audible: true }],
  'ring-not-heard': [...seated, { type: 'ring/audible', audible: false }, { type: 'ring/notices', notices: 'default' }],
  'on-a-break': [...seated, { type: 'click/status', status: 'rest', reason: '培训 Training' }],
  'set-away': [...seated, away],
  ringing: [...seated, rings],
  'ringing-known': [...seated, rings, earlier],
  'talking-known': [...inACall, earlier],
  expects: [...seated, expects],
  silenced: [...seated, rings, { type: 'click/letRing' }],
  missed: [...seated, rings, missed],
  talking: inACall,
  held: [...inACall, { type: 'click/hold' }],
  'in-trouble': [
    ...[...inACall, { type: 'voice/microphone', microphone: 'missing' } as const],
    ...[{ type: 'voice/customer', voice: 'refused', stream: null, fault: 'firewall' } as const],
    { type: 'seat/digits', sessionId: 's1', digits: '1029#' },
  ],
  'line-lost': [...inACall, lost],
  'giving-away': [...inACall, { type: 'click/chooseSeat' }],
  'writing-up': [...inACall, { type: 'click/notes', notes: 'Wants a refund.' }, ended, wrapUp],
  'sound-panel': [...seated, { type: 'sound/panel' }, { type: 'sound/check' }],
  found: [...seated, { type: 'click/history', change: { text: 'refund' } }, { type: 'history/found', found: stories }],
  'not-found': [...seated, { type: 'click/history', change: { text: 'x' } }, { type: 'history/found', found: 'lost' }],
}

const live = (sessionId: string, more: Partial<LiveCall>): LiveCall => ({
  ...{ sessionId, caller: `customer-${sessionId}`, channel: '人工坐席 Straight to a seat', media: 'audio', line: 'up' },
  ...{ phase: 'waiting', since: NOON - 200_000, ivrPath: [{ key: '1', label: '售前咨询 Sales' }], ...more },
})

const board: Board = {
  rules: {
    ...{ answerWithinMs: 20_000, targetPercent: 80, targetCalls: 10, shortAbandonMs: 5_000 },
    ...{ waitAlarmMs: 60_000, waitingAlarm: 3, breakAlarmMs: 1_800_000 },
  },
  report: {
    ...{ day: '2030-01-02', calls: 214, queued: 200, answered: 131, inTime: 77, short: 9, serviceLevelPercent: 40 },
    ...{ longestWaitMs: 754_000, meanWaitMs: 93_000, meanTalkMs: 312_000 },
    rating: { score: 4.3, scale: 5, calls: 61 },
    seats: seats.map(({ seatId, name }, index) => ({
      ...{ seatId, seatName: name, taken: 40 - index, transferred: index, missed: 2 * index, declined: index },
    })),
  },
}

const places: readonly KeptPlace[] = [
  {
    placeId: 'p1',
    caller: 'Chen',
    channel: 'Sales',
    since: NOON - 754_000,
    state: 'called',
    dueAt: NOON + 142_000,
    message: 'sent',
  },
  {
    placeId: 'p2',
    caller: LONG_NAME,
    channel: 'Sales',
    since: NOON - 654_000,
    state: 'called',
    dueAt: NOON + 90_000,
    message: 'refused',
    seatName: 'Lin',
  },
  { placeId: 'p3', caller: 'Wu', channel: 'Support', since: NOON - 300_000, state: 'kept', dueAt: NOON + 3_600_000 },
  { placeId: 'p4', caller: 'Sun', channel: 'Support', since: NOON - 3_300_000, state: 'gone', dueAt: NOON + 3_600_000 },
]

const monday: OperatorEvent = {
  ...{ type: 'operator/changed', time: NOON, seats, places, records: [...records].reverse() },
  ...{
    gone: { sessions: [], places: [], seats: [], records: [] },
    estimate: { calls: 50, meanErrorMs: 41_000, late: 31 },
  },
  sessions: [
    live('s2', { phase: 'talking', seatName: 'Fang', held: 'seat', media: 'video' }),
    live('s3', { phase: 'talking', seatName: LONG_NAME, held: 'customer', line: 'lost' }),
    live('s4', { phase: 'ringing', seatName: 'Lin' }),
    live('s5', { ticket: 1 }),
    live('s6', { ticket: 2, caller: LONG_NAME }),
    live('s7', { ticket: 3 }),
    live('s8', { phase: 'ivr', ivrPath: [] }),
  ],
}
const up: OperatorEvent = { type: 'line/up', resumed: false }
const today: OperatorEvent = { type: 'report/told', day: null, board }
const busy: readonly OperatorEvent[] = [up, monday, today]

const OPERATOR: Readonly<Record<string, readonly OperatorEvent[]>> = {
  'no-calls': [up, { ...monday, sessions: [], places: [], seats: [], records: [] }, today],
  'bad-monday': busy,
  'asks-before-it-ends': [...busy, { type: 'click/doubt', sessionId: 's2' }],
  'another-day': [...busy, { type: 'click/day', day: '2030-01-01' }],
  'line-lost': [...busy, lost],
}

const supervisor = { accountId: '9001', name: 'Chen', role: 'supervisor' } as const

const HISTORY = historyStates({ stories, noon: NOON, longName: LONG_NAME, me: supervisor })

const answered = (about: 'accounts' | 'groups', body: object): AccountsEvent => ({
  ...{ type: 'centre/answered', about, name: '' },
  reply: { status: 200, body },
})
const people = [
  { accountId: '1002', name: 'Fang', role: 'seat', disabled: false, hasPassword: true, skills: { sales: 1, care: 4 } },
  { accountId: '1001', name: 'Lin', role: 'seat', disabled: false, hasPassword: true },
  { accountId: '9001', name: LONG_NAME, role: 'supervisor', disabled: false, hasPassword: false, skills: {} },
]
const groups = [
  { groupId: 'sales', name: '售前咨询 Sales' },
  { groupId: 'care', name: '售后服务 Customer care' },
]

const ACCOUNTS: Readonly<Record<string, readonly AccountsEvent[]>> = {
  people: [answered('groups', groups), answered('accounts', people)],
  'no-groups': [answered('accounts', people)],
}

const accountsAfter = (language: Language, events: readonly AccountsEvent[]): View => {
  const opened = openAccounts(language, { ...supervisor, role: 'administrator' }, 'https://calls.example')
  return accountsView(events.reduce(reduceAccounts, opened), NOON, () => undefined)
}

export const namesOf = (page: PageName): readonly string[] =>
  Object.keys({ workstation: WORKSTATION, operator: OPERATOR, history: HISTORY, accounts: ACCOUNTS }[page])

export const viewOf = (page: PageName, name: string, language: Language): View => {
  if (page === 'workstation') {
    const state = { ...after({ type: 'click/language', language }, ...(WORKSTATION[name] ?? [])), supervises: true }
    return workstationView(state, 1_000 * (1 + (WORKSTATION[name]?.length ?? 0)) + 6_000, () => undefined)
  }
  if (page === 'operator') {
    const state = (OPERATOR[name] ?? []).reduce(
      (seen, event) => reduceOperator(seen, event, NOON),
      openOperator(language),
    )
    return operatorView(state, NOON, () => undefined)
  }
  if (page === 'accounts') return accountsAfter(language, ACCOUNTS[name] ?? [])
  const ofHistory = HISTORY[name]
  if (ofHistory === undefined) throw new Error(`the history has no state ${name}`)
  return ofHistory(language)
}
