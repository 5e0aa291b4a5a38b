import { isRole, mayAs, type Role } from '../accounts/account'
import type { Visitor } from '../accounts/staff'

/**
 * Who opens what. A route and a WebSocket that stand in no row cannot be declared: `createHttp` and `acceptUpgrades` look
 * each of theirs up here.
 *
 * - `probe`: anybody, under whatever name the machine is asked.
 * - `everybody`: anybody who asks under a name of ours.
 * - `scraper`: likewise, and its route asks for the token of `TCCC_METRICS_TOKEN`, or for a supervisor.
 * - `streamServer`: likewise, and its route asks for the key of `TCCC_RTMP_KEY`.
 * - `customer`: likewise, and what is said inside opens it: a customer's token, or the key of a room.
 * - a role: whoever is signed in and has it, or one above it.
 */
export type Opens = 'probe' | 'everybody' | 'scraper' | 'streamServer' | 'customer' | Role

export type AccessTable = Readonly<Record<string, Opens>>

/** `GET` speaks for `HEAD` too. */
export const access = {
  'GET /healthz': 'probe',
  'GET /readyz': 'probe',
  'GET /metrics': 'scraper',
  'POST /login': 'everybody',
  'POST /recordings': 'customer',
  'POST /rtmp': 'streamServer',
  'GET /records': 'supervisor',
  'GET /faults': 'administrator',
  'POST /faults': 'administrator',
  'DELETE /faults': 'administrator',

  'POST /api/sign-in': 'everybody',
  'POST /api/sign-in/link': 'everybody',
  'GET /api/me': 'seat',
  // Of the own calls; a supervisor gets the team's.
  'GET /api/calls': 'seat',
  'GET /api/calls.csv': 'seat',
  'GET /api/calls/:sessionId/recording': 'seat',
  'PUT /api/calls/:sessionId/recording': 'seat',
  'POST /api/sign-out': 'seat',
  'POST /api/password': 'seat',
  'GET /api/report': 'supervisor',
  'GET /api/accounts': 'administrator',
  'POST /api/accounts': 'administrator',
  'PATCH /api/accounts/:accountId': 'administrator',
  'POST /api/accounts/:accountId/link': 'administrator',
  'GET /api/accounts/groups': 'administrator',
  'GET /api/audit': 'administrator',
  'GET /api/customers/:userId': 'administrator',
  'DELETE /api/customers/:userId': 'administrator',
  'POST /api/keys/rotate': 'administrator',
  'GET /api/dead-letters': 'administrator',
  'POST /api/dead-letters/retry': 'administrator',
  'DELETE /api/dead-letters/:sessionId': 'administrator',

  'GET /sign-in/*': 'everybody',
  'GET /phone/*': 'everybody',
  'GET /workstation/*': 'seat',
  'GET /inspector/*': 'seat',
  'GET /history/*': 'seat',
  'GET /operator/*': 'supervisor',
  'GET /accounts/*': 'administrator',

  'WS /signalling': 'customer',
  'WS /room': 'customer',
  'WS /seat': 'seat',
  'WS /operator': 'supervisor',
} as const satisfies AccessTable

/** @throws when the table does not know it: somebody must say who opens it. */
export function whoOpens(table: AccessTable, method: string, path: string): Opens {
  const row = `${method === 'HEAD' ? 'GET' : method} ${path}`
  const opens = Object.hasOwn(table, row) ? table[row] : undefined
  if (opens === undefined) throw new Error(`access.ts does not say who opens ${row}.`)
  return opens
}

export type Verdict = 'welcome' | 'signInFirst' | 'forbidden'

export function judge(opens: Opens, visitor: Visitor | undefined): Verdict {
  if (!isRole(opens)) return 'welcome'
  if (!visitor) return 'signInFirst'
  return mayAs(visitor.account.role, opens) ? 'welcome' : 'forbidden'
}
