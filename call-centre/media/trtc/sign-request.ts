import { createHash, createHmac } from 'node:crypto'

/** The keys of a Tencent Cloud account that may manage TRTC. */
export interface CloudKeys {
  readonly secretId: string
  readonly secretKey: string
}

export interface CloudRequest {
  readonly host: string
  /** Of the product, as `trtc`. */
  readonly service: string
  /** JSON. */
  readonly body: string
  /** Seconds since 1970; it may be five minutes wrong. */
  readonly timestamp: number
}

export const contentType = 'application/json; charset=utf-8'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The header `Authorization` of a POST to `/`, by Tencent Cloud's TC3-HMAC-SHA256 (cloud.tencent.com/document/api/647/37066). */
export function authorizationOf(keys: CloudKeys, { host, service, body, timestamp }: CloudRequest): string {
  const date = new Date(timestamp * 1_000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const signed = 'content-type;host'
  const request = `POST\n/\n\ncontent-type:${contentType}\nhost:${host}\n\n${signed}\n${sha256(body)}`
  const key = hmac(hmac(hmac(`TC3${keys.secretKey}`, date), service), 'tc3_request')
  const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(request)}`).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${keys.secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
}
