/** What the inspector and the phones of one browser say to each other. It never leaves the browser. */
import type { Recording } from 'tccc-wx-sdk/black-box'

export const INSPECTOR_CHANNEL = 'tccc-wx-sdk/inspector'

/** How far a recording goes. */
export interface Extent {
  /** Epoch milliseconds of the last event; 0 for none. */
  readonly lastAt: number
  /** How many events there were, those included that the recording has dropped. */
  readonly count: number
}

/** What the inspector knows, by phone: one to which something happened later answers. */
export interface InspectorAsk {
  readonly type: 'inspector/ask'
  readonly known: Readonly<Record<string, Extent>>
}

export type PhoneSays =
  | { readonly type: 'phone/recording'; readonly phone: string; readonly recording: Recording }
  /** Its page was closed, or is loaded anew as another phone. */
  | { readonly type: 'phone/gone'; readonly phone: string }

export const extentOf = ({ startedAt, dropped, events }: Recording): Extent => ({
  lastAt: startedAt + (events[events.length - 1]?.at ?? 0),
  count: dropped + events.length,
})
