/** A customer of the day, through the SDK: what the phone does, without its voice. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { EMPTY, filter, firstValueFrom, map, merge, mergeMap, NEVER, type Observable, of, take, timer } from 'rxjs'
import { createCall, createLink, hangUp, type Intent, sendDigits, type Session, startCall } from 'tccc-wx-sdk/call'
import { dialLimit, whilePhase } from 'tccc-wx-sdk/policies'
import { openNodeSocket } from '../../../call-centre/self-check/node-client'
import type { Customer } from './script'

const SHORT_MS = 50

/** How the call ended, as the customer's phone knows it. */
export interface CustomerEnd {
  readonly endStatus: string
  readonly closeBy: string
}

const logIn = async (url: string, sdkAppId: string, name: string): Promise<string> => {
  const body = JSON.stringify({ sdkAppId, jsCode: `${name}-${randomUUID()}` })
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  if (!response.ok) throw new Error(`the log-in of ${name} was answered with HTTP ${String(response.status)}`)
  return ((await response.json()) as { readonly token: string }).token
}

/** What the customer does to the call as it goes on. */
const deeds = ({ does, lastsMs, channelId }: Customer, session$: Observable<Session>): Observable<Intent> => {
  const inMenu$ = session$.pipe(
    filter((session) => session.phase === 'ivr' && session.ivr !== null),
    take(1),
    mergeMap(() => timer(SHORT_MS)),
    map(() => (does === 'leavesTheMenu' ? hangUp() : sendDigits('1'))),
  )
  const talked$ = session$.pipe(
    whilePhase('talking', () => (does === 'talks' ? timer(lastsMs) : EMPTY)),
    map(() => hangUp()),
  )
  // Whoever was answered just before is gone all the same.
  const gaveUp$ = session$.pipe(
    filter(({ phase }) => phase === 'waiting' || phase === 'ringing'),
    take(1),
    mergeMap(() => timer(lastsMs)),
    map(() => hangUp()),
  )
  return merge(of(startCall({ channelId })), inMenu$, talked$, does === 'givesUp' ? gaveUp$ : EMPTY)
}

/** Calls, and resolves when the call is over. */
export const callOf = async (customer: Customer, url: string, sdkAppId: string): Promise<CustomerEnd> => {
  const token = await logIn(url, sdkAppId, customer.name)
  const link = createLink({
    url: () => `${url.replace(/^http/, 'ws')}/signalling`,
    openSocket: openNodeSocket,
    token$: merge(of(token), NEVER),
  })
  const call = createCall({ link, media$: NEVER, environment$: NEVER }, { policies: [dialLimit()] })
  const ended$ = call.session$.pipe(mergeMap((session) => (session.phase === 'ended' ? [session.end] : [])))
  const over = firstValueFrom(ended$)
  const watching = call.session$.subscribe()
  const doing = deeds(customer, call.session$).subscribe((intent) => {
    call.dispatch(intent)
  })
  const { endStatus, closeBy } = await over
  doing.unsubscribe()
  // The centre hears of a hang-up before the line is gone.
  await pause(SHORT_MS)
  watching.unsubscribe()
  return { endStatus, closeBy }
}
