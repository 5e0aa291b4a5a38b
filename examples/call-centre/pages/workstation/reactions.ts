/** The shape of a reducer that is written as a table: one small function for each type of event. */
import type { Workstation, WorkstationEvent } from './state'

export type EventOf<Type extends WorkstationEvent['type']> = Extract<WorkstationEvent, { readonly type: Type }>

export type Reactions<Type extends WorkstationEvent['type']> = {
  readonly [Each in Type]: (state: Workstation, event: EventOf<Each>, at: number) => Workstation
}

/** The types of one family: `seat/…`, `click/…` and so on. */
export type Family<Name extends string> = Extract<WorkstationEvent['type'], `${Name}/${string}`>
