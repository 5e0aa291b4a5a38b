import type { CentreConfig } from '../config/centre-config'
import type { Account } from './account'
import type { Staff } from './staff'

/** Somebody who is to come in. */
export type NewStaff = Pick<Account, 'accountId' | 'name' | 'role'>

/** The code stands where no server and no proxy sees it. */
export function linkTo(code: string): string {
  return `/sign-in/#${code}`
}

/** A path that lets its reader choose a password, once; the account's links before it are void. */
export function passwordLink({ links }: Pick<Staff, 'links'>, accountId: string): string {
  links.revokeAll((about) => about.accountId === accountId)
  return linkTo(links.issue({ accountId, to: 'choosePassword' }))
}

/** A path that signs in without a password, once; the account is made when there is none. */
export function demoLink(
  { accounts, links }: Pick<Staff, 'accounts' | 'links'>,
  { accountId, name, role }: NewStaff,
): string {
  if (!accounts.find(accountId)) accounts.put({ accountId, name, role, disabled: false })
  return linkTo(links.issue({ accountId, to: 'signIn' }))
}

/** The path for the first administrator; undefined when there is one. */
export function firstAdministratorLink(staff: Pick<Staff, 'accounts' | 'links'>): string | undefined {
  const { accounts } = staff
  if (accounts.hasAdministrator()) return undefined
  const accountId = 'admin'
  const account = accounts.find(accountId)
  accounts.put({
    ...account,
    accountId,
    name: account?.name ?? 'Administrator',
    role: 'administrator',
    disabled: false,
  })
  return passwordLink(staff, accountId)
}

/** Whether only people at this machine reach the centre: nothing else may sign in without a password. */
export function isAtHome({ publicUrl, hosts, trustProxy }: CentreConfig, listensOn: string): boolean {
  const isLoopback = ['localhost', '127.0.0.1', '::1'].includes(listensOn)
  return isLoopback && publicUrl === undefined && hosts.length === 0 && trustProxy.length === 0
}
