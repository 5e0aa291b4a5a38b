/**
 * What WeChat's errcodes mean to a log-in, or to a message. The listed ones are of its pages 小程序登录凭证校验, 获取稳定版接口调用凭据,
 * 获取手机号 and 发送订阅消息; 40163, 45009, 40013 and 40125 were seen in its developers' community.
 */
export type Trouble =
  /** The code of `wx.login`, or of the phone number's button, is wrong, used, or older than five minutes. */
  | 'code'
  /** WeChat takes the customer for a risk. */
  | 'blocked'
  /** Too often within this minute. */
  | 'pace'
  /** The access token has run out, or a newer one has taken its place. */
  | 'token'
  /** WeChat is busy, or does not answer. */
  | 'silence'
  /** What may be asked in a day is used up. */
  | 'quota'
  /** The customer has not allowed a message, or has none left. */
  | 'refused'
  /** Only who runs the centre can mend it. */
  | 'setUp'

const troubles: ReadonlyMap<unknown, Trouble> = new Map([
  [-1, 'silence'],
  [40029, 'code'],
  [40163, 'code'],
  [40226, 'blocked'],
  [45011, 'pace'],
  [40001, 'token'],
  [40014, 'token'],
  [42001, 'token'],
  [43101, 'refused'],
  [43107, 'refused'],
  [43108, 'pace'],
  [45009, 'quota'],
])

const remedies: ReadonlyMap<unknown, string> = new Map([
  [40001, 'WeChat does not take the secret. Copy it anew from 开发管理 > 开发设置.'],
  [40003, 'WeChat does not know the openid for this mini program. Correct wechat.appId.'],
  [40013, 'WeChat does not know wechat.appId, or a code is of another mini program. Correct wechat.appId.'],
  [40125, 'WeChat does not take the secret. Copy it anew from 开发管理 > 开发设置.'],
  [40037, 'WeChat does not know the template. Copy templateId anew from 功能 > 订阅消息.'],
  [40164, 'WeChat does not take this address. Add it under 开发管理 > 开发设置 > IP白名单.'],
  [40243, 'The secret is frozen. Release it under 开发管理 > 开发设置.'],
  [41002, 'WeChat got no app id. Set wechat.appId.'],
  [41030, 'The mini program has no such page, or it begins with a slash. Correct page.'],
  [41004, 'WeChat got no secret. Set TCCC_WECHAT_SECRET.'],
  [45009, 'The quota of this day is used up. Clear it at WeChat, or wait for midnight in Beijing.'],
  [45168, 'The message has words that WeChat does not let through. Change data.'],
  [47003, 'A value does not fit its key. Correct data by the template at WeChat.'],
  [50007, 'The account of the mini program is frozen. See its notices at WeChat.'],
  [89503, 'An administrator of the mini program has to confirm this address. See the message in WeChat.'],
  [89506, 'An administrator has refused this address for 24 hours.'],
  [89507, 'An administrator has refused this address for an hour.'],
])

/** What WeChat, or the way to it, answered instead of what was asked for. The message holds no secret, code or name. */
export class WeChatFault extends Error {
  override readonly name = 'WeChatFault'

  constructor(
    readonly trouble: Trouble,
    message: string,
  ) {
    super(message)
  }
}

/** `rid` is WeChat's own number of the request, for its support. */
export function faultOf(errcode: unknown, errmsg: unknown): WeChatFault {
  const rid = /\brid: ?([\w-]+)/.exec(String(errmsg))?.[1]
  const what = `errcode ${String(errcode)}${rid === undefined ? '' : `, rid ${rid}`}`
  return new WeChatFault(troubles.get(errcode) ?? 'setUp', [what, remedies.get(errcode)].filter(Boolean).join(': '))
}
