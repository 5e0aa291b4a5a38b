/** What can happen at the workstation, and how a reducer of it is written. */
import type { LineEvent } from 'tccc-wx-sdk/call'
import type { RoomEvent } from '../../media/browser/room'
import type { SeatNotice } from '../../server/desk-messages'
import type { Language } from '../shared/language'
import type { ColleagueEvent } from './consult'
import type { HistoryEvent, HistoryWish } from './history'
import type { Microphone } from './microphone'
import type { SoundClick, SoundEvent } from './sound'
import type { Aim, Camera, ChosenStatus, Workstation } from './state'

export type Click =
  | { readonly type: 'click/signIn' }
  | { readonly type: 'click/takeOver' }
  | { readonly type: 'click/signOut' }
  | { readonly type: 'click/language'; readonly language: Language }
  | { readonly type: 'click/status'; readonly status: ChosenStatus; readonly reason?: string }
  /** The call that was shown: another one may ring by now. */
  | { readonly type: 'click/answer'; readonly sessionId: string }
  | { readonly type: 'click/letRing' }
  | { readonly type: 'click/decline'; readonly sessionId: string; readonly reason?: string }
  /** Any click makes the ring audible; this one is for it. */
  | { readonly type: 'click/ringOn' }
  | { readonly type: 'click/noticesOn' }
  /** Any click lets the browser play; this one is for it. */
  | { readonly type: 'click/soundOn' }
  /** A microphone that did not open is tried again. */
  | { readonly type: 'click/tryDevices' }
  /** A new way into the room. */
  | { readonly type: 'click/rejoin' }
  | { readonly type: 'click/hold' }
  | { readonly type: 'click/mute' }
  | { readonly type: 'click/camera' }
  /** Opens the list, or shuts it when it is open for that; for a transfer, when nothing is said. */
  | { readonly type: 'click/chooseSeat'; readonly aim?: Aim }
  | { readonly type: 'click/seek'; readonly sought: string }
  | { readonly type: 'click/transfer'; readonly toSeatId?: string; readonly toGroup?: string }
  | { readonly type: 'click/consult'; readonly toSeatId: string }
  | { readonly type: 'click/together' }
  | { readonly type: 'click/handOver' }
  | { readonly type: 'click/goBack' }
  | { readonly type: 'click/hangUp' }
  | { readonly type: 'click/notes'; readonly notes: string }
  | { readonly type: 'click/disposition'; readonly disposition?: string }
  | { readonly type: 'click/draft'; readonly draft: string }
  /** What was typed goes to the customer, under this name. */
  | { readonly type: 'click/sendText'; readonly textId: string }
  /** The agent is at the texts. */
  | { readonly type: 'click/readTexts' }
  | { readonly type: 'click/wrapUpDone' }
  /** The customer of a call that is over is to call once more. */
  | { readonly type: 'click/callAgain'; readonly sessionId: string }
  | { readonly type: 'click/history'; readonly change: Partial<HistoryWish> }
  /** What became of the call before is read. */
  | { readonly type: 'click/dismiss' }
  | { readonly type: 'click/dismissExpects' }
  | SoundClick

export type VoiceEvent =
  | { readonly type: 'voice/microphone'; readonly microphone: Microphone }
  | RoomEvent
  | ColleagueEvent
  | { readonly type: 'voice/camera'; readonly camera: Camera; readonly stream: MediaStream | null }

/** How a ring reaches the agent. */
export type RingEvent =
  | { readonly type: 'ring/audible'; readonly audible: boolean }
  | { readonly type: 'ring/notices'; readonly notices: NotificationPermission | null }

/** Nothing was typed for a moment; or the time to write up is over. */
export interface NotesEvent {
  readonly type: 'notes/paused' | 'notes/limit'
}

export type WorkstationEvent =
  SeatNotice | LineEvent | Click | VoiceEvent | RingEvent | SoundEvent | NotesEvent | HistoryEvent

export type EventOf<Type extends WorkstationEvent['type']> = Extract<WorkstationEvent, { readonly type: Type }>

/** A reducer that is written as a table: one small function for each type of event. */
export type Reactions<Type extends WorkstationEvent['type']> = {
  readonly [Each in Type]: (state: Workstation, event: EventOf<Each>, at: number) => Workstation
}

/** The types of one family: `seat/…`, `click/…` and so on. */
export type Family<Name extends string> = Extract<WorkstationEvent['type'], `${Name}/${string}`>
