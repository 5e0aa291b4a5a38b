/** What the agent wants, as a reload must not lose it: the status, and what is wished in the call at hand. */
import type { CallWish, Wishes, Workstation } from './state'

const callWishOf = ({ call, over, recalled }: Workstation): CallWish | null => {
  if (over !== null) return { sessionId: over, muted: true, held: false, over: true }
  if (call?.phase !== 'talking') return recalled
  const { sessionId, muted, held, consult } = call
  return { sessionId, muted, held: consult === null ? held : null, over: false }
}

export const wishesOf = (state: Workstation): Wishes => ({
  status: state.status,
  call: callWishOf(state),
  remark: state.remark,
})

const NONE: Wishes = { status: null, call: null, remark: null }

const isWishes = (value: unknown): value is Wishes =>
  typeof value === 'object' && value !== null && 'status' in value && 'call' in value

/** What `JSON.stringify` made of wishes; nothing is wished in anything else. */
export const parseWishes = (stored: string | null): Wishes => {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    // A page of before an update kept less.
    if (isWishes(value)) return { ...NONE, ...value }
  } catch {
    return NONE
  }
  return NONE
}
