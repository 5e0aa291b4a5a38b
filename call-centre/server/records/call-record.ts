import type { CustomerDetails } from '../customers/customer-details'
import type { GivenRating } from '../call-summary'
import type { End, Serving, Session } from '../sessions/session'
import { isAdvice } from './call-parts'

/** A call record in the vendor's published push format. Times are UNIX seconds, 0 for what did not happen. */
export interface CallRecord {
  readonly SdkAppId: string
  readonly SessionId: string
  /** Ours, beside the vendor's fields: the name that the phone gave the call at the tap, as in each line of the log. */
  readonly CallId: string
  /** 0 is inbound. */
  readonly Direction: 0
  readonly StartTimestamp: number
  readonly RingTimestamp: number
  readonly AcceptTimestamp: number
  readonly EndedTimestamp: number
  readonly QueuedSkillGroupId: number
  /** Seconds from accept to end. */
  readonly Duration: number
  readonly IVRDuration: number
  readonly EndStatusString: string
  /** Empty when the centre ended the call. */
  readonly HungUpSide: 'user' | 'seat' | ''
  readonly Caller: string
  /** Ours: what the customer has given of a profile, as `customerDetails` of the configuration lets it be seen. */
  readonly CallerNickName?: string
  readonly CallerPhoneNumber?: string
  readonly Callee: string
  readonly IVRKeyPressed: readonly string[]
  readonly IVRKeyPressedEx: readonly { readonly Key: string; readonly Label: string }[]
  readonly PostIVRKeyPressed: readonly { readonly Key: string; readonly Label: string }[]
  readonly SeatUser: SeatUser | null
  readonly ServeParticipants: readonly Participant[]
  /** What the agents wrote, each on lines of its own. */
  readonly UserRemark: string
  /** Ours: what came of the call, the code that an agent gave last. Empty: none was given. */
  readonly Disposition: string
  readonly TelLocation: string
  /** Ours: what was written beside the voice, where `textInRecord` lets it in. */
  readonly Texts?: readonly RecordedText[]
  /** Ours: what the customer thinks of the call, if asked and answered. */
  readonly Rating?: RecordedRating
  /** Ours: the customer left the line, and kept the place; */
  readonly PlaceKept?: true
  /** the call by which the customer came back names the `SessionId` of the one that was left; empty: no call was. */
  readonly PlaceOf?: string
  /** What the app has said of the call, in JSON; empty: nothing. */
  readonly Uui: string
}

/** `From`: the seat's name; empty: the customer. */
interface RecordedText {
  readonly From: string
  readonly Text: string
  readonly Timestamp: number
}

/** `Score`: 1 to `Scale`, the best. `Tags`: the labels of what applies. `Comment`: empty for none. */
interface RecordedRating {
  readonly Score: number
  readonly Scale: number
  readonly Tags: readonly string[]
  readonly Comment: string
}

interface SeatUser {
  readonly Mail: string
  readonly Name: string
  readonly Nick: string
  readonly Phone: string
  readonly UserId: string
  readonly StaffNumber: string
  readonly SkillGroupNameList: readonly string[]
}

interface Participant {
  readonly Sequence: number
  readonly Mail: string
  readonly Phone: string
  readonly StartTimestamp: number
  readonly RingTimestamp: number
  readonly AcceptTimestamp: number
  readonly EndedTimestamp: number
  readonly Type: 'staffSeat'
  readonly RecordId: string
  readonly TransferFrom: string
  readonly TransferTo: string
  readonly TransferToType: string
  readonly SkillGroupId: number
  readonly SkillGroupName: string
  readonly SkillGroupPriority: number
  readonly EndStatusString: string
  /** Ours: the seat that asked this one about the call, and since when all three talked; 0: they did not. */
  readonly AskedBy?: string
  readonly TogetherTimestamp?: number
}

