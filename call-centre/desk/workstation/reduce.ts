/** The workstation's one reducer: pure, and the only place where its state changes. */
import { onClick, onHistory, onNotes, onRing, onVoice } from './agent-does'
import { onSound } from './agent-tunes'
import { onLine, onNotice } from './centre-says'
import type { WorkstationEvent } from './events'
import type { Workstation } from './state'

const reactions = { ...onLine, ...onNotice, ...onClick, ...onVoice, ...onRing, ...onNotes, ...onHistory, ...onSound }

type Reaction = (state: Workstation, event: WorkstationEvent, at: number) => Workstation

/** `at` is when it happened, in epoch milliseconds. An event of an unknown type changes nothing. */
export const reduce = (state: Workstation, event: WorkstationEvent, at: number): Workstation =>
  Object.hasOwn(reactions, event.type)
    ? (reactions[event.type as keyof typeof reactions] as Reaction)(state, event, at)
    : state
