/** The scenarios find what is wrong: between them and a good server stands somebody who breaks one rule. */
import { type AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { faultOf, promptScenarios } from '../../conformance/conformance'
import type { Target } from '../../conformance/visit'
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

/** Changes nothing but what comes with these words from the second time on. */
const again = (words: string | RegExp, change: Change): Change => {
  let times = 0
  return (frame) => {
    times += frame.search(words) < 0 ? 0 : 1
    return times > 1 && frame.search(words) >= 0 ? change(frame) : frame
  }
}

const anew = again('call/start', instead(/"conformance-[^"]+"/, '"x"'))
const lost: Change = () => null

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
  [
    'resumes what was forgotten',
    { up: instead(/("link\/(?:ack|heartbeat)","seen"):\d+/, '$1:0') },
    'begins a new link when the client lacks',
  ],
  ['says nothing to an answered start', { up: again('call/start', lost) }, 'starts a call once'],
  [
    'starts an answered call anew on another link',
    { up: anew },
    'gives an answered start the same answer on a new link',
  ],
  [
    'does not move the call',
    { down: again('call/started', instead('call/started', 'call/moved')) },
    'gives an answered start',
  ],
  [
    'forgets what it refused',
    { down: again('CALL_IN_PROGRESS', instead('CALL_IN_PROGRESS', 'TOO_BUSY')) },
    'gives a refused start the same answer',
  ],
  ['does not say how a call ended', { down: without('call/ended') }, 'answers the start of a call that was hung up'],
  ['is silent to a wrong key', { down: again('call/ivr', lost) }, 'says the menu again'],
  [
    'knows what only servers send',
    { up: instead('call/ended', 'call/hangUp') },
    'acknowledges and ignores a type that only',
  ],
  [
    'minds the number of an unknown type',
    { up: instead('"n":0', '"n":7') },
    'ignores a type that it does not know whose',
  ],
  ['keeps another end than was said', { down: instead('"timer"', '"client"') }, 'keeps who hung up'],
  [
    'ends a call itself in the name of the client',
    { down: instead('"admin","endStatus":"callConflict"', '"client","endStatus":"callConflict"') },
    'ends a call whose line is lost with callConflict',
  ],
  ['gives both customers one call', { down: instead(/"sessionId":"[^"]+"/, '"sessionId":"s"') }, 'gives two customers'],
  [
    'says another menu again',
    { down: again('call/ivr', instead('"label":"Seat"', '"label":"Else"')) },
    'says the menu again',
  ],
  ['begins with a path', { down: instead('"path":[]', '"path":[{"key":"9","label":"x"}]') }, 'says in path'],
  ['minds the keys of who waits', { up: again('call/digits', instead('"digits":"', '"digits":"x')) }, 'says in path'],
  [
    'hears nothing over an old link',
    { up: instead('call/hangUp', 'call/bye') },
    'hears the customer over the old link',
  ],
  ['minds how a heartbeat begins', { up: instead('{ "type"', '{ "kind"') }, 'answers or ignores a heartbeat'],
  ['names a link beyond its alphabet', { down: instead(/"linkId":"[^"]+"/, '"linkId":"a/b"') }, 'selects tccc.1'],
  [
    'resumes where it has forgotten',
    { down: instead('"resumed":false', '"resumed":true') },
    'begins a new link when the client lacks',
  ],
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
