import { must } from './server-frame'

/** Where customers log in: PROTOCOL.md §2. */
export interface LogInDoor {
  readonly url: string
  readonly sdkAppId: string
  readonly limitMs: number
}

export interface LogInAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

export const postLogIn = async (door: LogInDoor, body: string): Promise<LogInAnswer> => {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(door.limitMs)
  const response = await fetch(door.url, { method: 'POST', headers, body, signal, redirect: 'error' })
  const answer: unknown = await response.json().catch(() => undefined)
  must(isRecord(answer), `the log-in was answered with HTTP ${response.status} and no JSON object`)
  return { status: response.status, body: answer }
}

export const bodyOf = (door: LogInDoor, jsCode: string): string =>
  JSON.stringify({ sdkAppId: door.sdkAppId, jsCode, mobileEnv: 'x', mobileIv: 'y' })

/** The token of a good log-in. */
export const logIn = async (door: LogInDoor, jsCode: string): Promise<string> => {
  const { status, body } = await postLogIn(door, bodyOf(door, jsCode))
  const { token, expiresAt, expiresInMs = 1, userId, code } = body
  must(status === 200, `the log-in was answered with HTTP ${status} ${String(code)}`)
  must(typeof token === 'string' && /^[A-Za-z0-9._-]+$/.test(token), 'the token has letters that no opening can carry')
  must(typeof expiresAt === 'number' && expiresAt > Date.now(), 'expiresAt is not in the future, in milliseconds')
  must(typeof expiresInMs === 'number' && expiresInMs > 0, 'expiresInMs is no duration above 0')
  must(typeof userId === 'string' && userId !== '', 'there is no userId')
  return token
}
