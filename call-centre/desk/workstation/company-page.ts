/** The company's own page beside the call, as its CRM: where it is opened, and what it hears of the call. */
import {
  type Observable,
  distinctUntilChanged,
  filter,
  fromEvent,
  ignoreElements,
  map,
  switchMap,
  tap,
  withLatestFrom,
} from 'rxjs'
import type { CompanyPageConfig } from '../../server/config/centre-config'
import type { CallerInfo } from '../../server/desk-messages'
import { originsOf } from '../../server/config/company-page'
import { h, type View } from '../shared/h'
import type { Workstation } from './state'
import { isSame } from './when-changed'

type Known = Pick<CallerInfo, 'sessionId' | 'caller' | 'channel'> & {
  readonly nickName?: string | undefined
  readonly phoneNumber?: string | undefined
}

/** Each `{name}` becomes what is known of the call, escaped. */
export const companyAddress = (address: string, call: Known, seatId: string): string => {
  const { sessionId, caller, channel, nickName = '', phoneNumber = '' } = call
  const known: Readonly<Record<string, string>> = { sessionId, caller, channel, nickName, phoneNumber, seatId }
  return address.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? ''))
}

/** It is another page's own: it runs, keeps its sign-in and sends its forms, and leaves the desk alone. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads'

export const companyFrame = ({ address }: CompanyPageConfig, call: Known, seatId: string, title: string): View =>
  h('iframe', {
    ...{ class: 'company-page', key: `company-${call.sessionId}`, title },
    ...{ src: companyAddress(address, call, seatId), sandbox: SANDBOX, allow: '', referrerpolicy: 'no-referrer' },
  })

/** What the page may know of the call: what it could have in its address, and the phase. */
const callFor = ({ call, who }: Workstation): object => {
  if (call === null) return { type: 'tccc/call', call, seatId: who?.seatId }
  const { phase, sessionId, caller, channel, media, ivrPath, nickName, phoneNumber } = call
  const told = { phase, sessionId, caller, channel, media, ivrPath, nickName, phoneNumber }
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { type: 'tccc/call', call: known, seatId: who?.seatId }
}

const asks = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'tccc/ready'

interface Frame {
  readonly postMessage: (message: unknown, origin: string) => void
}

/** The frame's window, while there is one. */
export const companyWindow = (): Frame | null =>
  document.querySelector<HTMLIFrameElement>('iframe.company-page')?.contentWindow ?? null

/**
 * A page in the frame that says `{ type: 'tccc/ready' }` from an allowed origin is told of the call, now and at each change;
 * one that does not ask hears nothing. Never emits.
 */
export const companyMessages = (
  page: EventTarget,
  frameOf: () => Frame | null,
  state$: Observable<Workstation>,
): Observable<never> =>
  fromEvent<MessageEvent>(page, 'message').pipe(
    withLatestFrom(state$),
    filter(([{ origin, data, source }, { choices }]) => {
      const allowed = choices.companyPage ? originsOf(choices.companyPage) : []
      return allowed.includes(origin) && source === frameOf() && asks(data)
    }),
    map(([{ origin }]) => origin),
    switchMap((origin) =>
      state$.pipe(
        map(callFor),
        distinctUntilChanged(isSame),
        tap((message) => frameOf()?.postMessage(message, origin)),
      ),
    ),
    ignoreElements(),
  )
