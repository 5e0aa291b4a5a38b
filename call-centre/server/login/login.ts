import type { CentreConfig } from '../config/centre-config'
import type { CustomerBook } from '../customers/customer-details'
import { fault, type Answer } from '../http/answer'
import { limits } from '../limits'
import type { LogInResult } from '../observe/events'
import type { Clock } from '../sessions/clock'
import { createPace, createPaces, type Pace } from '../signalling/pace'
import type { Identify, LogInFields, Refusal } from './identity'
import type { Tokens } from './tokens'

export interface Outcome {
  readonly answer: Answer
  readonly result: LogInResult
  readonly userId?: string
}

/** `POST /login` of PROTOCOL.md §2. */
export interface LogIn {
  /** A request comes from this source. The answer refuses it, before its body is read. */
  readonly knock: (source: string) => Outcome | undefined
  /** What is said to this body. */
  readonly enter: (body: unknown) => Promise<Outcome>
}

/** WeChat counts by the minute. */
const retryAfterMs = 60_000

const noApp = fault(400, 'BODY_INVALID', 'The body is no object with an sdkAppId.')
const otherApp = fault(404, 'SDK_APP_ID_UNKNOWN', 'No call centre has this sdkAppId.')

const refusals: Readonly<Record<Refusal, Outcome>> = {
  code: {
    result: 'code',
    answer: fault(400, 'JS_CODE_INVALID', 'The jsCode is missing, used or expired. Call wx.login again.'),
  },
  blocked: {
    result: 'blocked',
    answer: fault(403, 'LOGIN_BLOCKED', 'WeChat takes this account for a risk, and logs it in nowhere.'),
  },
  pace: tooMany(retryAfterMs),
  unavailable: {
    result: 'unavailable',
    answer: fault(503, 'LOGIN_UNAVAILABLE', 'Nobody can be logged in at the moment. Try again later.'),
  },
}

export function createLogin(
  config: Pick<CentreConfig, 'sdkAppId' | 'tokenLifeMs' | `maxLoginsPerMinute${'' | 'OfSource' | 'OfCustomer'}`>,
  clock: Clock,
  tokens: Tokens,
  identify: Identify,
  books: readonly Pick<CustomerBook, 'note'>[],
): LogIn {
  const everybody = createPace(clock, perMinute(config.maxLoginsPerMinute))
  const sources = createPaces(clock, perMinute(config.maxLoginsPerMinuteOfSource))
  const pacesOfCustomers = createPaces(clock, perMinute(config.maxLoginsPerMinuteOfCustomer))
  const { sdkAppId, tokenLifeMs } = config
  const welcome = (userId: string): Outcome => {
    const life = { expiresAt: clock.date() + tokenLifeMs, expiresInMs: tokenLifeMs }
    const signedAt = clock.now()
    const token = tokens.sign({ sdkAppId, userId, signedAt, expiresAt: signedAt + tokenLifeMs })
    return { result: 'ok', userId, answer: { status: 200, body: { token, ...life, userId } } }
  }
  return {
    knock: (source) => limited(sources(source)),
    async enter(body) {
      const wish = readWish(body)
      if (typeof wish.sdkAppId !== 'string') return { result: 'invalid', answer: noApp }
      if (wish.sdkAppId !== sdkAppId) return { result: 'invalid', answer: otherApp }
      if (!('jsCode' in wish)) return refusals.code
      if (everybody.waitMs() > 0) return tooMany(everybody.waitMs())
      const known = await identify(wish)
      if (typeof known === 'string') return refusals[known]
      const { userId } = known
      // Only what is taken counts for all, so that nobody's refusals are another's.
      const tooOften = limited(pacesOfCustomers(userId)) ?? limited(everybody)
      if (tooOften) return { ...tooOften, userId }
      for (const book of books) book.note(known)
      return welcome(userId)
    },
  }
}

function perMinute(burst: number) {
  return { burst, perSecond: burst / 60 }
}

function limited(pace: Pace): Outcome | undefined {
  return pace.allows() ? undefined : tooMany(pace.waitMs())
}

function tooMany(waitMs: number): Outcome {
  const body = { retryAfterMs: waitMs }
  return { result: 'limited', answer: fault(429, 'TOO_MANY_REQUESTS', 'Too many log-ins. Try again later.', body) }
}

/** Of the other fields what is no text counts as not sent. */
function readWish(body: unknown): { readonly sdkAppId?: unknown } | (LogInFields & { readonly sdkAppId?: unknown }) {
  const { sdkAppId, jsCode, ...more } = Object(body) as Readonly<Record<string, unknown>>
  if (typeof jsCode !== 'string' || jsCode === '' || jsCode.length > limits.jsCodeUnits) return { sdkAppId }
  const text = (name: keyof LogInFields) => (typeof more[name] === 'string' ? more[name] : undefined)
  const profile = { dataEnv: text('dataEnv'), dataIv: text('dataIv') }
  const phone = { mobileEnv: text('mobileEnv'), mobileIv: text('mobileIv'), mobileCode: text('mobileCode') }
  return { sdkAppId, jsCode, ...profile, ...phone }
}
