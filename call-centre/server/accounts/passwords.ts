import { hash, verify } from '@node-rs/argon2'
import { limits } from '../limits'

/** Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes and compares, one after another, so that a crowd of guesses takes one processor and 19 MiB and no more. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes as long for an account that is not there: `hashed` is undefined. */
  fits(password: string, hashed: string | undefined): Promise<boolean>
  /** As many wait as may: more are asked to come again. */
  readonly isBusy: () => boolean
}

export function isGoodPassword(password: unknown): password is string {
  return (
    typeof password === 'string' &&
    password.length >= limits.passwordUnitsAtLeast &&
    password.length <= limits.passwordUnits
  )
}

export function createPasswords(): Passwords {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    waiting += 1
    const done = last.then(work).finally(() => {
      waiting -= 1
    })
    last = done.catch(() => undefined)
    return done
  }
  // Nobody's: what an unknown account is compared with.
  const nobodys = hash(Math.random().toString(), cost)
  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    fits: (password, hashed) =>
      inTurn(async () => (await verify(hashed ?? (await nobodys), password)) && hashed !== undefined),
    isBusy: () => waiting >= limits.passwordsWaiting,
  }
}
