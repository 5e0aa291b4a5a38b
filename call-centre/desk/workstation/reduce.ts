/** The workstation's one reducer: pure, and the only place where its state changes. */
import { onClick, onVoice } from './agent-does'
import { onLine, onNotice } from './centre-says'
import type { Reactions } from './reactions'
import type { Workstation, WorkstationEvent } from './state'

const reactions: Reactions<WorkstationEvent['type']> = { ...onLine, ...onNotice, ...onClick, ...onVoice }

type Reaction = (state: Workstation, event: WorkstationEvent, at: number) => Workstation

/** `at` is when it happened, in epoch milliseconds. An event of an unknown type changes nothing. */
export const reduce = (state: Workstation, event: WorkstationEvent, at: number): Workstation =>
  Object.hasOwn(reactions, event.type) ? (reactions[event.type] as Reaction)(state, event, at) : state
