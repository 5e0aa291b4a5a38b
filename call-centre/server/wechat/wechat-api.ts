import { catchError, defer, firstValueFrom, mergeMap, Observable, raceWith, retry, throwError } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'
import type { Clock } from '../sessions/clock'
import { faultOf, WeChatFault } from './trouble'

/** Three tries of three seconds: a phone waits twenty seconds for its log-in. */
const patienceMs = 3_000
const betweenTriesMs: readonly number[] = [250, 750]

export interface WeChatRequest {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** Absent: a GET. */
  readonly body?: object
}

export type WeChatAnswer = Readonly<Record<string, unknown>>

/** Asks WeChat's server API; tries again while it is busy or silent. Rejects with a `WeChatFault`. */
export type AskWeChat = (request: WeChatRequest) => Promise<WeChatAnswer>

/** `apiUrl`: without a slash at the end. `pausesMs`: before it is tried again; none: it is not. */
export function createWeChatApi(apiUrl: string, clock: Clock, pausesMs = betweenTriesMs): AskWeChat {
  return (request) =>
    firstValueFrom(
      defer(() => ask(apiUrl, request)).pipe(
        raceWith(
          after(clock, patienceMs).pipe(
            mergeMap(() => throwError(() => new WeChatFault('silence', `no answer within ${patienceMs} ms`))),
          ),
        ),
        retry({ delay: (fault: unknown, attempt) => again(clock, fault, pausesMs[attempt - 1]) }),
      ),
    )
}

function ask(apiUrl: string, { path, query = {}, body }: WeChatRequest): Observable<WeChatAnswer> {
  const sent =
    body === undefined
      ? { method: 'GET' }
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return fromFetch(`${apiUrl}${path}?${new URLSearchParams(query).toString()}`, {
    ...sent,
    redirect: 'error',
    selector: read,
  }).pipe(catchError((cause: unknown) => throwError(() => silence(cause))))
}

async function read(response: Response): Promise<WeChatAnswer> {
  const text = await response.text()
  if (!response.ok) throw new WeChatFault('silence', `HTTP ${response.status}`)
  const answer = parse(text)
  // Success is 0, or no errcode at all.
  if (Number(answer['errcode'] ?? 0) !== 0) throw faultOf(answer['errcode'], answer['errmsg'])
  return answer
}

function parse(text: string): WeChatAnswer {
  try {
    return Object(JSON.parse(text)) as WeChatAnswer
  } catch {
    throw new WeChatFault('silence', 'the answer is not JSON')
  }
}

/** The words of a failed request may hold its address, and that holds the secret: only the name of the fault is kept. */
function silence(cause: unknown): WeChatFault {
  if (cause instanceof WeChatFault) return cause
  const { code } = Object((cause as Error).cause) as { readonly code?: unknown }
  return new WeChatFault('silence', `no connection${typeof code === 'string' ? `: ${code}` : ''}`)
}

function again(clock: Clock, fault: unknown, pauseMs: number | undefined): Observable<unknown> {
  const waits = fault instanceof WeChatFault && fault.trouble === 'silence' && pauseMs !== undefined
  return waits ? after(clock, pauseMs) : throwError(() => fault)
}

function after(clock: Clock, ms: number): Observable<void> {
  return new Observable((over) =>
    clock.after(ms, () => {
      over.next()
    }),
  )
}
