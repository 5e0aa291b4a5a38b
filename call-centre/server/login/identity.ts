/** What a customer's app sends beside the `sdkAppId`: PROTOCOL.md §2. */
export interface LogInFields {
  readonly jsCode: string
  readonly dataEnv?: string | undefined
  readonly dataIv?: string | undefined
  readonly mobileEnv?: string | undefined
  readonly mobileIv?: string | undefined
  readonly mobileCode?: string | undefined
}

export interface Identity {
  readonly userId: string
  /** Under which WeChat takes messages to this customer; nobody is told. */
  readonly openid?: string
  /** What the customer has given of a profile. */
  readonly nickName?: string
  readonly avatarUrl?: string
  /** With the country's code, without a `+` for China's: as WeChat says it. */
  readonly phoneNumber?: string
}

/**
 * Why nobody is logged in: the code is not good; WeChat blocks the customer; too many within this minute; or it cannot be
 * found out who it is, which the log explains.
 */
export type Refusal = 'code' | 'blocked' | 'pace' | 'unavailable'

/** Who brings this code: a customer, or why nobody. Never rejects. */
export type Identify = (fields: LogInFields) => Promise<Identity | Refusal>
