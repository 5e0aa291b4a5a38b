import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountIdPattern, roles, type Account, type Skills } from '../../accounts/account'
import { passwordLink } from '../../accounts/way-in'
import type { CentreConfig } from '../../config/centre-config'
import { limits } from '../../limits'
import { fault, give, kept } from '../answer'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'

const unknown = fault(404, 'ACCOUNT_UNKNOWN', 'There is no such account.')
const taken = fault(409, 'ACCOUNT_EXISTS', 'There is an account of this name. Choose another.')
const noGroup = fault(400, 'GROUP_UNKNOWN', 'There is no such group.')
const full = fault(409, 'ACCOUNTS_FULL', `There are ${limits.accounts} accounts. Ask for a larger limit.`)
const last = fault(409, 'LAST_ADMINISTRATOR', 'Nobody else could make accounts. Make another administrator first.')

const name = { type: 'string', minLength: 1, maxLength: 32, pattern: '\\S' }
const role = { enum: roles }
const schemaOf = (properties: object, required: readonly string[] = []) => ({
  body: { type: 'object', additionalProperties: false, properties, required },
})
const newAccount = schemaOf({ accountId: { type: 'string', pattern: accountIdPattern }, name, role }, [
  'accountId',
  'name',
  'role',
])
const skills = {
  type: ['object', 'null'],
  maxProperties: 256,
  additionalProperties: { type: 'integer', minimum: 1, maximum: 9 },
}
const change = schemaOf({ name, role, disabled: { type: 'boolean' }, skills })

type NewAccount = Pick<Account, 'accountId' | 'name' | 'role'>
/** `skills: null`: those of the configuration again. */
type Change = Partial<Pick<Account, 'name' | 'role' | 'disabled'>> & { readonly skills?: Skills | null }

interface Parts extends AuditParts {
  readonly config: Pick<CentreConfig, 'groups'>
}
interface Params {
  readonly accountId: string
}

/** An account as administrators see it: whether it has a password, and not which. */
const shown = ({ password, ...account }: Account) => ({ ...account, hasPassword: password !== undefined })

/** What administrators do: accounts and the audit log. */
export const accountRoutes = (parts: Parts) =>
  routes((app) => {
    const { staff } = parts
    app.get('/api/accounts', () => staff.accounts.all().map(shown))
    app.get('/api/accounts/groups', () =>
      Object.entries(parts.config.groups).map(([groupId, group]) => ({ groupId, name: group.name })),
    )
    app.get('/api/audit', () => staff.audit.entries())
    app.post<{ Body: NewAccount }>('/api/accounts', { schema: newAccount }, (request, reply) =>
      make(parts, request, reply, request.body),
    )
    aboutOne(app, parts)
  })

function aboutOne(app: FastifyInstance, parts: Parts): void {
  const { staff } = parts
  app.patch<{ Body: Change; Params: Params }>('/api/accounts/:accountId', { schema: change }, (request, reply) => {
    const account = staff.accounts.find(request.params.accountId)
    return account ? alter(parts, request, reply, account, request.body) : give(reply, unknown)
  })
  app.post<{ Params: Params }>('/api/accounts/:accountId/link', async (request, reply) => {
    const account = staff.accounts.find(request.params.accountId)
    if (!account) return give(reply, unknown)
    await audited(parts)(request, 'linkMade', account.accountId)
    return give(reply, { status: 201, body: await link(parts, account) })
  })
}

async function make(
  parts: AuditParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { accountId, name, role }: NewAccount,
): Promise<FastifyReply> {
  const { accounts } = parts.staff
  if (accounts.find(accountId)) return give(reply, taken)
  if (accounts.all().length >= limits.accounts) return give(reply, full)
  const account = { accountId, name: name.trim(), role, disabled: false }
  accounts.put(account)
  await audited(parts)(request, 'accountMade', `${accountId}, ${role}`)
  return give(reply, { status: 201, body: { ...shown(account), ...(await link(parts, account)) } })
}

/** Whoever may less than before, or nothing any more, is signed out. */
async function alter(
  { config, staff, ...parts }: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
  change: Change,
): Promise<FastifyReply> {
  const done = withoutRemoved(account, change, config.groups)
  if (!done) return give(reply, noGroup)
  const { skills = account.skills, ...others } = done
  const changed: Account = { ...account, ...others, skills: skills ?? undefined }
  const isAdministrator = changed.role === 'administrator' && !changed.disabled
  if (!isAdministrator && !staff.accounts.hasAdministrator(account.accountId)) return give(reply, last)
  staff.accounts.put(changed)
  if (changed.role !== account.role || changed.disabled) staff.signOutEverywhere(account.accountId)
  await audited({ staff, ...parts })(request, 'accountChanged', `${account.accountId}, ${JSON.stringify(done)}`)
  return give(reply, { status: 200, body: shown(changed) })
}

/**
 * A skill of a group that was removed from the configuration since is dropped with the next change of skills, and is in the
 * way of no other. Undefined: a group is named that neither the configuration nor the account knows.
 */
function withoutRemoved(account: Account, change: Change, groups: CentreConfig['groups']): Change | undefined {
  if (!change.skills) return change
  const skills = Object.entries(change.skills)
  const isConfigured = (groupId: string): boolean => Object.hasOwn(groups, groupId)
  const wasHad = (groupId: string): boolean => Object.hasOwn(account.skills ?? {}, groupId)
  if (!skills.every(([groupId]) => isConfigured(groupId) || wasHad(groupId))) return undefined
  return { ...change, skills: Object.fromEntries(skills.filter(([groupId]) => isConfigured(groupId))) }
}

async function link({ staff, post }: AuditParts, { accountId }: Account): Promise<{ readonly link: string }> {
  const path = passwordLink(staff, accountId)
  await kept(post)
  return { link: path }
}
