import { randomBytes } from 'node:crypto'
import type { Clock } from '../../server/sessions/clock'

const lifeMs = 7_200_000
const renewBeforeMs = 300_000
const forcedApartMs = 30_000

/** The stable token of one app: repeated until its last five minutes; a forced one kills the others. */
export interface AccessTokens {
  /** A token and its remaining seconds, or WeChat's errcode. */
  give(force: boolean): { readonly access_token: string; readonly expires_in: number } | 45009 | 45011
  /** 0, or WeChat's errcode. */
  check(token: string | null): 0 | 40001 | 42001
}

export function createAccessTokens(clock: Clock): AccessTokens {
  const good = new Map<string, number>()
  const forcedAt: number[] = []
  const asked = createCount(clock, 60_000)
  const fresh = (): [string, number] => {
    // WeChat asks for room for 512 characters.
    const token: [string, number] = [
      `stub_${randomBytes(380).toString('base64url')}`.slice(0, 512),
      clock.now() + lifeMs,
    ]
    good.set(...token)
    return token
  }
  const force = (): boolean => {
    const now = clock.now()
    const today = forcedAt.filter((at) => at > now - 86_400_000)
    if (today.length >= 20 || (today.at(-1) ?? -Infinity) > now - forcedApartMs) return false
    forcedAt.push(now)
    good.clear()
    return true
  }
  return {
    give(forced) {
      if (asked() > 10_000) return 45011
      if (forced && !force()) return 45009
      const newest = [...good].at(-1)
      const [access_token, until] = newest === undefined || newest[1] - clock.now() <= renewBeforeMs ? fresh() : newest
      return { access_token, expires_in: Math.floor((until - clock.now()) / 1_000) }
    },
    check(token) {
      const until = good.get(token ?? '')
      if (until === undefined) return 40001
      return until > clock.now() ? 0 : 42001
    },
  }
}

/** Counts what happened within the last `windowMs`, this time included. */
export function createCount(clock: Clock, windowMs: number): () => number {
  let times: number[] = []
  return () => {
    times = [...times.filter((at) => at > clock.now() - windowMs), clock.now()]
    return times.length
  }
}
