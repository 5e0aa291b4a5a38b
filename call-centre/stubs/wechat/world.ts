import { createCipheriv, randomBytes } from 'node:crypto'
import { systemClock, type Clock } from '../../server/sessions/clock'
import { createAccessTokens, createCount, type AccessTokens } from './access-tokens'
import { createMessages, type Messages } from './messages'
import { createCodes, type Codes } from './codes'

export interface WorldOptions {
  readonly appId: string
  readonly secret: string
  readonly clock?: Clock
  /** Customers that WeChat blocks. */
  readonly blocked?: readonly string[]
  /** Templates of subscription messages that the company has chosen. Default: none. */
  readonly templates?: readonly string[]
  /** Whose a code is that was not issued here: for a phone of which `wx.login` makes codes of its own. */
  readonly ownerOf?: (code: string) => string | undefined
}

/** What WeChat knows: one app, its customers and their sessions. */
export interface World extends Omit<Required<WorldOptions>, 'clock'> {
  readonly codes: Codes<{ readonly openid: string }>
  readonly phoneCodes: Codes<{ readonly phoneNumber: string }>
  readonly tokens: AccessTokens
  readonly messages: Messages
  sessionKey(openid: string): Buffer
  watermark(): { readonly appid: string; readonly timestamp: number }
  /** Whether this customer has logged in more than a hundred times within this minute. */
  isTooOften(openid: string): boolean
}

export function createWorld(options: WorldOptions): World {
  const { appId, clock = systemClock(), blocked = [], templates = [], ownerOf = () => undefined } = options
  const sessionKeys = new Map<string, Buffer>()
  const counts = new Map<string, () => number>()
  return {
    ...{ ...options, blocked, templates, ownerOf },
    codes: createCodes(clock),
    phoneCodes: createCodes(clock),
    tokens: createAccessTokens(clock),
    messages: createMessages(),
    sessionKey: (openid) => known(sessionKeys, openid, () => randomBytes(16)),
    watermark: () => ({ appid: appId, timestamp: Math.floor(clock.date() / 1_000) }),
    isTooOften: (openid) => known(counts, openid, () => createCount(clock, 60_000))() > 100,
  }
}

function known<Value>(map: Map<string, Value>, name: string, create: () => Value): Value {
  const value = map.get(name) ?? create()
  map.set(name, value)
  return value
}

/** What WeChat encrypts for a customer's session: AES-128-CBC, PKCS#7. A watermark is added, unless `data` has one. */
export function encrypt(world: World, openid: string, data: object) {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', world.sessionKey(openid), iv)
  const text = JSON.stringify({ watermark: world.watermark(), ...data })
  const encryptedData = Buffer.concat([cipher.update(text), cipher.final()]).toString('base64')
  return { encryptedData, iv: iv.toString('base64') }
}
