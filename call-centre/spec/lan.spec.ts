/** What `--lan` opens to the local network: what stands in the table here, and nothing else. */
import { request } from 'node:http'
import type { NetworkInterfaceInfo } from 'node:os'
import { WebSocket } from 'ws'
import { access } from '../server/http/access'
import { lanAddress, lanAddresses } from '../server/lan/lan-address'
import { testConfig } from './test-config'
import { closeAll, logIn, open, staff, tokenFor } from './wire'

afterEach(closeAll)

const openToPhones = ['GET /healthz', 'POST /login', 'WS /signalling']

/** A port of its own stands for an address of its own. */
const openWithLan = async () => {
  const centre = await open({}, { lan: { host: '127.0.0.1', port: 0 } })
  return { centre, lan: { ...centre, port: Number(new URL(centre.lanUrl ?? '').port) } }
}

const statusOf = (port: number, method: string, path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((answered, failed) => {
    request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume()
      answered(response.statusCode ?? 0)
    })
      .on('error', failed)
      .end()
  })

const upgradeStatus = (port: number, path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((answered) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, ['tccc.1'], { headers })
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_, { statusCode = 0 }) => {
      answered(statusCode)
    })
    socket.on('open', () => {
      socket.close()
      answered(101)
    })
  })

describe('the local network', () => {
  it('a phone logs in there, and its line opens', async () => {
    const { lan } = await openWithLan()
    expect(await logIn(lan, { sdkAppId: '1400000000', jsCode: 'ann-1' })).toMatchObject({ status: 200 })
    const token = await tokenFor(lan, 'ben')
    const socket = new WebSocket(`${lan.lanUrl ?? ''}/signalling`.replace('http', 'ws'), ['tccc.1', `token.${token}`])
    const welcome = await new Promise((heard) => {
      socket.once('message', (data: Buffer) => {
        heard(JSON.parse(data.toString()))
      })
    })
    expect(welcome).toMatchObject({ type: 'link/welcome' })
    socket.close()
  })

  it.each(Object.keys(access).filter((row) => !openToPhones.includes(row)))(
    '%s is not there, even for an administrator',
    async (row) => {
      const { lan, centre } = await openWithLan()
      const { cookie } = await staff(centre, 'administrator')
      const [method = '', path = ''] = row.replace('*', '').split(' ')
      const answer =
        method === 'WS' ? upgradeStatus(lan.port, path, { cookie }) : statusOf(lan.port, method, path, { cookie })
      expect(await answer).toBe(404)
    },
  )

  it.each(['/healthz/../api/me', '//api/me', '/login/../records', '/signalling/../seat', '/%2e%2e/records'])(
    '%s leads nowhere',
    async (path) => {
      const { lan } = await openWithLan()
      expect(await statusOf(lan.port, 'GET', path, {})).toBe(404)
    },
  )

  it('opens what the table says', async () => {
    const { lan } = await openWithLan()
    expect(await statusOf(lan.port, 'GET', '/healthz', {})).toBe(200)
    expect(await statusOf(lan.port, 'POST', '/login', {})).not.toBe(404)
    expect(await upgradeStatus(lan.port, '/signalling', {})).not.toBe(404)
  })

  it('closes with the centre', async () => {
    const { lan, centre } = await openWithLan()
    await centre.close()
    await expect(statusOf(lan.port, 'GET', '/healthz', {})).rejects.toThrow('ECONNREFUSED')
  })

  it('without it phones find nothing', async () => {
    expect((await open()).lanUrl).toBeUndefined()
  })
})

describe('the addresses of this machine', () => {
  const address = (text: string, internal = false): NetworkInterfaceInfo => ({
    address: text,
    internal,
    family: 'IPv4',
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    cidr: `${text}/24`,
  })

  it('are those of the local network, without the ones of containers in front', () => {
    expect(
      lanAddresses({
        lo: [address('127.0.0.1', true)],
        docker0: [address('172.17.0.1')],
        en0: [address('192.168.1.20'), { ...address('fe80::1'), family: 'IPv6', scopeid: 1 }],
        eth1: [address('8.8.8.8')],
        none: undefined,
      }),
    ).toEqual(['192.168.1.20', '172.17.0.1'])
  })

  const home = { host: '127.0.0.1', node: undefined, lanAddress: undefined }
  const two = { en0: [address('192.168.1.20')], en1: [address('10.0.0.5')] }

  it('the first is taken, or the one that is wished', () => {
    expect(lanAddress(testConfig({}), home, two)).toBe('192.168.1.20')
    expect(lanAddress(testConfig({}), { ...home, lanAddress: '10.0.0.5' }, two)).toBe('10.0.0.5')
  })

  it('without one, or with a wrong one, it says what to do', () => {
    expect(() => lanAddress(testConfig({}), home, { lo: [address('127.0.0.1', true)] })).toThrow('no private IPv4')
    expect(() => lanAddress(testConfig({}), { ...home, lanAddress: '10.9.9.9' }, two)).toThrow(
      "none of this machine's: 192.168.1.20, 10.0.0.5",
    )
  })

  it.each([
    ['pages for others', { ...home, host: '0.0.0.0' }, {}],
    ['another machine', { ...home, node: 'http://10.0.0.5:7100' }, {}],
    ['a public address', home, { publicUrl: 'https://calls.example' }],
    ['a proxy', home, { trustProxy: ['10.0.0.1'] }],
  ])('is refused together with %s', (_, wish, changes) => {
    expect(() => lanAddress(testConfig(changes), wish, two)).toThrow('--lan is for development')
  })
})
