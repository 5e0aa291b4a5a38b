import { type Callbacks, fail, succeed } from './callbacks'

/** The guide's host is this page's own call centre, and no other host is on the white list. */
const HOST = /^(https|wss):\/\/api\.tccc\.qcloud\.com(?=\/|$)/

export const NOT_IN_DOMAIN_LIST = 600002

/** The address that the phone really calls, or null when WeChat would refuse the host. */
export const reachable = (url: string): string | null => {
  const scheme = HOST.exec(url)?.[1]
  if (scheme === undefined) return null
  const origin = scheme === 'wss' ? location.origin.replace(/^http/, 'ws') : location.origin
  return url.replace(HOST, origin)
}

interface RequestResult {
  readonly statusCode: number
  readonly data: unknown
  readonly header: Readonly<Record<string, string>>
  readonly errMsg: string
}

interface RequestOptions extends Callbacks<RequestResult> {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Readonly<Record<string, string>>
  readonly timeout?: number
}

const DEFAULT_TIMEOUT_MS = 60_000

/** WeChat gives what is not JSON as text. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const answer = async (url: string, options: RequestOptions, signal: AbortSignal): Promise<RequestResult> => {
  const { method = 'GET', data, header } = options
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...header },
    signal: AbortSignal.any([signal, AbortSignal.timeout(options.timeout ?? DEFAULT_TIMEOUT_MS)]),
    ...(data === undefined || method === 'GET' ? {} : { body: JSON.stringify(data) }),
  })
  return {
    statusCode: response.status,
    data: parsed(await response.text()),
    header: Object.fromEntries(response.headers),
    errMsg: 'request:ok',
  }
}

export const requestApi = {
  request: (options: RequestOptions) => {
    const url = reachable(options.url)
    const abortion = new AbortController()
    if (url === null) {
      fail(options, { errMsg: 'request:fail url not in domain list', errno: NOT_IN_DOMAIN_LIST })
    } else {
      answer(url, options, abortion.signal).then(
        (result) => {
          succeed(options, result)
        },
        (error: unknown) => {
          fail(options, { errMsg: `request:fail ${error instanceof Error ? error.message : ''}`.trim() })
        },
      )
    }
    return {
      abort: () => {
        abortion.abort()
      },
    }
  },
}
