import { randomBytes } from 'node:crypto'
import type { Clock } from '../../server/sessions/clock'

const lifeMs = 300_000

/** Codes that are good once, for five minutes; what each stands for. */
export interface Codes<Value> {
  /** `code`: default, a new one. One that is known already stays as it is. */
  issue(value: Value, code?: string): string
  /** What the code stands for, or WeChat's errcode. */
  take(code: unknown): Value | 40029 | 40163
}

export function createCodes<Value extends object>(clock: Clock): Codes<Value> {
  const issued = new Map<unknown, { readonly value: Value; readonly until: number; used: boolean }>()
  return {
    issue(value, code = randomBytes(16).toString('hex')) {
      if (!issued.has(code)) issued.set(code, { value, until: clock.now() + lifeMs, used: false })
      return code
    },
    take(code) {
      const known = issued.get(code)
      if (known === undefined || known.until <= clock.now()) return 40029
      if (known.used) return 40163
      known.used = true
      return known.value
    },
  }
}
