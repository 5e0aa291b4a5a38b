import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Taken {
  /** Whether the signature is that of Standard Webhooks by our key, and fresh. */
  readonly signed: boolean
  readonly body: Readonly<Record<string, unknown>>
}

/** A stub of the company's back end: it takes records, and looks at their signatures. */
export interface BackEnd {
  readonly url: string
  /** For `TCCC_CDR_PUSH_KEY`. */
  readonly key: string
  readonly records: readonly Taken[]
  close(): Promise<void>
}

export async function openBackEnd(): Promise<BackEnd> {
  const secret = randomBytes(32)
  const records: Taken[] = []
  const server = createServer((request, response) => {
    void text(request).then((said) => {
      records.push({ signed: isSigned(request, said, secret), body: JSON.parse(said) as Taken['body'] })
      response.end('{"ErrCode":0,"ErrMsg":""}')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/records`,
    key: `whsec_${secret.toString('base64')}`,
    records,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function isSigned({ headers }: IncomingMessage, body: string, secret: Buffer): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`]))
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest()
  const isFresh = Math.abs(Date.now() / 1_000 - Number(timestamp)) < 300
  return isFresh && (signatures ?? '').split(' ').some((one) => isSame(Buffer.from(one.slice(3), 'base64'), mac))
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
