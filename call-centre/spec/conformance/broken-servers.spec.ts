/** The scenarios find what is wrong: between them and a good server stands somebody who breaks one rule. */
import { type AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { faultOf, promptScenarios } from '../../examples/call-centre/conformance/conformance'
import type { Target } from '../../examples/call-centre/conformance/visit'
import { type MinimalServer, serveMinimal } from './minimal-server'
import { targetOf } from './servers'

jest.setTimeout(30_000)

/** What becomes of a frame of the server; null: it is lost. */
type Change = (frame: string) => string | null

interface Rules {
  readonly down?: Change
  readonly up?: Change
  readonly code?: (code: number) => number
}

const keep: Change = (frame) => frame

/** Passes everything on, except for what its rules change. */
const standBetween = async (server: MinimalServer, { down = keep, up = keep, code = (same) => same }: Rules) => {
  const proxy = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: ([first = '']) => first })
  proxy.on('connection', (client, { headers }) => {
    const offered = (headers['sec-websocket-protocol'] ?? '').split(/, ?/).filter((part) => part !== '')
    const behind = new WebSocket(`${server.url}/signalling`, offered)
    const early: string[] = []
    const pass = (text: string) => {
      const changed = up(text)
      if (changed !== null) behind.send(changed)
    }
    client.on('message', (data: Buffer) =>
      behind.readyState === WebSocket.OPEN ? pass(data.toString()) : early.push(data.toString()),
    )
    client.on('close', () => behind.terminate())
    behind.on('open', () => early.forEach(pass))
    behind.on('message', (data: Buffer) => {
      const changed = down(data.toString())
      if (changed !== null) client.send(changed)
    })
    behind.on('error', () => undefined)
    behind.on('close', (why) => client.close(why > 1003 && why < 3000 ? 1000 : code(why)))
  })
  await new Promise((listening) => proxy.once('listening', listening))
  const close = () => new Promise((closed) => proxy.close(closed))
  return { url: `ws://127.0.0.1:${(proxy.address() as AddressInfo).port}/signalling`, close }
}

const without =
  (words: string): Change =>
  (frame) =>
    frame.includes(words) ? null : frame

const instead =
  (from: string | RegExp, to: string): Change =>
  (frame) =>
    frame.replace(from, to)

/** Each with a scenario that has to find it. */
const BROKEN: readonly (readonly [string, Rules, string])[] = [
  ['never acknowledges', { down: without('link/ack') }, 'acknowledges a message'],
  ['never answers a heartbeat', { down: without('link/heartbeat') }, 'answers each heartbeat at once'],
  ['writes its heartbeats otherwise', { down: instead('{"type":"link/h', '{ "type":"link/h') }, 'answers each heart'],
  ['numbers from 2 on', { down: instead(/"n":\d+/, '"n":2') }, 'numbers its own messages'],
  ['acknowledges what was never sent', { down: instead(/("link\/ack","seen"):\d+/, '$1:9') }, 'acknowledges a message'],
  ['never says resumed', { down: instead('"resumed":true', '"resumed":false') }, 'resumes a link'],
  ['always says resumed', { down: instead('"resumed":false', '"resumed":true') }, 'selects tccc.1'],
  ['forgets what it has taken', { down: instead(/("resumed":true,"seen"):\d+/, '$1:0') }, 'resumes a link'],
  ['says nothing of invalid frames', { down: without('link/invalid') }, 'answers a frame that is no JSON'],
  ['takes no welcome for the first frame', { down: without('link/welcome') }, 'selects tccc.1'],
  ['welcomes without a clock', { down: instead('"time"', '"clock"') }, 'selects tccc.1'],
  ['closes with another code', { code: () => 1000 }, 'closes an opening without a token with 4401'],
  ['does not say who took over', { code: () => 1000 }, 'closes the older socket with 4409'],
  ['does not mind a gap', { up: instead('"n":3', '"n":1') }, 'closes with 4400 when a number is missing'],
  ['refuses with another word', { down: instead('CHANNEL_UNKNOWN', 'NOT_FOUND') }, 'refuses a channel'],
  ['starts every call anew', { up: instead(/"conformance-[^"]+"/, '"x"') }, 'starts a call once'],
  ['takes no hang-up', { up: instead('call/hangUp', 'call/bye') }, 'ends a call by its callId alone'],
]

describe('a server that', () => {
  let server: MinimalServer
  let target: Target

  beforeEach(async () => {
    server = await serveMinimal({ heartbeatMs: 10_000, windowMs: 30_000 })
    target = await targetOf({ ...server, url: server.url }, 400)
  })
  afterEach(() => server.close())

  it.each(BROKEN)('%s is found out', async (_, rules, title) => {
    const between = await standBetween(server, rules)
    const scenario = promptScenarios.find((candidate) => candidate.title.startsWith(title))
    if (scenario === undefined) throw new Error(`there is no scenario "${title}"`)
    expect(await faultOf({ ...target, url: between.url }, scenario)).not.toBeNull()
    await between.close()
  })

  it('passes all on unchanged is not', async () => {
    const between = await standBetween(server, {})
    const named = promptScenarios.filter(({ title }) => BROKEN.some(([, , start]) => title.startsWith(start)))
    for (const scenario of named) {
      expect([scenario.title, await faultOf({ ...target, limitMs: 5_000, url: between.url }, scenario)]).toEqual([
        scenario.title,
        null,
      ])
    }
    await between.close()
  })
})
