/** The log-in of PROTOCOL.md §2, over HTTP. */
import { callError, type CallError } from '../../errors/call-error'
import type { Locale } from '../../errors/catalogue'
import type { ErrorCode } from '../../errors/codes'
import type { Credential, LogInRequest } from '../../link/gateway'
import type { PostJson } from '../../wx/request'

interface PostLogInPorts {
  readonly postJson: PostJson
  readonly url: () => string
  readonly locale: () => Locale
}

const CODES: ReadonlyMap<unknown, ErrorCode> = new Map([
  ['JS_CODE_INVALID', 'JS_CODE_INVALID'],
  ['SDK_APP_ID_UNKNOWN', 'SDK_APP_ID_UNKNOWN'],
  ['LOGIN_BLOCKED', 'LOGIN_BLOCKED'],
  ['TOO_MANY_REQUESTS', 'TOO_BUSY'],
])

const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined

export const createPostLogIn = (ports: PostLogInPorts): ((request: LogInRequest) => Promise<Credential>) => {
  const fail = (code: ErrorCode, cause?: string): CallError => callError(code, ports.locale(), cause)

  const failureOf = (status: number | 'hostNotAllowed' | 'noNetwork', body: unknown): CallError => {
    if (status === 'hostNotAllowed') return fail('HOST_NOT_ALLOWED', String(body))
    if (status === 'noNetwork') return fail('NETWORK', String(body))
    const code = field(body, 'code')
    return fail(CODES.get(code) ?? 'SERVER_ERROR', `HTTP ${String(status)} ${JSON.stringify(code ?? '')}`)
  }

  return (request) =>
    ports.postJson(ports.url(), request, {}).then(({ status, body }) => {
      if (status !== 200) throw failureOf(status, body)
      // What the answer holds is looked at where every gateway's is.
      return {
        token: field(body, 'token'),
        expiresAt: field(body, 'expiresAt'),
        expiresInMs: field(body, 'expiresInMs'),
        userId: field(body, 'userId'),
      } as Credential
    })
}
