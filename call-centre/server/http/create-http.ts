import { randomBytes } from 'node:crypto'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyPluginCallback,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Visitor } from '../accounts/staff'
import type { TlsConfig } from '../config/centre-config'
import { limits } from '../limits'
import { access, judge, whoOpens, type AccessTable, type Verdict } from './access'
import { fault, give } from './answer'
import type { Origins } from './origin'
import { pageHeaders, type PageSettings } from './page-headers'
import { readToEnd } from './read-to-end'
import { createServer } from './server'
import type { SignInCookie } from './sign-in-cookie'
import { servedPages, staticPages, type StaticRoots } from './static-pages'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in and asks; undefined: a stranger. */
    visitor: Visitor | undefined
  }
}

export interface HttpParts extends PageSettings {
  readonly origins: Origins
  readonly cookie: Pick<SignInCookie, 'visitorOf'>
  readonly staticRoots: StaticRoots
  /** How long a request may take to arrive. */
  readonly timeoutMs: number
  /** Absent: it speaks no TLS. */
  readonly tls?: TlsConfig | undefined
  readonly log: (line: string) => void
  readonly routes: readonly FastifyPluginCallback[]
}

const foreignName = fault(
  403,
  'FORBIDDEN',
  'This call centre answers to its own names only. Its configuration may list others in hosts.',
)
const foreignPage = fault(403, 'FORBIDDEN', 'A page of another origin cannot do this.')
const signInFirst = fault(401, 'SIGN_IN_REQUIRED', 'Sign in first, at /sign-in/.')
const otherRole = fault(403, 'FORBIDDEN', 'Your account may not do this. Ask an administrator.')
const nothing = fault(404, 'NOT_FOUND', 'There is nothing here.')
const tooLarge = (bytes: number) => fault(413, 'BODY_TOO_LARGE', `The body has more than ${bytes} bytes.`)
const malformed = fault(400, 'BODY_INVALID', 'The body is not JSON.')
const misshapen = (message: string) => fault(400, 'BODY_INVALID', `The body does not fit: ${message}.`)
const broken = fault(500, 'INTERNAL', 'The call centre has a fault. Its log says more.')

/** Everything that is not a WebSocket: what is the same for all routes. It does not listen yet. */
export function createHttp(parts: HttpParts): FastifyInstance {
  const { staticRoots, routes, timeoutMs } = parts
  const app = fastify({
    bodyLimit: limits.requestBytes,
    forceCloseConnections: true,
    genReqId: () => randomBytes(8).toString('hex'),
    serverFactory: (listener) => createServer(listener, serverOptions(timeoutMs), parts.tls, parts.log),
    // What does not fit is refused, not made to fit.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    frameworkErrors: (_error, request, reply) =>
      void give(reply.headers(pageHeaders(pathOf(request.url), parts)), nothing),
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(pageHeaders(pathOf(request.url), parts))
    done()
  })
  readToEnd(app)
  readJsonOnly(app)
  guard(app, { ...servedPages(staticRoots), ...access }, parts)
  answerFaults(app, parts.log)
  for (const plugin of [...routes, staticPages(staticRoots)]) app.register(plugin)
  return app
}

/** A client that takes longer to ask is let go. */
export const serverOptions = (timeoutMs: number) => ({
  requestTimeout: timeoutMs,
  headersTimeout: timeoutMs,
  connectionsCheckingInterval: Math.ceil(timeoutMs / 10),
})

/** A plugin of routes, which are declared in one go. */
export function routes(declare: (app: FastifyInstance) => void): FastifyPluginCallback {
  return (app, _options, done) => {
    declare(app)
    done()
  }
}

/** Whatever a client calls its body, as a mini program may forget to say. */
function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, app.getDefaultJsonParser('ignore', 'ignore'))
}

/** Asks each request for what the row of its route wants, before anything else is done for it. */
function guard(app: FastifyInstance, table: AccessTable, { origins, cookie }: HttpParts): void {
  app.decorateRequest('visitor', undefined)
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) whoOpens(table, each, url)
  })
  app.addHook('onRequest', (request, reply, done) => {
    const { raw, routeOptions, method } = request
    const opens = routeOptions.url === undefined ? 'everybody' : whoOpens(table, method, routeOptions.url)
    request.visitor = cookie.visitorOf(raw)
    const verdict = judge(opens, request.visitor)
    if (opens !== 'probe' && !origins.isOwnHost(raw)) give(reply, foreignName)
    // A page of another origin may post without a word of ours, and the browser adds the cookies.
    else if (changes(method) && !origins.isOwnOrigin(raw)) give(reply, foreignPage)
    else if (verdict !== 'welcome') turnAway(request, reply, verdict)
    else done()
  })
}

/** Whoever opens a page is led to the sign-in, and from there back. */
function turnAway(request: FastifyRequest, reply: FastifyReply, verdict: Exclude<Verdict, 'welcome'>): void {
  const opensPage = request.headers.accept?.includes('text/html') === true && !changes(request.method)
  if (opensPage) reply.redirect(`/sign-in/?to=${encodeURIComponent(request.url)}`, 303)
  else give(reply, verdict === 'signInFirst' ? signInFirst : otherRole)
}

const changes = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

function answerFaults(app: FastifyInstance, log: (line: string) => void): void {
  app.setNotFoundHandler((_request, reply) => give(reply, nothing))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.statusCode === 413) return give(reply, tooLarge(request.routeOptions.bodyLimit))
    if (error.validation) return give(reply, misshapen(error.message))
    if (error.statusCode === 400) return give(reply, malformed)
    log(`${request.method} ${pathOf(request.url)}: ${error.stack ?? error.message}`)
    return give(reply, broken)
  })
}

const pathOf = (url: string): string => url.replace(/[?#].*$/, '')
