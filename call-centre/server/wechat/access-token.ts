import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { WeChatFault } from './trouble'
import type { AskWeChat, WeChatAnswer } from './wechat-api'

/** In its last five minutes WeChat gives a new token, and takes both. */
const renewBeforeMs = 300_000

/** Runs a request with the access token of the app: one is fetched for all, and a retired one is replaced once. */
export type WithAccessToken = (run: (accessToken: string) => Promise<WeChatAnswer>) => Promise<WeChatAnswer>

interface App {
  readonly appId: string
  readonly secret: string
}

interface Held {
  readonly accessToken: string
  readonly until: number
}

/**
 * The stable token (`POST /cgi-bin/stable_token`): fetching it retires no token that another program of the company holds,
 * as an ordinary one would. It is never forced: that may be done twenty times a day, and kills the others'.
 * Kept in the store: WeChat counts how often it is asked for one.
 */
export function createAccessToken(ask: AskWeChat, clock: Clock, app: App, shelf: Shelf): WithAccessToken {
  const kept = (shelf.all(shelfKind) as ReadonlyMap<string, Held>).get(app.appId)
  let held = kept && Promise.resolve(kept)
  const renew = (): Promise<Held> => {
    const fetched = fetchToken(ask, clock, app, shelf)
    held = fetched
    fetched.catch(() => {
      if (held === fetched) held = undefined
    })
    return fetched
  }
  const current = async (): Promise<Held> => {
    const known = held
    if (known === undefined) return renew()
    const { until } = await known
    return until > clock.now() ? known : held === known ? renew() : current()
  }
  return async (run) => {
    const mine = await current()
    try {
      return await run(mine.accessToken)
    } catch (fault) {
      if (!(fault instanceof WeChatFault && fault.trouble === 'token')) throw fault
      // Somebody may have replaced it meanwhile; whoever comes second takes that one.
      if ((await held) === mine) held = undefined
      return run((await current()).accessToken)
    }
  }
}

const shelfKind = 'accessToken'

async function fetchToken(ask: AskWeChat, clock: Clock, { appId, secret }: App, shelf: Shelf): Promise<Held> {
  const body = { grant_type: 'client_credential', appid: appId, secret }
  const { access_token: accessToken, expires_in: seconds } = await ask({ path: '/cgi-bin/stable_token', body })
  if (typeof accessToken !== 'string') throw new WeChatFault('silence', 'the answer holds no access_token')
  const lifeMs = Number(seconds) * 1_000
  const token = { accessToken, until: clock.now() + Math.max(lifeMs - renewBeforeMs, lifeMs / 2) }
  shelf.put(shelfKind, appId, () => token)
  return token
}
