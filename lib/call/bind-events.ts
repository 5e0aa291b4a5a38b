/** The bind events of the component, and what each brings. The row of the step that decides one tells it. */
import type { ErrorCode } from '../errors/codes'
import type { CloseBy, EndStatus, Seat } from '../link/messages'
import type { Advice } from './event'
import type { Phase } from './phase'

/** What the component tells a page by its bind events. */
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
  | { readonly name: 'aside'; readonly detail: { readonly about: string; readonly body: string } }
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
