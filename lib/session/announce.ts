/** What a transition means to those outside: the component's bind events, in the order in which they are told. */
import type { ErrorCode } from '../errors/codes'
import type { Advice } from '../events/event'
import type { CloseBy, EndStatus, Seat } from '../events/messages'
import { pusherMeaning } from '../status-codes/pusher-codes'
import type { Phase } from './phase'
import { isConnected, isRunning, type Session } from './session'
import type { Transition } from './transition'

export type Announcement =
  | { readonly name: 'stateChange'; readonly detail: { readonly phase: Phase; readonly from: Phase } }
  | { readonly name: 'sessionStart'; readonly detail: { readonly sessionId: string } }
  | { readonly name: 'accepted'; readonly detail: { readonly sessionId: string; readonly seat: Seat } }
  | { readonly name: 'sessionEnded'; readonly detail: SessionEnded }
  | { readonly name: 'reconnecting'; readonly detail: { readonly since: number } }
  | { readonly name: 'reconnected'; readonly detail: Readonly<Record<string, never>> }
  | { readonly name: 'networkQuality'; readonly detail: { readonly local: number; readonly remote: number } }
  | { readonly name: 'advice'; readonly detail: { readonly advice: readonly Advice[] } }
  | { readonly name: 'notice'; readonly detail: Notice }
  | { readonly name: 'error'; readonly detail: Failure }

/** What ended a call that failed, or what a call has to do without. */
export interface Failure {
  readonly code: ErrorCode
  /** The words of the phone or the server, without secrets; `null`: there are none. */
  readonly cause: string | null
}

/** The payload of `notice`, in `event.detail`: something that a policy tells the page. */
export interface Notice {
  readonly topic: string
  /** The policy that tells it; `null`: it came from the page's own code. */
  readonly policy: string | null
}

/** The payload of `sessionEnded`, in `event.detail`. */
export interface SessionEnded {
  readonly sessionId: string
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  /** The vendor's number of `endStatus`. */
  readonly code: number
  /** Whole seconds from accept to end. */
  readonly duration: number
  readonly cause: string | null
}

const sessionIdOf = (session: Session): string | null => ('sessionId' in session ? session.sessionId : null)

const acceptedAtOf = (session: Session): number | null => ('acceptedAt' in session ? session.acceptedAt : null)

const started = ({ from, to }: Transition): readonly Announcement[] =>
  to.phase === 'ivr' && from.phase === 'dialling' ? [{ name: 'sessionStart', detail: { sessionId: to.sessionId } }] : []

const accepted = ({ from, to }: Transition): readonly Announcement[] =>
  to.phase === 'talking' && acceptedAtOf(from) === null
    ? [{ name: 'accepted', detail: { sessionId: to.sessionId, seat: to.seat } }]
    : []

/** A session that never started does not end either: `startCall` rejects instead. */
const ended = ({ from, to }: Transition): readonly Announcement[] => {
  if (to.phase !== 'ended' || from.phase === 'ended') return []
  const sessionId = sessionIdOf(to)
  if (sessionId === null) return []
  const { closeBy, endStatus, code, duration, cause, error } = to.end
  const told: Announcement = { name: 'sessionEnded', detail: { sessionId, closeBy, endStatus, code, duration, cause } }
  return error === null ? [told] : [{ name: 'error', detail: { code: error, cause } }, told]
}

/** The call goes on without it, and the page can say so. */
const camera = ({ event, from, to }: Transition): readonly Announcement[] => {
  if (to.camera.state !== 'failed' || from.camera.state === 'failed') return []
  const isStatus = event.type === 'pusher/status' || event.type === 'pusher/error'
  const code = isStatus && pusherMeaning(event) === 'cameraRefused' ? 'CAMERA_REFUSED' : 'CAMERA_FAILED'
  return [{ name: 'error', detail: { code, cause: null } }]
}

const line = ({ from, to }: Transition): readonly Announcement[] => {
  if (from.line.state !== 'reconnecting' && to.line.state === 'reconnecting') {
    return [{ name: 'reconnecting', detail: { since: to.line.since } }]
  }
  // A call that the server has forgotten is not back with its line: its end is told.
  const isBack = to.line.state === 'up' && isRunning(from) === isRunning(to)
  return from.line.state === 'reconnecting' && isBack ? [{ name: 'reconnected', detail: {} }] : []
}

/** What is forgotten at the end of a call is no news. */
const quality = ({ from, to }: Transition): readonly Announcement[] => {
  if (from.quality === to.quality || !isConnected(to)) return []
  const { local, remote, advice } = to.quality
  return from.quality.advice === advice
    ? [{ name: 'networkQuality', detail: { local, remote } }]
    : [{ name: 'advice', detail: { advice } }]
}

const phase = ({ from, to }: Transition): readonly Announcement[] =>
  from.phase === to.phase ? [] : [{ name: 'stateChange', detail: { phase: to.phase, from: from.phase } }]

/** The one announcement that no change of the session carries. */
const notice = ({ event }: Transition): readonly Announcement[] =>
  event.type === 'intent/notify'
    ? [{ name: 'notice', detail: { topic: event.topic, policy: event.policy ?? null } }]
    : []

export const announce = (transition: Transition): readonly Announcement[] =>
  transition.from === transition.to
    ? notice(transition)
    : [phase, started, accepted, line, camera, quality, ended].reduce<readonly Announcement[]>(
        (told, part) => told.concat(part(transition)),
        [],
      )
