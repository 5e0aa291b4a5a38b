import type { IvrKey } from 'tccc-wx-sdk/call'

/** A menu read to the customer; each key leads to the queue, to the end, or to a menu below. */
export interface Menu {
  readonly prompt: string
  readonly keys: readonly MenuKey[]
}

export interface MenuKey extends IvrKey {
  readonly then: 'queue' | 'end' | Menu
}

/** Local time of the machine. `days`: 0 is Sunday. `from` and `to` are `HH:MM`; `to` may be `24:00`. */
export interface OpenHours {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}

/** An entry channel: what a customer calls. */
export interface Channel {
  readonly name: string
  /** Absent: straight to the queue. */
  readonly ivr?: Menu
  /** Absent: always open. Empty: never. */
  readonly openHours?: readonly OpenHours[]
}

/** The whole configuration, defaults filled in (they stand in `centre-config.schema.json`). */
export interface CentreConfig {
  readonly sdkAppId: string
  readonly channels: Readonly<Record<string, Channel>>
  /** How long one seat rings before the next one does. */
  readonly ringTimeoutMs: number
  /** How long an IVR menu waits for a key before the call ends with `ivrEnd`. */
  readonly ivrTimeoutMs: number
  /** After so many rings that nobody answered the call ends with `seatGiveUp`; 0 never gives up. */
  readonly maxMissedRings: number
  /** Stands in for the mean talking time until calls were made. */
  readonly expectedTalkMs: number
  /** What happens to a waiting customer while no seat works. */
  readonly noSeatOnline: 'wait' | 'end'
  /** Names, as in the jsCode `name-random`, or user ids. */
  readonly blackList: readonly string[]
  readonly heartbeatMs: number
  /** For how long a lost link is kept. */
  readonly windowMs: number
  readonly tokenLifeMs: number
  readonly maxLoginsPerMinute: number
  readonly maxLinks: number
  readonly maxSessions: number
  /** Call records are posted here; absent: nowhere. */
  readonly cdrPushUrl?: string
}
