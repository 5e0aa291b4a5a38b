/** What the phone keeps for us: a value in its storage, and lines in its two log books. */
import { attempt } from './edge'
import { theWx } from './wx'

/** One value in the storage of the phone. A storage that is full or broken costs what was kept, never what is in use. */
export interface Store {
  readonly read: () => unknown
  /** `null` takes it out. */
  readonly write: (value: object | null) => void
}

export const wxStore = (key: string): Store => ({
  read: () => attempt(() => theWx().getStorageSync(key)),
  write: (value) => {
    attempt(() => {
      if (value === null) theWx().removeStorageSync(key)
      else theWx().setStorageSync(key, value)
    })
  },
})

/** The phone's own log, and the one that developers read at once. A base library without them keeps silent. */
export const wxLogBooks = {
  local: (text: string): void => {
    attempt(() => {
      theWx().getLogManager?.({ level: 1 }).info(text)
    })
  },
  realtime: (text: string): void => {
    attempt(() => {
      theWx().getRealtimeLogManager?.().info(text)
    })
  },
}
