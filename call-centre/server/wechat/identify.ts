import { createHash } from 'node:crypto'
import type { Identify, Identity, LogInFields, Refusal } from '../login/identity'
import type { Clock } from '../sessions/clock'
import type { WithAccessToken } from './access-token'
import { decrypt, type Seal } from './encrypted-data'
import { WeChatFault, type Trouble } from './trouble'
import type { AskWeChat } from './wechat-api'

export interface WeChatParts {
  readonly appId: string
  readonly secret: string
  readonly ask: AskWeChat
  readonly withToken: WithAccessToken
  readonly clock: Clock
  /** A line when nobody can log in, or when a customer's data cannot be read: the log-in goes on without it. */
  readonly log: (line: string) => void
}

const refusals: Readonly<Record<Trouble, Refusal>> = {
  code: 'code',
  blocked: 'blocked',
  pace: 'pace',
  silence: 'unavailable',
  quota: 'unavailable',
  refused: 'unavailable',
  token: 'unavailable',
  setUp: 'unavailable',
}

/** Customers are who WeChat says they are (`GET /sns/jscode2session`). The session key stays in here. */
export function createWeChatIdentify(parts: WeChatParts): Identify {
  const { appId, clock, log, withToken } = parts
  return async (fields) => {
    try {
      const { openid, sessionKey } = await codeToSession(parts, fields.jsCode)
      const { mobileCode } = fields
      const seal: Seal = { sessionKey, appId, now: clock.date() }
      return {
        userId: userIdOf(appId, openid),
        openid,
        ...profileOf(parts, fields, seal, openid),
        ...(mobileCode === undefined
          ? phoneOf(parts, fields, seal)
          : await phoneByCode(parts, withToken, mobileCode, openid)),
      }
    } catch (fault) {
      if (!(fault instanceof WeChatFault)) throw fault
      const refusal = refusals[fault.trouble]
      if (refusal === 'unavailable') log(`WeChat logs nobody in: ${fault.message}`)
      return refusal
    }
  }
}

/**
 * Always the same for one customer of one mini program. It tells nobody the openid, but a company that holds the openid
 * can compute it: `wx-`, and the first 22 of base64url of the SHA-256 of `appid:openid`. 132 bits, so that no two customers
 * meet, and 25 characters, which any room takes.
 */
export function userIdOf(appId: string, openid: string): string {
  return `wx-${createHash('sha256').update(`${appId}:${openid}`).digest('base64url').slice(0, 22)}`
}

async function codeToSession({ appId, secret, ask }: WeChatParts, jsCode: string) {
  const query = { appid: appId, secret, js_code: jsCode, grant_type: 'authorization_code' }
  const { openid, session_key: sessionKey } = await ask({ path: '/sns/jscode2session', query })
  if (typeof openid === 'string' && typeof sessionKey === 'string') return { openid, sessionKey }
  throw new WeChatFault('silence', 'the answer holds no openid')
}

/** A profile that belongs to somebody else was not given by this customer. */
function profileOf(
  { log }: WeChatParts,
  { dataEnv, dataIv }: LogInFields,
  seal: Seal,
  openid: string,
): Pick<Identity, 'nickName' | 'avatarUrl'> {
  if (dataEnv === undefined || dataIv === undefined) return {}
  const { openId = openid, nickName, avatarUrl } = decrypt({ encryptedData: dataEnv, iv: dataIv }, seal) ?? {}
  if (openId === openid && typeof nickName === 'string') {
    return { nickName, ...(typeof avatarUrl === 'string' ? { avatarUrl } : {}) }
  }
  log('The profile of a log-in could not be read.')
  return {}
}

function phoneOf(
  { log }: WeChatParts,
  { mobileEnv, mobileIv }: LogInFields,
  seal: Seal,
): Pick<Identity, 'phoneNumber'> {
  if (mobileEnv === undefined || mobileIv === undefined) return {}
  const { phoneNumber } = decrypt({ encryptedData: mobileEnv, iv: mobileIv }, seal) ?? {}
  if (typeof phoneNumber === 'string') return { phoneNumber }
  log('The phone number of a log-in could not be read.')
  return {}
}

/** `POST /wxa/business/getuserphonenumber`: the button of base library 2.21.2 and later gives a code. */
async function phoneByCode(
  { ask, log }: WeChatParts,
  withToken: WithAccessToken,
  code: string,
  openid: string,
): Promise<Pick<Identity, 'phoneNumber'>> {
  const body = { code, openid }
  try {
    const path = '/wxa/business/getuserphonenumber'
    const { phone_info: info } = await withToken((token) => ask({ path, query: { access_token: token }, body }))
    const { phoneNumber } = Object(info) as { readonly phoneNumber?: unknown }
    if (typeof phoneNumber === 'string') return { phoneNumber }
    throw new WeChatFault('silence', 'the answer holds no phone number')
  } catch (fault) {
    if (!(fault instanceof WeChatFault)) throw fault
    log(`WeChat gives no phone number: ${fault.message}`)
    return {}
  }
}
