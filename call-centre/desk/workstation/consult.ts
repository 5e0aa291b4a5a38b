/** A call about which one seat asks another, as the desk of either knows it. */
import type { RoomEvent, RoomFault, Voice } from '../../media/browser/room'
import type { SeatRoom } from '../../media/media-plane'
import type { ConsultEnd, ConsultInfo, ConsultState } from '../../server/desk-messages'

export interface Consult {
  /** What this seat does in it. */
  readonly part: ConsultInfo['part']
  /** The other one. */
  readonly seatId: string
  readonly name: string
  /** `asking`: the centre has not said so yet. */
  readonly state: ConsultState | 'asking'
  /** Where the two seats talk, for the one that asks; null: nobody has answered. The one that is asked has no other. */
  readonly room: SeatRoom | null
  readonly voice: Voice
  /** Why there is none. */
  readonly fault: RoomFault | null
  readonly stream: MediaStream | null
}

/** A talk, as far as it decides who hears whom. */
interface Talk {
  /** The customer is on hold. */
  readonly held: boolean
  readonly consult: Consult | null
}

/** A consult that did not end by this agent's wish. */
export interface ConsultOver {
  readonly name: string
  readonly why: Exclude<ConsultEnd, 'back'>
}

const silence = { voice: 'connecting', fault: null, stream: null } as const

export const askingFor = (seatId: string, name: string): Consult => ({
  ...{ part: 'asks', seatId, name, state: 'asking', room: null },
  ...silence,
})

/** As the centre tells it; the room stays the one of before when no new one is named. */
export const toldConsult = (told: ConsultInfo | undefined, before: Consult | null): Consult | null => {
  if (told === undefined) return null
  const { part, seatId, name, state, room = before?.room ?? null } = told
  const { voice, fault, stream } = told.room || before === null ? silence : before
  return { part, seatId, name, state, room, voice, fault, stream }
}

export const overBecause = (before: Consult | null, why: ConsultEnd | undefined): ConsultOver | null =>
  before === null || why === undefined || why === 'back' ? null : { name: before.name, why }

/** Somebody has answered, so that there are two to talk with. */
export const isRoomOfTwo = (consult: Consult | null): consult is Consult =>
  consult !== null && consult.state !== 'asking' && consult.state !== 'ringing'

/** The call is another seat's, which asks about it. */
export const isAsked = ({ consult }: Pick<Talk, 'consult'>): boolean => consult?.part === 'asked'

/** Whether this seat and its customer are to hear each other. */
export const isWithCustomer = ({ held }: Pick<Talk, 'held'>): boolean => !held

/** Whether this seat and the colleague whom it asks are to hear each other. */
export const isWithColleague = ({ held, consult }: Talk): boolean =>
  consult?.part === 'asks' && (held || consult.state === 'three')

/** Whether what one of the two says is passed on to the other. */
export const isTogether = (call: Talk): boolean => isWithCustomer(call) && isWithColleague(call)

/** What the room of the two seats tells of the colleague; of devices and of the line the call's own room tells. */
export type ColleagueEvent = Omit<Extract<RoomEvent, { type: 'voice/customer' }>, 'type'> & {
  readonly type: 'voice/colleague'
}

/** What an agent can do in a talk beside muting. */
export type TalkAct = 'hold' | 'transfer' | 'consult' | 'hangUp' | 'together' | 'handOver' | 'goBack'

/** What makes sense now; while the customer waits on hold, no key that was meant for the colleague hangs the customer up. */
export const talkActs = ({ held, consult }: Talk): readonly TalkAct[] => {
  if (consult === null) return ['hold', 'transfer', 'consult', 'hangUp']
  if (consult.part === 'asked') return ['goBack']
  if (consult.state === 'asking') return []
  if (consult.state === 'ringing') return ['hold', 'goBack']
  const both: readonly TalkAct[] =
    consult.state === 'three' ? ['handOver', 'goBack'] : ['handOver', 'together', 'goBack']
  return ['hold', ...both, ...(held ? [] : (['hangUp'] as const))]
}
