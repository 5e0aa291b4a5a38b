import { theWx } from './wx'

/** The phone's own log, and the one that developers read at once. A base library without them keeps silent. */
export const wxLogBooks = {
  local: (text: string): void => theWx().getLogManager?.({ level: 1 }).info(text),
  realtime: (text: string): void => theWx().getRealtimeLogManager?.().info(text),
}
