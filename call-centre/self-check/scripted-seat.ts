import {
  concat,
  defer,
  EMPTY,
  filter,
  ignoreElements,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  tap,
  timer,
} from 'rxjs'
import { createLink } from 'tccc-wx-sdk/call'
import { seatDialect } from '../desk/shared/desk-dialect'
import type { SeatNotice } from '../server/desk-messages'
import { nodeSocket } from './node-client'

const isNotice = (event: { readonly type: string }): event is SeatNotice => event.type.startsWith('seat/')

/** A seat that has signed in with this cookie and answers whatever rings, after `answerAfterMs`. It is online while subscribed; each notice is told. */
export const scriptedSeat = (url: string, cookie: string, answerAfterMs: number): Observable<SeatNotice> =>
  defer(() => {
    const link = createLink({
      url: () => `${url.replace(/^http/, 'ws')}/seat`,
      openSocket: nodeSocket({ cookie }),
      token$: merge(of(''), NEVER),
      dialect: seatDialect,
    })
    const answer = ({ sessionId }: { readonly sessionId: string }) =>
      timer(answerAfterMs).pipe(
        tap(() => {
          link.send({ type: 'seat/answer', sessionId })
        }),
        ignoreElements(),
      )
    return link.open({ inCall: () => false }).pipe(
      tap(({ type }) => {
        if (type === 'line/up') link.send({ type: 'seat/signIn', desk: 'self-check' })
      }),
      filter(isNotice),
      mergeMap((notice) => concat(of(notice), notice.type === 'seat/incoming' ? answer(notice) : EMPTY)),
    )
  })
