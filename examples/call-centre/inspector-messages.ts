/** What the inspector and the phones of one browser say to each other. It never leaves the browser. */
import type { Recording } from 'tccc-wx-sdk/black-box'

export const INSPECTOR_CHANNEL = 'tccc-wx-sdk/inspector'

/** How far the inspector has read: a phone to which something happened later answers. */
export interface InspectorAsk {
  readonly type: 'inspector/ask'
  /** Epoch milliseconds of the last event that is shown; 0 for none. */
  readonly lastAt: number
  /** How many events of the call are known, those included that the recording has dropped. */
  readonly count: number
}

export interface PhoneAnswer {
  readonly type: 'phone/recording'
  readonly recording: Recording
}

/** How far a recording goes, in the terms of `InspectorAsk`. */
export const extentOf = ({ startedAt, dropped, events }: Recording): Omit<InspectorAsk, 'type'> => ({
  lastAt: startedAt + (events[events.length - 1]?.at ?? 0),
  count: dropped + events.length,
})
