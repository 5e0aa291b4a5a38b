import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from '../../accounts/account'
import type { Deed } from '../../accounts/audit'
import { isGoodPassword } from '../../accounts/passwords'
import type { Staff } from '../../accounts/staff'
import { limits } from '../../limits'
import type { Post } from '../../state/post'
import { fault, give, kept } from '../answer'
import { routes } from '../create-http'
import type { Origins } from '../origin'
import type { SignInCookie } from '../sign-in-cookie'

export interface SignInParts {
  readonly staff: Staff
  readonly cookie: SignInCookie
  readonly origins: Origins
  readonly post: Post
}

const { passwordUnitsAtLeast: least, passwordUnits: most } = limits

const wrong = fault(401, 'SIGN_IN_REFUSED', 'The name or the password is wrong.')
const voidLink = fault(410, 'LINK_VOID', 'This link was used, or is too old. Ask an administrator for another.')
const busy = fault(503, 'BUSY', 'Too many sign in at this moment. Try again in a few seconds.')
const poor = fault(400, 'PASSWORD_POOR', `A password has ${least} to ${most} characters.`)
const tooMany = (waitMs: number) =>
  fault(429, 'TOO_MANY_GUESSES', 'Too many wrong passwords. Wait, or ask an administrator for a link.', {
    retryAfterMs: waitMs,
  })

/** What anybody is told of an account that is signed in here. */
const shown = ({ accountId, name, role }: Account) => ({ accountId, name, role })

/** How staff comes in and goes. */
export const signInRoutes = (parts: SignInParts) =>
  routes((app) => {
    app.post('/api/sign-in', (request, reply) => byPassword(parts, request, reply))
    app.post('/api/sign-in/link', (request, reply) => byLink(parts, request, reply))
    app.get('/api/me', ({ visitor }) => visitor && shown(visitor.account))
    goRoutes(app, parts)
  })

async function byPassword(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { staff, cookie, origins } = parts
  const { accountId, password } = fields(request.body)
  if (staff.passwords.isBusy()) return give(reply, busy)
  const source = origins.sourceOf(request.raw)
  const guess = staff.guessing.try(accountId, source, cookie.knownBrowser(request.raw))
  if ('waitMs' in guess) return give(reply, tooMany(guess.waitMs))
  const fits = await staff.passwords.fits(password, staff.accounts.find(accountId)?.password)
  const account = staff.accounts.find(accountId)
  if (!account || !fits || account.disabled) {
    note(parts, request, 'signInRefused', accountId)
    return give(reply, wrong)
  }
  guess.right()
  return enter(parts, request, reply, account)
}

/** A link opens its page as often as one likes, and is good for one sign-in. */
async function byLink(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { staff } = parts
  const { code, password } = fields(request.body)
  const link = staff.links.find(code)
  const account = staff.accounts.find(link?.about.accountId ?? '')
  if (!link || !account || account.disabled) {
    note(parts, request, 'signInRefused', 'link')
    return give(reply, voidLink)
  }
  if (link.about.to === 'signIn') {
    staff.links.revoke(link.id)
    return enter(parts, request, reply, account)
  }
  if (password === '') return give(reply, fault(409, 'PASSWORD_NEEDED', 'Choose a password.', shown(account)))
  if (!isGoodPassword(password)) return give(reply, poor)
  staff.links.revoke(link.id)
  await choose(parts, request, account, password)
  return enter(parts, request, reply, account)
}

function goRoutes(app: FastifyInstance, parts: SignInParts): void {
  const { staff, cookie, post } = parts
  app.post('/api/sign-out', async (request, reply) => {
    const { visitor, body } = request
    if (!visitor) return undefined
    const { accountId } = visitor.account
    const everywhere = typeof body === 'object' && body !== null && 'everywhere' in body && body.everywhere === true
    if (everywhere) staff.signOutEverywhere(accountId)
    else staff.signIns.revoke(visitor.signInId)
    note(parts, request, everywhere ? 'signOutEverywhere' : 'signOut', accountId)
    cookie.take(request, reply)
    await kept(post)
    return {}
  })
  app.post('/api/password', (request, reply) => changePassword(parts, request, reply))
}

/** Whoever has got hold of a browser that is signed in does not have the password. */
async function changePassword(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { staff, cookie, origins } = parts
  const { visitor } = request
  const { password, newPassword } = fields(request.body)
  if (!visitor) return undefined
  const { account } = visitor
  const guess = staff.guessing.try(account.accountId, origins.sourceOf(request.raw), cookie.knownBrowser(request.raw))
  if ('waitMs' in guess) return give(reply, tooMany(guess.waitMs))
  if (!(await staff.passwords.fits(password, account.password))) return give(reply, wrong)
  guess.right()
  if (!isGoodPassword(newPassword)) return give(reply, poor)
  await choose(parts, request, account, newPassword)
  return enter(parts, request, reply, account)
}

/** Whoever knew the old password is signed out with it. */
async function choose(parts: SignInParts, request: FastifyRequest, account: Account, password: string) {
  const { staff } = parts
  const { accountId } = account
  const hashed = await staff.passwords.hash(password)
  // It may have been changed meanwhile.
  staff.accounts.put({ ...(staff.accounts.find(accountId) ?? account), password: hashed })
  staff.signOutEverywhere(accountId)
  note(parts, request, 'passwordChosen', accountId)
}

async function enter(
  parts: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
): Promise<FastifyReply> {
  const { staff, cookie, post } = parts
  const { accountId } = account
  cookie.give(request, reply, staff.signIns.issue({ accountId }), staff.guessing.knownBrowser(accountId))
  note(parts, request, 'signIn', accountId)
  await kept(post)
  return give(reply, { status: 200, body: shown(account) })
}

function note({ staff, origins }: SignInParts, request: FastifyRequest, deed: Deed, accountId: string): void {
  staff.audit.note({ deed, by: accountId, source: origins.sourceOf(request.raw) })
}

const names = ['accountId', 'password', 'newPassword', 'code'] as const

/** Texts of a body; empty where there is none, or one that is too long to be any. */
function fields(body: unknown): Readonly<Record<(typeof names)[number], string>> {
  const given = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])
  const textOf = (name: string): string => {
    const text: unknown = given.get(name)
    return typeof text === 'string' && text.length <= most ? text : ''
  }
  return Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<(typeof names)[number], string>
}
