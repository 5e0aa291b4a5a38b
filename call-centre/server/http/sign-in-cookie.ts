import { parse, serialize } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { Staff, Visitor } from '../accounts/staff'
import type { Origins } from './origin'

/** Half a year. Whether a sign-in is good is the centre's word, not the browser's. */
const lifeSeconds = 15_552_000

/** The cookies of the staff: who is signed in, and in which browsers somebody was before. */
export interface SignInCookie {
  visitorOf(request: IncomingMessage): Visitor | undefined
  /** By which this browser is known; see `guessing.ts`. */
  knownBrowser(request: IncomingMessage): string | undefined
  give(request: FastifyRequest, reply: FastifyReply, token: string, known: string): void
  take(request: FastifyRequest, reply: FastifyReply): void
}

export function createSignInCookie(staff: Pick<Staff, 'visitor'>, origins: Origins): SignInCookie {
  const nameOf = (request: IncomingMessage, name: string): string =>
    // Cookies know no ports; two centres of one machine have signs of their own. `__Host-`: no other host can set it.
    origins.isSecure(request) ? `__Host-tccc-${name}` : `tccc-${name}-${request.socket.localPort}`
  const read = (request: IncomingMessage, name: string): string | undefined =>
    parse(request.headers.cookie ?? '')[nameOf(request, name)]
  const set = (
    { raw }: FastifyRequest,
    reply: FastifyReply,
    name: string,
    value: string,
    maxAge = lifeSeconds,
  ): void => {
    const cookie = serialize(nameOf(raw, name), value, {
      ...{ path: '/', httpOnly: true, sameSite: 'strict', maxAge },
      secure: origins.isSecure(raw),
    })
    reply.header('set-cookie', cookie)
  }
  return {
    visitorOf: (request) => staff.visitor(read(request, 'sign-in') ?? ''),
    knownBrowser: (request) => read(request, 'known'),
    give(request, reply, token, known) {
      set(request, reply, 'sign-in', token)
      set(request, reply, 'known', known)
    },
    take(request, reply) {
      set(request, reply, 'sign-in', '', 0)
    },
  }
}
