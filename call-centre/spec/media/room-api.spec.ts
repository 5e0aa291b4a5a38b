import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createRoomApi, type RoomApi } from '../../media/trtc/room-api'
import { authorizationOf } from '../../media/trtc/sign-request'
import { createVirtualClock, type VirtualClock } from '../virtual-clock'

const keys = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******' }

it('signs a request as Tencent Cloud does in its documentation', () => {
  const body = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`
  const request = { host: 'cvm.tencentcloudapi.com', service: 'cvm', body, timestamp: 1_551_113_065 }
  expect(authorizationOf(keys, request)).toBe(
    `TC3-HMAC-SHA256 Credential=${keys.secretId}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, ` +
      'Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c',
  )
})

interface Asked {
  readonly action: string
  readonly body: object
  readonly atMs: number
}

/** Answers as the documentation says: errors in a body of status 200, at most 20 requests in a second. */
class TencentCloud {
  readonly asked: Asked[] = []
  readonly errors: string[] = []
  private readonly server: Server
  private readonly waiting = new Set<() => void>()

  constructor(private readonly clock: VirtualClock) {
    this.server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        response.end(JSON.stringify({ Response: { ...this.answer(request.headers, body), RequestId: 'r' } }))
        for (const wake of this.waiting) wake()
      })
    }).listen(0, '127.0.0.1')
  }

  async origin(): Promise<string> {
    if (!this.server.listening) await once(this.server, 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async heard(count: number): Promise<readonly Asked[]> {
    while (this.asked.length < count) await new Promise<void>((wake) => this.waiting.add(wake))
    // The answer is on its way.
    await new Promise((later) => setTimeout(later, 20))
    return this.asked
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((closed) => this.server.close(closed))
  }

  private answer(headers: IncomingHttpHeaders, body: string): object {
    const atMs = this.clock.now()
    const [action, version, timestamp] = ['action', 'version', 'timestamp'].map((name) =>
      String(headers[`x-tc-${name}`]),
    )
    this.asked.push({ action: action ?? '', body: JSON.parse(body) as object, atMs })
    const error = (Code: string) => ({ Error: { Code, Message: Code } })
    const request = { host: headers.host ?? '', service: 'trtc', body, timestamp: Number(timestamp) }
    if (headers.authorization !== authorizationOf(keys, request)) return error('AuthFailure.SignatureFailure')
    if (Math.abs(request.timestamp - this.clock.date() / 1_000) > 300) return error('AuthFailure.SignatureExpire')
    if (version !== '2019-07-22') return error('NoSuchVersion')
    if (this.asked.filter((other) => other.atMs > atMs - 1_000).length > 20) return error('RequestLimitExceeded')
    const fault = this.errors.shift()
    return fault === undefined ? {} : error(fault)
  }
}

describe('rooms are closed', () => {
  let clock: VirtualClock
  let cloud: TencentCloud
  let lines: string[]
  let api: RoomApi

  beforeEach(async () => {
    clock = createVirtualClock()
    cloud = new TencentCloud(clock)
    lines = []
    const parts = { keys, sdkAppId: 1_400_000_000, region: 'ap-guangzhou', clock, origin: await cloud.origin() }
    api = createRoomApi({ ...parts, log: (line) => lines.push(line) })
  })

  afterEach(() => cloud.close())

  it('by name, and one user is shown out by name', async () => {
    api.dismiss('room-1')
    clock.advance(50)
    api.remove('room-2', 'user-2')
    expect(await cloud.heard(2)).toMatchObject([
      { action: 'DismissRoomByStrRoomId', body: { SdkAppId: 1_400_000_000, RoomId: 'room-1' } },
      {
        action: 'RemoveUserByStrRoomId',
        body: { SdkAppId: 1_400_000_000, RoomId: 'room-2', UserIds: ['user-2'] },
      },
    ])
    expect(lines).toEqual([])
  })

  it('at the pace that the API takes, when many calls end at once', async () => {
    for (let room = 1; room <= 45; room += 1) api.dismiss(`room-${room}`)
    for (let room = 1; room <= 45; room += 1) {
      await cloud.heard(room)
      clock.advance(50)
    }
    expect(cloud.asked).toHaveLength(45)
    expect(lines).toEqual([])
  })

  it.each(['RequestLimitExceeded', 'InternalError', 'InternalError.GetRoomCacheIpError'])(
    'later, after %s',
    async (code) => {
      cloud.errors.push(code)
      api.dismiss('room-1')
      await cloud.heard(1)
      clock.advance(999)
      expect(cloud.asked).toHaveLength(1)
      clock.advance(1)
      expect(await cloud.heard(2)).toHaveLength(2)
      expect(lines).toEqual([])
    },
  )

  it('not again, when there is no such room any more', async () => {
    cloud.errors.push('FailedOperation.RoomNotExist')
    api.dismiss('room-1')
    await cloud.heard(1)
    clock.advance(60_000)
    expect(cloud.asked).toHaveLength(1)
    expect(lines).toEqual([])
  })

  it.each([
    ['for keys that are wrong', 'AuthFailure.SecretIdNotFound'],
    ['for a code that nobody has documented', 'FailedOperation.UserNotExist'],
    ['for one that only begins like a documented one', 'InternalErrors'],
  ])('not again %s: the log says so, without the keys', async (_, code) => {
    cloud.errors.push(code)
    api.dismiss('room-1')
    await cloud.heard(1)
    clock.advance(60_000)
    expect(cloud.asked).toHaveLength(1)
    expect(lines).toEqual([`TRTC: DismissRoomByStrRoomId of room-1 was given up: ${code}`])
  })

  it('not for ever: the fifth failure is the last', async () => {
    cloud.errors.push(...Array.from({ length: 9 }, () => 'InternalError'))
    api.dismiss('room-1')
    for (let round = 1; round <= 5; round += 1) {
      await cloud.heard(round)
      clock.advance(60_000)
    }
    expect(cloud.asked).toHaveLength(5)
    expect(lines).toEqual(['TRTC: DismissRoomByStrRoomId of room-1 was given up: InternalError'])
  })
})
