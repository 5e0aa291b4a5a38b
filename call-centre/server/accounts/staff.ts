import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import type { Account } from './account'
import { createAccounts, type Accounts } from './accounts'
import { createAudit, type Audit } from './audit'
import { browserSecret } from './browser-secret'
import { createGuessing, type Guessing } from './guessing'
import { createPasswords, type Passwords } from './passwords'
import { createPasses, type Passes } from './passes'

/** Without use for so long a sign-in is over. */
const signInLifeMs = 43_200_000
/** A link that nobody followed is void after three days. */
const linkLifeMs = 259_200_000

/** What a one-time link is good for: choosing a password, or, in a demo, signing in without one. */
export interface LinkFor {
  readonly accountId: string
  readonly to: 'choosePassword' | 'signIn'
}

/** Somebody who is signed in. */
export interface Visitor {
  readonly account: Account
  /** Names the sign-in; it is no secret. */
  readonly signInId: string
}

/** Everybody who works here: accounts, who is signed in, links, guesses, and what was done. */
export interface Staff {
  readonly accounts: Accounts
  readonly signIns: Passes<{ readonly accountId: string }>
  readonly links: Passes<LinkFor>
  readonly passwords: Passwords
  readonly guessing: Guessing
  readonly audit: Audit
  /** Whose token this is; a sign-in that is used lives on. */
  visitor(token: string): Visitor | undefined
  /** A sign-in that is in use lives as long as that, and its life begins anew at the end. */
  hold(signInId: string): () => void
  /** Signs the account out wherever it is, and voids its links. */
  signOutEverywhere(accountId: string): void
  /** Hears of each sign-in that was ended. */
  onSignedOut(listener: (signInId: string) => void): void
}

export function createStaff({ shelf, clock }: { readonly shelf: Shelf; readonly clock: Clock }): Staff {
  const listeners = new Set<(signInId: string) => void>()
  const accounts = createAccounts(shelf)
  const links = createPasses<LinkFor>({ shelf, clock, kind: 'oneTimeLink', lifeMs: linkLifeMs })
  const signIns = createPasses<{ readonly accountId: string }>({
    ...{ shelf, clock, kind: 'signIn', lifeMs: signInLifeMs },
    revoked: (id) => {
      for (const listener of listeners) listener(id)
    },
  })
  return {
    ...{ accounts, signIns, links },
    passwords: createPasswords(),
    guessing: createGuessing(clock, browserSecret(shelf)),
    audit: createAudit(shelf, clock),
    visitor(token) {
      const found = signIns.find(token)
      const account = accounts.find(found?.about.accountId ?? '')
      return found && account && !account.disabled ? { account, signInId: found.id } : undefined
    },
    hold: (signInId) => hold(signIns, clock, signInId),
    signOutEverywhere(accountId) {
      const isIts = (about: { readonly accountId: string }) => about.accountId === accountId
      signIns.revokeAll(isIts)
      links.revokeAll(isIts)
    },
    onSignedOut(listener) {
      listeners.add(listener)
    },
  }
}

/** Also what is kept is renewed meanwhile, so that a process that was killed finds it alive. */
function hold(signIns: Staff['signIns'], clock: Clock, signInId: string): () => void {
  signIns.renew(signInId)
  let callOff = (): void => undefined
  const turn = (): void => {
    callOff = clock.after(signInLifeMs / 4, () => {
      signIns.renew(signInId)
      turn()
    })
  }
  turn()
  return () => {
    callOff()
    signIns.renew(signInId)
  }
}
