import { createHmac } from 'node:crypto'
import { createStaff } from '../server/accounts/staff'
import { createTokens } from '../server/login/tokens'
import { createShelf } from '../server/state/shelf'
import type { Entry } from '../server/state/store'
import { createVirtualClock } from './virtual-clock'
import type { CallCentre } from '../server/create-call-centre'
import { closeAll, customerWireWith, open, staff, tokenFor } from './wire'
import { memoryStore } from '../server/state/store'

afterEach(closeAll)

const claims = { sdkAppId: '1', userId: 'ann', expiresAt: 1 }
const [day, tokenLifeMs] = [86_400_000, 7_200_000]
const given = (secret: string) => (name: string) => (name === 'TCCC_TOKEN_SECRET' ? secret : undefined)

/** Tokens over what was kept, and what is kept of them. */
const tokensOver = (kept: readonly Entry[] = [], secret?: string) => {
  const clock = createVirtualClock()
  const shelf = createShelf(kept)
  const secrets = secret === undefined ? {} : { secrets: given(secret) }
  const tokens = createTokens({ clock, shelf, tokenLifeMs, ...secrets })
  const entries = new Map<string, Entry>(kept.map((entry) => [entry[1], entry]))
  const keep = (): readonly Entry[] => {
    for (const [kind, name, json] of shelf.take()) {
      if (json === null) entries.delete(name)
      else entries.set(name, [kind, name, json])
    }
    return [...entries.values()]
  }
  return { tokens, clock, keep }
}

