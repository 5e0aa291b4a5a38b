/**
 * A stub of the parts of api.weixin.qq.com that the call centre asks, made from WeChat's documentation: nothing here was
 * compared with WeChat itself. It listens on 127.0.0.1 only.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { endpoints, words } from './endpoints'
import type { SentMessage } from './messages'
import { createWorld, encrypt, type WorldOptions } from './world'

export interface WeChatStub {
  /** For `wechat.apiUrl`. */
  readonly apiUrl: string
  /** What `wx.login` gives this customer. */
  code(openid: string): string
  /** What the phone number's button gives: a code for the server. */
  phoneCode(phoneNumber: string): string
  /** What WeChat encrypts for this customer's session; a watermark is added, unless `data` has one. */
  encrypt(openid: string, data: object): { readonly encryptedData: string; readonly iv: string }
  /** The key of this customer's session, in base64, as WeChat tells it. */
  sessionKey(openid: string): string
  /** What the next requests of this path get, one each, whatever they ask: an errcode, or no answer at all. */
  fail(path: string, ...failures: Failure[]): void
  /** The customer allows one subscription message by this template. */
  accept(openid: string, templateId: string): void
  /** What has arrived on phones. */
  readonly messages: readonly SentMessage[]
  /** Another program of the company forces a new access token. */
  retireToken(): void
  /** Paths of the requests so far. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** `lost`: it is done, and the answer does not arrive. */
type Failure = number | 'silence' | 'lost'

export async function createWeChatStub(options: WorldOptions): Promise<WeChatStub> {
  const world = createWorld(options)
  const failures: { readonly path: string; readonly failure: Failure }[] = []
  const asked: string[] = []
  const answer = async (request: IncomingMessage): Promise<object | Failure> => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://stub')
    asked.push(pathname)
    const at = failures.findIndex(({ path }) => path === pathname)
    const [failed] = at < 0 ? [] : failures.splice(at, 1)
    if (failed && failed.failure !== 'lost') return failed.failure
    const { method = '' } = request
    const body = method === 'POST' ? ((await json(request)) as Readonly<Record<string, unknown>>) : {}
    const said = endpoints[pathname]?.(world, { method, query, body }) ?? -1
    return failed ? 'silence' : said
  }
  const { apiUrl, close } = await listen(answer)
  return {
    ...{ apiUrl, asked, close },
    messages: world.messages.sent,
    accept: (openid, templateId) => {
      world.messages.accept(openid, templateId)
    },
    code: (openid) => world.codes.issue({ openid }),
    phoneCode: (phoneNumber) => world.phoneCodes.issue({ phoneNumber }),
    encrypt: (openid, data) => encrypt(world, openid, data),
    sessionKey: (openid) => world.sessionKey(openid).toString('base64'),
    fail(path, ...these) {
      failures.push(...these.map((failure) => ({ path, failure })))
    },
    retireToken() {
      world.tokens.give(true)
    },
  }
}

/** As WeChat does: status 200, whatever happened, and text that is JSON. */
async function listen(answer: (request: IncomingMessage) => Promise<object | Failure>) {
  const server = createServer((request, response) => {
    void answer(request).then((said) => {
      if (typeof said === 'string') return
      response.setHeader('content-type', 'text/plain')
      response.end(JSON.stringify(typeof said === 'number' ? faultOf(said) : said))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { apiUrl: `http://127.0.0.1:${port}`, close: () => closed(server) }
}

function faultOf(errcode: number): object {
  return { errcode, errmsg: `${words[errcode] ?? 'error'}, rid: ${randomBytes(8).toString('hex')}` }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
}