export function toCallRecord(sdkAppId: string, session: Session, end: End, endedAt: number): CallRecord {
  const acceptedAt = acceptedAtOf(session)
  return {
    SdkAppId: sdkAppId,
    SessionId: session.sessionId,
    CallId: session.callId,
    Direction: 0,
    StartTimestamp: seconds(session.startedAt),
    RingTimestamp: seconds(session.servings[0]?.ringAt),
    AcceptTimestamp: seconds(acceptedAt),
    EndedTimestamp: seconds(endedAt),
    QueuedSkillGroupId: 0,
    Duration: seconds(endedAt - (acceptedAt ?? endedAt)),
    IVRDuration: seconds((session.queuedAt ?? endedAt) - session.startedAt),
    EndStatusString: end.endStatus,
    HungUpSide: sideOf(end),
    Caller: session.userId,
    Callee: session.channelId,
    IVRKeyPressed: session.ivrPath.map(({ key }) => key),
    IVRKeyPressedEx: session.ivrPath.map(({ key, label }) => ({ Key: key, Label: label })),
    PostIVRKeyPressed: [],
    SeatUser: seatUser(session),
    ServeParticipants: session.servings.map(participant),
    ...remarksOf(session.servings),
    TelLocation: '',
    Uui: session.context ?? '',
    ...(session.keepsPlace ? { PlaceKept: true } : {}),
    ...(session.cameBack ? { PlaceOf: session.cameBack.leftSessionId ?? '' } : {}),
    ...((session.texts ?? []).length === 0 ? {} : textsIn(session)),
  }
}

/** What was written beside the voice, as the record holds it. */
export function textsIn({ texts = [] }: Pick<Session, 'texts'>): Pick<CallRecord, 'Texts'> {
  return { Texts: texts.map(({ name = '', text, at }) => ({ From: name, Text: text, Timestamp: seconds(at) })) }
}

/** What the customer thinks of the call, as the record holds it. */
export function ratingIn({ score, scale, tags, comment = '' }: GivenRating): Pick<CallRecord, 'Rating'> {
  return { Rating: { Score: score, Scale: scale, Tags: tags, Comment: comment } }
}

/** What the customer has given, as the record holds it. */
export function detailsIn({ nickName, phoneNumber }: CustomerDetails): Partial<CallRecord> {
  return {
    ...(nickName === undefined ? {} : { CallerNickName: nickName }),
    ...(phoneNumber === undefined ? {} : { CallerPhoneNumber: phoneNumber }),
  }
}

/** What the agents wrote, as the record holds it. */
export function remarksOf(servings: readonly Serving[]): Pick<CallRecord, 'UserRemark' | 'Disposition'> {
  const notes = servings.flatMap(({ remark }) => (remark === undefined || remark.notes === '' ? [] : [remark.notes]))
  return { UserRemark: notes.join('\n'), Disposition: dispositionIn(servings).disposition ?? '' }
}

/** The code that was given last. */
export function dispositionIn(servings: readonly Serving[]): { readonly disposition?: string } {
  const disposition = servings.findLast(({ remark }) => remark?.disposition !== undefined)?.remark?.disposition
  return disposition === undefined ? {} : { disposition }
}

/** When the first seat took the call. */
export function acceptedAtOf({ servings }: Session): number | undefined {
  return servings.find(({ acceptedAt }) => acceptedAt !== undefined)?.acceptedAt
}

/** The seat that talked last with the customer, and not about one. */
export function servedBy({ servings }: Session): Serving | undefined {
  return servings.findLast((serving) => serving.acceptedAt !== undefined && !isAdvice(serving))
}

function seatUser(session: Session): SeatUser | null {
  const serving = servedBy(session)
  if (!serving) return null
  const { seatId, seatName } = serving
  return {
    Mail: '',
    Name: seatName,
    Nick: seatName,
    Phone: '',
    UserId: seatId,
    StaffNumber: '',
    SkillGroupNameList: [],
  }
}

function participant(serving: Serving, index: number): Participant {
  return {
    Sequence: index,
    Mail: '',
    Phone: '',
    StartTimestamp: seconds(serving.ringAt),
    RingTimestamp: seconds(serving.ringAt),
    AcceptTimestamp: seconds(serving.acceptedAt),
    EndedTimestamp: seconds(serving.endedAt),
    Type: 'staffSeat',
    RecordId: '',
    TransferFrom: serving.transferredFrom ?? '',
    TransferTo: serving.transferredTo ?? '',
    TransferToType: transferType(serving),
    SkillGroupId: 0,
    SkillGroupName: '',
    SkillGroupPriority: 0,
    EndStatusString: serving.endStatus ?? '',
    ...(serving.askedBy === undefined
      ? {}
      : { AskedBy: serving.askedBy, TogetherTimestamp: seconds(serving.togetherAt) }),
  }
}

function transferType({ transferredTo, toGroup }: Serving): string {
  if (transferredTo === undefined) return ''
  return toGroup ? 'skillGroup' : 'staffSeat'
}

function sideOf({ closeBy }: End): CallRecord['HungUpSide'] {
  if (closeBy === 'seat') return 'seat'
  return closeBy === 'admin' ? '' : 'user'
}

function seconds(timeMs = 0): number {
  return Math.floor(timeMs / 1000)
}
