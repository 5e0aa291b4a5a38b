import type { World } from './world'

export interface Asked {
  readonly method: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

/** An object, or an errcode. */
type Endpoint = (world: World, asked: Asked) => object | number

/** By path. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  '/sns/jscode2session': (world, { query }) => {
    if (query.get('appid') !== world.appId) return 40013
    if (query.get('secret') !== world.secret) return 40125
    if (query.get('grant_type') !== 'authorization_code') return 40002
    const code = query.get('js_code') ?? ''
    const owner = world.ownerOf(code)
    const taken = world.codes.take(owner === undefined ? code : world.codes.issue({ openid: owner }, code))
    if (typeof taken === 'number') return taken
    const { openid } = taken
    if (world.blocked.includes(openid)) return 40226
    if (world.isTooOften(openid)) return 45011
    return { session_key: world.sessionKey(openid).toString('base64'), openid }
  },

  '/cgi-bin/stable_token': (world, { method, body }) => {
    if (method !== 'POST') return 43002
    if (body['grant_type'] !== 'client_credential') return 40002
    if (body['appid'] === undefined) return 41002
    if (body['appid'] !== world.appId) return 40013
    return body['secret'] === world.secret ? world.tokens.give(body['force_refresh'] === true) : 40125
  },

  '/wxa/business/getuserphonenumber': (world, { method, query, body }) => {
    if (method !== 'POST') return 43002
    const refused = world.tokens.check(query.get('access_token'))
    if (refused !== 0) return refused
    const taken = world.phoneCodes.take(body['code'])
    if (typeof taken === 'number') return 40029
    const { phoneNumber } = taken
    const info = { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark: world.watermark() }
    return { errcode: 0, errmsg: 'ok', phone_info: info }
  },

  '/cgi-bin/message/subscribe/send': (world, { method, query, body }) => {
    if (method !== 'POST') return 43002
    const refused = world.tokens.check(query.get('access_token'))
    if (refused !== 0) return refused
    const errcode = world.messages.send(body, world.templates)
    return errcode === 0 ? { errcode: 0, errmsg: 'ok' } : errcode
  },
}

export const words: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41002: 'appid missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'user has been banned from subscribe messages',
  43108: 'concurrent sends to one user',
  45009: 'reach max api daily quota limit',
  45168: 'the message has words that are not let through',
  47003: 'argument invalid',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
}