describe('the tokens', () => {
  it('of before a rotation are good after it; the key names itself', () => {
    const { tokens } = tokensOver()
    const before = tokens.sign(claims)
    tokens.rotate()
    const after = tokens.sign(claims)
    expect([tokens.read(before), tokens.read(after)]).toEqual([claims, claims])
    expect(before.split('.')[0]).not.toBe(after.split('.')[0])
  })

  it('are good in the next process, which signs with the same key', () => {
    const first = tokensOver()
    first.tokens.rotate()
    const token = first.tokens.sign(claims)
    const second = tokensOver(first.keep())
    expect(second.tokens.read(token)).toEqual(claims)
    expect(second.tokens.sign(claims)).toBe(token)
  })

  it('of a key that was replaced are good for their life and the longest call, and then its key is erased', () => {
    const { tokens, clock, keep } = tokensOver()
    const token = tokens.sign(claims)
    tokens.rotate()
    clock.advance(tokenLifeMs + day - 1)
    tokens.rotate()
    expect(tokens.read(token)).toEqual(claims)
    expect(keep()).toHaveLength(3)
    clock.advance(1)
    tokens.rotate()
    expect(tokens.read(token)).toBeUndefined()
    expect(keep()).toHaveLength(3)
  })

  it('get a new key when the present one is old', () => {
    const { tokens, clock } = tokensOver()
    const keyOf = () => tokens.sign(claims).split('.')[0]
    const first = keyOf()
    clock.advance(30 * day - 1)
    tokens.rotateAfter(30 * day)
    expect(keyOf()).toBe(first)
    clock.advance(1)
    tokens.rotateAfter(30 * day)
    expect(keyOf()).not.toBe(first)
  })

  it('are signed with the secret that is given; another one is a rotation, and rotates by itself never', () => {
    const first = tokensOver([], 'a'.repeat(32))
    const old = first.tokens.sign(claims)
    first.tokens.rotate()
    expect(first.tokens.sign(claims)).toBe(old)
    const second = tokensOver(first.keep(), 'b'.repeat(32))
    expect(second.tokens.sign(claims)).not.toBe(old)
    expect(second.tokens.read(old)).toEqual(claims)
    expect(JSON.stringify(second.keep())).not.toContain('aaaa')
    expect(() => tokensOver([], 'short')).toThrow('TCCC_TOKEN_SECRET has fewer than 32 characters.')
  })

  it('of version 0.1.0 are good', () => {
    const key = Buffer.alloc(32, 7)
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
    const old = `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
    const { tokens } = tokensOver([['secret', 'token', JSON.stringify(key.toString('base64url'))]])
    expect(tokens.read(old)).toEqual(claims)
    tokens.rotate()
    expect(tokens.read(old)).toEqual(claims)
  })

  describe('and what recognises browsers', () => {
    const staffKey = Buffer.alloc(32, 9).toString('base64url')

    it('are apart: the next process signs with the key of the one before', () => {
      const shelf = createShelf([])
      const clock = createVirtualClock()
      const before = createTokens({ clock, shelf, tokenLifeMs }).sign(claims)
      createStaff({ shelf, clock })
      shelf.take()
      expect(createTokens({ clock, shelf, tokenLifeMs }).sign(claims)).toBe(before)
    })

    it('were not, once: its secret signs no more, what it has signed is good, and it stays what it was', () => {
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
      const signed = createHmac('sha256', Buffer.from(staffKey, 'base64url')).update(body).digest('base64url')
      const token = `knownBrowser.${body}.${signed}`
      const key = { key: Buffer.alloc(32, 7).toString('base64url'), since: 0 }
      const { tokens, clock, keep } = tokensOver([
        ['secret', 'abc', JSON.stringify(key)],
        ['secret', 'knownBrowser', JSON.stringify(staffKey)],
      ])
      expect(tokens.sign(claims)).toMatch(/^abc\./)
      expect(tokens.read(token)).toEqual(claims)
      const shelf = createShelf(keep())
      createStaff({ shelf, clock })
      expect(shelf.take()).toContainEqual(['browserSecret', 'key', JSON.stringify(staffKey)])
      tokens.rotate()
      clock.advance(tokenLifeMs + day)
      tokens.rotate()
      expect(tokens.read(token)).toBeUndefined()
    })
  })

  it('of somebody who was erased are void, also those of a configuration that let them live longer', () => {
    const [before, shelf] = [createVirtualClock(), createShelf([])]
    const old = createTokens({ clock: before, shelf, tokenLifeMs: day })
    const signed = (at: number, lifeMs: number) => ({ ...claims, signedAt: at, expiresAt: at + lifeMs })
    const [ofThen, ofNow] = [signed(before.now(), day), signed(before.now() + 1, tokenLifeMs)]
    shelf.take()
    const tokens = createTokens({ clock: before, shelf, tokenLifeMs })
    const tokensOfThen = [old.sign(ofThen), old.sign({ ...claims, expiresAt: ofThen.expiresAt })]
    tokens.voidAllOf('ann')
    expect(tokensOfThen.map(tokens.read)).toEqual([undefined, undefined])
    expect(tokens.read(tokens.sign(ofNow))).toEqual(ofNow)
    before.advance(day - 1)
    shelf.take()
    expect(createTokens({ clock: before, shelf, tokenLifeMs }).read(tokensOfThen[0] ?? '')).toBeUndefined()
  })

  it.each(['', '.', '..', 'a.b.c', 'token.x', '__proto__.e30.x'])('that are none (%s) are none', (token) => {
    expect(tokensOver().tokens.read(token)).toBeUndefined()
  })
})

describe('an administrator who changes the key', () => {
  const rotate = async ({ url }: CallCentre, headers: Record<string, string>) =>
    (await fetch(`${url}/api/keys/rotate`, { method: 'POST', headers })).status

  it('logs nobody out: the next log-in has another key, and the one before is good', async () => {
    const centre = await open()
    const headers = await staff(centre, 'administrator')
    const before = await tokenFor(centre, 'ann')
    expect(await rotate(centre, headers)).toBe(200)
    expect((await tokenFor(centre, 'ann')).split('.')[0]).not.toBe(before.split('.')[0])
    expect(await customerWireWith(centre, before).next('link/welcome')).toBeDefined()
    const audit = await (await fetch(`${centre.url}/api/audit`, { headers })).json()
    expect(audit).toContainEqual(expect.objectContaining({ deed: 'keyRotated', by: 'administrator' }))
  })

  it('is told when the key is given from outside', async () => {
    const centre = await open({}, { secrets: given('a'.repeat(32)) })
    expect(await rotate(centre, await staff(centre, 'administrator'))).toBe(409)
  })
})

describe('a centre whose secret changes', () => {
  it('logs nobody out', async () => {
    const store = memoryStore()
    const first = await open({}, { store, secrets: given('a'.repeat(32)) })
    const token = await tokenFor(first, 'ann')
    await first.close()
    const second = await open({}, { store, secrets: given('b'.repeat(32)) })
    expect(await customerWireWith(second, token).next('link/welcome')).toBeDefined()
  })
})
