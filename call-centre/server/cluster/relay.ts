import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect as plainConnect, isIP } from 'node:net'
import { pipeline, type Duplex } from 'node:stream'
import { connect as tlsConnect, TLSSocket } from 'node:tls'
import type { Holder } from './shard'

/** The header by which a node shows another one that it has the key; it names the leader that it takes the other for. */
const header = 'tccc-relay'

/** A machine that is gone refuses nobody: it only does not answer. */
const reachMs = 1_000

/** Passes on what has arrived at a node that does not lead, once: whoever it reaches leads, or refuses it. */
export interface Relay {
  /** Resolves with a connection. Rejects when there is none soon: then nothing was passed on yet. */
  readonly reach: (leader: Holder) => Promise<Duplex>
  readonly request: (request: IncomingMessage, response: ServerResponse, leader: Holder, onward: Duplex) => void
  /** `refused`: who was reached leads no more, or is another one at the same address, or is gone; nothing was answered yet. */
  readonly upgrade: (
    opening: { readonly request: IncomingMessage; readonly raw: Duplex; readonly head: Buffer },
    leader: Holder,
    onward: Duplex,
    refused: () => void,
  ) => void
  /** `stranger`: no node has passed it on. `forged`: whoever did has not the key, or takes `id` for another node. */
  readonly judge: (request: IncomingMessage, id: string) => 'stranger' | 'node' | 'forged'
}

/** `key`: a secret that all nodes have. `isSecure`: browsers reach this node by TLS. */
export function createRelay(key: string, isSecure: boolean): Relay {
  const sign = (id: string, { method = '', url = '' }: IncomingMessage): string =>
    createHmac('sha256', key).update(`${id}\n${method}\n${url}`).digest('base64url')
  const headersFor = (request: IncomingMessage, { id }: Holder): IncomingHttpHeaders => ({
    ...passedOn(request, isSecure),
    [header]: sign(id, request),
  })
  return {
    reach,
    request(request, response, leader, onward) {
      const { method, url: path } = request
      const way = { method, path, headers: headersFor(request, leader), createConnection: () => onward }
      const asked = plainRequest(way, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        pipeline(answer, response, () => undefined)
      })
      asked.on('error', () => {
        response.destroy()
      })
      pipeline(request, asked, () => undefined)
    },
    upgrade({ request, raw, head }, leader, onward, refused) {
      const lines = Object.entries(headersFor(request, leader)).map(([name, value]) => `${name}: ${String(value)}\r\n`)
      onward.write(`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/1.1\r\n${lines.join('')}\r\n`)
      onward.write(head)
      join(raw, onward, refused)
    },
    judge(request, id) {
      const shown = request.headers[header]
      if (shown === undefined) return 'stranger'
      const [given, expected] = [Buffer.from(String(shown)), Buffer.from(sign(id, request))]
      return given.length === expected.length && timingSafeEqual(given, expected) ? 'node' : 'forged'
    },
  }
}

/** Each side is read as fast as the other one takes it, and ends with it; from the first answer on, unless that is a no. */
function join(raw: Duplex, onward: Duplex, refused: () => void): void {
  const gone = (): void => {
    raw.off('close', leave)
    if (!raw.destroyed) refused()
  }
  const leave = (): void => {
    onward.off('close', gone).destroy()
  }
  raw.once('close', leave)
  onward.on('error', () => undefined).once('close', gone)
  onward.once('data', (first: Buffer) => {
    onward.pause()
    if (isNo.test(first.toString('latin1', 0, 12))) {
      onward.destroy()
      return
    }
    onward.off('close', gone)
    raw.off('close', leave).write(first)
    pipeline(raw, onward, () => undefined)
    pipeline(onward, raw, () => undefined)
  })
}

/** Of a node that takes nothing for another one, or that does not lead. */
const isNo = /^HTTP\/1\.1 (421|503)$/

async function reach({ address }: Holder): Promise<Duplex> {
  const onward = connectTo(address)
  try {
    const connected = onward instanceof TLSSocket ? 'secureConnect' : 'connect'
    await once(onward, connected, { signal: AbortSignal.timeout(reachMs) })
    return onward
  } catch (fault) {
    onward.on('error', () => undefined).destroy()
    throw fault
  }
}

/** What the leader hears of who has come to this node, where it believes proxies. */
function passedOn({ headers, socket }: IncomingMessage, isSecure: boolean): IncomingHttpHeaders {
  const hops = [headers['x-forwarded-for'] ?? [], socket.remoteAddress ?? []].flat()
  return { ...headers, 'x-forwarded-for': hops.join(', '), ...(isSecure ? { 'x-forwarded-proto': 'https' } : {}) }
}

function connectTo(address: string): Duplex {
  const { protocol, hostname, port } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:'
    ? tlsConnect({ host, port: Number(port || 443), servername: isIP(host) === 0 ? host : '' })
    : plainConnect(Number(port || 80), host)
}
