/** Under which names a centre answers, and whom it believes, when a proxy stands before it. */
import { request } from 'node:http'
import type { CentreConfig } from '../server/config/centre-config'
import type { CallCentre } from '../server/create-call-centre'
import { closeAll, logIn, open, wire } from './wire'

afterEach(closeAll)

const viaProxy = {
  'x-forwarded-for': '203.0.113.7',
  'x-forwarded-host': 'calls.example',
  'x-forwarded-proto': 'https',
}

const statusOf = ({ port }: CallCentre, path: string, headers: object): Promise<number | undefined> =>
  new Promise((resolve) => {
    request({ host: '127.0.0.1', port, path, headers: { ...headers } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).end()
  })

const nameIsTaken = async (config: Partial<CentreConfig>, headers: object): Promise<boolean> =>
  (await statusOf(await open(config), '/api/me', headers)) === 401

describe('a name', () => {
  it.each([
    ['of publicUrl', { publicUrl: 'https://calls.example' }, { host: 'calls.example' }, true],
    ['of hosts', { hosts: ['calls.example'] }, { host: 'calls.example:443' }, true],
    ['of nobody', { hosts: ['calls.example'] }, { host: 'evil.example' }, false],
    [
      'that a stranger says a proxy was asked for',
      { hosts: ['calls.example'] },
      { host: 'evil.example', ...viaProxy },
      false,
    ],
    [
      'that our proxy was asked for',
      { hosts: ['calls.example'], trustProxy: ['127.0.0.1'] },
      { host: 'inside', ...viaProxy },
      true,
    ],
    [
      'for which somebody asked our proxy',
      { hosts: ['calls.example'], trustProxy: ['127.0.0.0/8'] },
      { host: 'calls.example', ...viaProxy, 'x-forwarded-host': 'evil.example' },
      false,
    ],
  ])('%s is answered: %j %j %s', async (_, config, headers, expected) => {
    expect(await nameIsTaken(config, headers)).toBe(expected)
  })
})

const refusedAfter = async (config: Partial<CentreConfig>, addressOf: (count: number) => string): Promise<number> => {
  const centre = await open({ ...config, maxLoginsPerMinuteOfSource: 5 })
  for (let count = 0; count < 8; count += 1) {
    const headers = { 'x-forwarded-for': addressOf(count) }
    const body = { sdkAppId: '1400000000', jsCode: `ann-${count}` }
    if ((await logIn(centre, body, headers)).status === 429) return count
  }
  return Infinity
}

describe('who asks', () => {
  it('is the peer, whatever it says, unless the peer is a proxy of ours', async () => {
    expect(await refusedAfter({}, (count) => `203.0.113.${count}`)).toBe(5)
  })

  it('is whom our proxy has seen: each customer has limits of its own', async () => {
    expect(await refusedAfter({ trustProxy: ['127.0.0.1'] }, (count) => `203.0.113.${count}`)).toBe(Infinity)
    expect(await refusedAfter({ trustProxy: ['127.0.0.1'] }, () => '203.0.113.7')).toBe(5)
  })

  it('is not whom a customer has told our proxy about: the last address that is not ours counts', async () => {
    const made = (count: number) => `198.51.100.${count}, 203.0.113.7`
    expect(await refusedAfter({ trustProxy: ['127.0.0.1'] }, made)).toBe(5)
    const twoProxies = (count: number) => `203.0.113.${count}, 10.1.2.3`
    expect(await refusedAfter({ trustProxy: ['127.0.0.1', '10.0.0.0/8'] }, twoProxies)).toBe(Infinity)
  })
})

describe('a page behind the proxy', () => {
  const config = { publicUrl: 'https://calls.example', trustProxy: ['127.0.0.1'] }
  const behind = async (origin: string): Promise<number> => {
    const headers = { host: 'inside', ...viaProxy, origin }
    return (await logIn(await open(config), { sdkAppId: '1400000000', jsCode: 'ann-1' }, headers)).status
  }

  it('of the public address may do what a page of ours may, and of no other', async () => {
    expect(await behind('https://calls.example')).toBe(200)
    expect(await behind('https://evil.example')).toBe(403)
  })

  it('opens a customer’s line', async () => {
    const { socket } = wire(await open(config), '/signalling', ['tccc.1', 'token.'], { host: 'inside', ...viaProxy })
    await new Promise((opened) => socket.once('open', opened))
  })
})

it.each([
  ['no address', { trustProxy: ['proxy.example'] }],
  ['too large a network', { trustProxy: ['10.0.0.0/33'] }],
  ['an address with a path', { publicUrl: 'https://calls.example/centre' }],
])('%s is a fault of the configuration', async (_, config) => {
  await expect(open(config)).rejects.toThrow('Correct it.')
})
