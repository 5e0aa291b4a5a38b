import type { TicketStore } from '../login/ticket'
import { theWx } from './wx'

const STORAGE_KEY = 'tccc-wx-sdk/ticket'

/** A storage that is full or broken costs the log-in of the next start, never the one of now. */
const orNothing = (use: () => unknown): unknown => {
  try {
    return use()
  } catch {
    return null
  }
}

export const wxTicketStore: TicketStore = {
  read: () => orNothing(() => theWx().getStorageSync(STORAGE_KEY)),
  write: (ticket) => {
    orNothing(() => {
      if (ticket === null) theWx().removeStorageSync(STORAGE_KEY)
      else theWx().setStorageSync(STORAGE_KEY, ticket)
    })
  },
}
