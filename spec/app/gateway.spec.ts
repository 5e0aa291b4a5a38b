import { of } from 'rxjs'
import type { Gateway, LinkContext } from '../../lib/entries/login'
import type { ServerMessage } from '../../lib/entries/call'
import { coldStart, HOUR_MS, NOW, rejection, TOKEN } from './login/scene'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

const ringing: ServerMessage = { type: 'call/ringing', sessionId: 's', seat: { seatId: '1', name: 'Lin' } }

/** The back end of another company. */
const another = (changes: Partial<Gateway> = {}) => {
  const asked: object[] = []
  const contexts: LinkContext[] = []
  const did: string[] = []
  const gateway: Gateway = {
    logIn: (request) => {
      asked.push(request)
      return Promise.resolve({ userId: 'u', token: TOKEN, expiresAt: NOW + HOUR_MS })
    },
    openLink: (context) => {
      contexts.push(context)
      return {
        open: () => of(ringing),
        send: ({ type }) => did.push(type),
        probe: () => did.push('probe'),
      }
    },
    ...changes,
  }
  return { gateway, asked, contexts, did }
}

const situation = { inCall: () => false }

describe('a gateway of one’s own', () => {
  it('logs in, and its credential is kept as any other', async () => {
    const { phone, login } = await coldStart()
    const { gateway, asked } = another()
    login.configure({ gateway, sdkAppId: 1400000001 })
    await expect(login.login({ jsCode: 'c', mobileIv: 'iv' })).resolves.toEqual({
      userId: 'u',
      expiresAt: NOW + HOUR_MS,
    })
    expect(asked).toEqual([{ jsCode: 'c', mobileIv: 'iv', sdkAppId: '1400000001' }])
    await expect(login.checkLogin()).resolves.toBe(true)
    expect(phone.requests).toEqual([])
  })

  it('that fails in its own words is a server error with those words', async () => {
    const { login } = await coldStart()
    const { gateway } = another({ logIn: () => Promise.reject(new Error('down for repairs')) })
    login.configure({ gateway, sdkAppId: '1' })
    const error = await rejection(login.login({ jsCode: 'c' }))
    expect(error).toMatchObject({ code: 'SERVER_ERROR', cause: 'Error: down for repairs' })
  })

  it('may reject with an error of the catalogue', async () => {
    const { login } = await coldStart()
    const { callError } = await import('../../lib/errors/call-error')
    const { gateway } = another({ logIn: () => Promise.reject(callError('TOO_BUSY')) })
    login.configure({ gateway, sdkAppId: '1' })
    expect(await rejection(login.login({ jsCode: 'c' }))).toMatchObject({ code: 'TOO_BUSY' })
  })

  it.each([
    ['no token', {}],
    ['a token that no socket can carry', { userId: 'u', token: 'a b', expiresAt: NOW + HOUR_MS }],
  ])('that answers with %s has failed', async (_, credential) => {
    const { login } = await coldStart()
    const { gateway } = another({ logIn: () => Promise.resolve(credential as never) })
    login.configure({ gateway, sdkAppId: '1' })
    expect(await rejection(login.login({ jsCode: 'c' }))).toMatchObject({ code: 'SERVER_ERROR' })
  })

  it('carries the call, also when it is configured after the line was made', async () => {
    const { phone, client } = await coldStart()
    const { gateway, contexts, did } = another()
    const line = client.createWxLink()
    client.configure({ gateway })
    const seen: object[] = []
    line.open(situation).subscribe((event) => seen.push(event))
    line.send({ type: 'call/digits', sessionId: 's', digits: '1' })
    line.probe()
    expect(seen).toEqual([ringing])
    expect(did).toEqual(['call/digits', 'probe'])
    expect(contexts).toHaveLength(1)
    expect(phone.sockets).toEqual([])
  })

  it('learns of each log-in, and can say that one is not taken', async () => {
    const { client, login } = await coldStart()
    const { gateway, contexts } = another()
    login.configure({ gateway, sdkAppId: '1', reconnectDelay: () => 7 })
    client.createWxLink().open(situation).subscribe()
    const [context] = contexts
    const tokens: (string | null)[] = []
    context?.token$.subscribe((token) => tokens.push(token))
    await login.login({ jsCode: 'c' })
    context?.tokenRefused()
    expect(tokens).toEqual([null, TOKEN, null])
    expect(context?.reconnectDelay({ attempt: 1, elapsedMs: 0, inCall: false, random: 0 })).toBe(7)
    expect(await rejection(login.checkLogin())).toMatchObject({ code: 'LOGIN_REQUIRED' })
  })
})
