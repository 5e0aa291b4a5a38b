import type { Shelf } from '../state/shelf'
import type { Account } from './account'

/** Everybody who works here. Who may change them is the business of the routes. */
export interface Accounts {
  readonly all: () => readonly Account[]
  find(accountId: string): Account | undefined
  /** What the account is called; itself when there is none. */
  readonly nameOf: (accountId: string) => string
  /** Makes it, or changes it. */
  put(account: Account): void
  /** Hears of each account that was made or changed, at once. */
  onChanged(listener: () => void): void
  /** Whether somebody is left who may do everything. `without`: if this account were gone. */
  hasAdministrator(without?: string): boolean
}

export function createAccounts(shelf: Shelf): Accounts {
  const accounts = new Map(shelf.all('account') as ReadonlyMap<string, Account>)
  const listeners = new Set<() => void>()
  return {
    all: () => [...accounts.values()],
    find: (accountId) => accounts.get(accountId),
    nameOf: (accountId) => accounts.get(accountId)?.name ?? accountId,
    put(account) {
      accounts.set(account.accountId, account)
      shelf.put('account', account.accountId, () => account)
      for (const listener of listeners) listener()
    },
    onChanged(listener) {
      listeners.add(listener)
    },
    hasAdministrator: (without) =>
      [...accounts.values()].some(
        ({ accountId, role, disabled, password }) =>
          accountId !== without && role === 'administrator' && !disabled && password !== undefined,
      ),
  }
}
