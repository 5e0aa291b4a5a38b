/** What the centre is told when something happens. */
import type { LineWord, SeatCommand, SeatNotice } from '../../server/desk-messages'
import { isAsked } from './consult'
import type { Transition } from '../shared/store'
import type { WorkstationEvent } from './events'
import type { ChosenStatus, RingingCall, TalkingCall, Workstation, WrittenRemark } from './state'
import { isReady } from './state'
import { textCommands } from './texts'

type Commands = readonly SeatCommand[]

const signIn = ({ who, desk, takesOver, over }: Workstation): Commands =>
  who === null
    ? []
    : [
        {
          ...{ type: 'seat/signIn', desk },
          ...(takesOver ? { takeOver: true } : {}),
          ...(over === null ? {} : { over }),
        },
      ]

/** What the agent wished in this talk while the centre could not hear it. */
const wishesIn = (told: Extract<SeatNotice, { type: 'seat/talking' }>, { call }: Workstation): Commands => {
  const { sessionId } = told
  if (call?.phase !== 'talking' || call.sessionId !== sessionId) return []
  const { held, muted } = call
  return [
    ...(held === told.held ? [] : [{ type: 'seat/hold', sessionId, held } as const]),
    ...(muted === told.muted ? [] : [{ type: 'seat/mute', sessionId, muted } as const]),
  ]
}

const statusOf = (status: ChosenStatus, reason: string | null): SeatCommand => ({
  ...{ type: 'seat/status', status },
  ...(reason === null ? {} : { reason }),
})

/** A seat that has something in hand shows that, and not the status that was chosen. */
const onWelcome = (
  { seat }: Extract<SeatNotice, { type: 'seat/signedIn' }>,
  { status, reason }: Workstation,
): Commands =>
  status !== null && seat.sessionId === undefined && seat.status !== 'wrapUp' && status !== seat.status
    ? [statusOf(status, reason)]
    : []

/** What was written of a talk is told when it is handed over, and before the page forgets it. */
const remarkToTell = ({ from, to }: Transition<Workstation, WorkstationEvent>): WrittenRemark | null => {
  if (from.remark?.sessionId !== to.remark?.sessionId) return from.remark?.sent === false ? from.remark : null
  return to.remark?.sent === true && to.remark !== from.remark ? to.remark : null
}

const remarkIn = (transition: Transition<Workstation, WorkstationEvent>): Commands => {
  const remark = remarkToTell(transition)
  if (remark === null) return []
  const { sessionId, notes, disposition } = remark
  return [{ type: 'seat/remark', sessionId, notes, ...(disposition === undefined ? {} : { disposition }) }]
}

/** At this moment only. */
const inConsult = (event: WorkstationEvent, { sessionId, consult }: TalkingCall): Commands => {
  if (event.type === 'click/consult') {
    return consult === null ? [{ type: 'seat/consult', sessionId, toSeatId: event.toSeatId }] : []
  }
  if (event.type === 'click/goBack') return consult === null ? [] : [{ type: 'seat/goBack', sessionId }]
  if (consult?.part !== 'asks') return []
  if (event.type === 'click/together') return [{ type: 'seat/together', sessionId }]
  return event.type === 'click/handOver' ? [{ type: 'seat/handOver', sessionId }] : []
}

/** Delivered once, now or when the line is back. */
const inTalk = (event: WorkstationEvent, call: TalkingCall, ready: boolean): Commands => {
  const { sessionId, held, muted } = call
  if (isAsked(call) && (event.type === 'click/hold' || event.type === 'click/hangUp')) return []
  switch (event.type) {
    case 'click/hold':
      return [{ type: 'seat/hold', sessionId, held: !held }]
    case 'click/mute':
      return [{ type: 'seat/mute', sessionId, muted: !muted }]
    case 'click/rejoin':
      return ready ? [{ type: 'seat/rejoin', sessionId }] : []
    case 'click/hangUp':
      return [{ type: 'seat/hangUp', sessionId }]
    case 'click/transfer': {
      const { toSeatId, toGroup } = event
      const to = { ...(toSeatId === undefined ? {} : { toSeatId }), ...(toGroup === undefined ? {} : { toGroup }) }
      return ready && call.consult === null ? [{ type: 'seat/transfer', sessionId, ...to }] : []
    }
    default:
      return ready ? inConsult(event, call) : []
  }
}

/** Null: not known at this moment. */
const lineOf = (call: Workstation['call']): LineWord | null => {
  if (call?.phase !== 'talking' || call.voice === 'connecting' || call.voice === 'refused') return null
  if (call.voice === 'lost') return 'lost'
  return call.quality === 'unknown' ? 'good' : call.quality
}

/** How the voice comes through, when it is another than before. */
const lineIn = ({ from, to }: Transition<Workstation, WorkstationEvent>): Commands => {
  if (to.call === null || from.call === to.call) return []
  const line = lineOf(to.call)
  return line === null || line === lineOf(from.call) ? [] : [{ type: 'seat/line', sessionId: to.call.sessionId, line }]
}

/** The commands that a transition asks for. A click that the state does not allow says nothing. */
export const commandsFor = (transition: Transition<Workstation, WorkstationEvent>): Commands => [
  ...remarkIn(transition),
  ...lineIn(transition),
  ...textCommands(transition.event, transition.from, isReady(transition.from)),
  ...otherCommands(transition),
]

const otherCommands = ({ event, from, to }: Transition<Workstation, WorkstationEvent>): Commands => {
  if (event.type === 'line/up') return event.resumed && from.welcomed ? [] : signIn(to)
  if (event.type === 'seat/signedIn') return onWelcome(event, to)
  if (event.type === 'seat/talking') return wishesIn(event, to)
  if (!from.welcomed) return []
  if (event.type === 'click/status') return [statusOf(event.status, event.reason ?? null)]
  if (event.type === 'click/callAgain')
    return isReady(from) ? [{ type: 'seat/callAgain', sessionId: event.sessionId }] : []
  if (event.type === 'click/signOut') return [{ type: 'seat/signOut' }]
  const { call } = from
  if (call?.phase === 'talking') return inTalk(event, call, isReady(from))
  if (call?.phase === 'wrapUp') {
    const isDone = event.type === 'click/wrapUpDone' || event.type === 'notes/limit'
    return isDone ? [{ type: 'seat/wrapUpDone', sessionId: call.sessionId }] : []
  }
  return to.call?.phase === 'ringing' && call?.said === null ? inRinging(event, to.call) : []
}

/** What the agent has said to it just now. */
const inRinging = (event: WorkstationEvent, { sessionId, said }: RingingCall): Commands => {
  if (said === null) return []
  if (event.type === 'click/decline') {
    return [{ type: 'seat/decline', sessionId, ...(event.reason === undefined ? {} : { reason: event.reason }) }]
  }
  return event.type === 'click/answer' ? [{ type: 'seat/answer', sessionId }] : []
}
