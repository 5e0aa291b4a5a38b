import { createDecipheriv } from 'node:crypto'

/** What WeChat has encrypted for the app's server: guide 开放数据校验与解密. */
export interface EncryptedData {
  readonly encryptedData: string
  readonly iv: string
}

export interface Seal {
  /** `session_key` of code2Session, base64. */
  readonly sessionKey: string
  readonly appId: string
  /** The time of day, epoch milliseconds. */
  readonly now: number
}

/** The clocks of two machines differ; what is older than this was not given for this log-in. */
const freshMs = 86_400_000

/**
 * AES-128-CBC with PKCS#7, key and iv in base64. Undefined: it is not for this session and this app, or it is a day old.
 * It may hold fields that are not known yet.
 */
export function decrypt(
  { encryptedData, iv }: EncryptedData,
  seal: Seal,
): Readonly<Record<string, unknown>> | undefined {
  const data = open(encryptedData, iv, seal.sessionKey)
  const { appid, timestamp } = Object(data?.['watermark']) as { readonly appid?: unknown; readonly timestamp?: unknown }
  if (appid !== seal.appId || typeof timestamp !== 'number') return undefined
  return Math.abs(seal.now - timestamp * 1_000) <= freshMs ? data : undefined
}

function open(encryptedData: string, iv: string, sessionKey: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'))
    const text = Buffer.concat([decipher.update(encryptedData, 'base64'), decipher.final()]).toString()
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}
