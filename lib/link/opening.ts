/** How a line is opened, and for whom: the first socket, each next one, a log-in that comes or goes. PROTOCOL.md §3.1. */
import { SUB_PROTOCOL } from './messages'
import { forget } from './numbers'
import { type LinkState, NO_TROUBLE, NOTHING, type OpenLine, REST, type LinkStep } from './state'

/** Version and credential, and which link goes on from where. */
const protocolsOf = ({ token, linkId, seen }: LinkState): readonly string[] => {
  const opening = [SUB_PROTOCOL, `token.${token ?? ''}`]
  return linkId === null ? opening : [...opening, `resume.${linkId}.${String(seen)}`]
}

const openedNow = ({ at, token, linkId }: LinkState, id: number): OpenLine => ({
  is: 'open',
  id,
  token: token ?? '',
  resuming: linkId !== null,
  ready: false,
  openedAt: at,
  welcomedAt: null,
  heartbeatMs: Infinity,
  beatAt: Infinity,
  probedAt: null,
  askedAt: null,
  sentBeforeBeat: 0,
  slow: false,
  missedUpTo: null,
  can: undefined,
  spreadMs: undefined,
})

export const open = (link: LinkState): LinkStep => {
  const { at, line, trouble } = link
  const id = link.sockets + 1
  const pausedMs = line.is === 'pause' ? Math.min(at, line.retryAt) - line.since : 0
  return [
    {
      ...link,
      heardAt: at,
      sockets: id,
      line: openedNow(link, id),
      trouble: { ...trouble, elapsedMs: trouble.elapsedMs + pausedMs },
    },
    [
      { do: 'tell', event: { type: 'line/opening', attempt: trouble.tries } },
      { do: 'open', id, protocols: protocolsOf(link) },
    ],
  ]
}

/** Another link over another socket, for somebody who may be somebody else. */
export const openAfresh = (link: LinkState): LinkStep => {
  const [left, closing] = leave(link)
  const [opened, opening] = open(left)
  return [opened, closing.concat(opening)]
}

export const leave = (link: LinkState): LinkStep => [
  forget({ ...link, line: REST }),
  link.line.is === 'open' ? [{ do: 'close', code: 1000, reason: 'done' }] : NOTHING,
]

/** A line that works, or is on its way back, is not touched: it opens with the new credential the next time. */
export const onToken = (before: LinkState, token: string | null): LinkStep => {
  const link: LinkState = { ...before, token }
  const hasFailed = link.line.is === 'rest' || (link.line.is === 'pause' && link.line.retryAt === Infinity)
  if (token === null) return loggedOut(link)
  if (before.token === null) return openAfresh({ ...link, trouble: NO_TROUBLE })
  return hasFailed ? open({ ...link, trouble: NO_TROUBLE }) : [link, NOTHING]
}

/** Told while the socket is still there: a call that ends by it is hung up over it, and its seat is free at once. */
const loggedOut = (link: LinkState): LinkStep => [
  link.line.is === 'open' ? link : { ...link, line: REST },
  [
    { do: 'tell', event: { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' } },
    { do: 'next', input: { type: 'loggedOut' } },
  ],
]
