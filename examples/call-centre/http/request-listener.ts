import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../login/login'
import { readJson } from './json-body'
import { isOwnHost } from './origin'
import { findStatic, type StaticRoots } from './static-files'

interface Routes {
  readonly login: (request: unknown) => Answer
  readonly records: () => readonly object[]
  readonly staticRoots: StaticRoots
  readonly host: string
}

/** Everything that is not a WebSocket. */
export function createRequestListener(routes: Routes): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    route(routes, request, response).catch(() => {
      // The connection broke while the request was read: nobody is left to be answered.
      response.destroy()
    })
  }
}

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pathname = (request.url ?? '/').replace(/[?#].*$/, '')
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (pathname === '/login' && request.method === 'POST') {
    const { status, body } = routes.login(await readJson(request))
    send(response, status, body)
  } else if (pathname === '/healthz' && reads) {
    send(response, 200, { ok: true })
  } else if (pathname === '/records' && reads) {
    if (isOwnHost(request.headers.host, routes.host)) send(response, 200, routes.records())
    else send(response, 403, { code: 'FORBIDDEN', message: 'Records are shown to this machine only.' })
  } else {
    await sendStatic(routes.staticRoots, reads ? pathname : '', response)
  }
}

async function sendStatic(roots: StaticRoots, pathname: string, response: ServerResponse): Promise<void> {
  const answer = await findStatic(roots, pathname)
  if (!answer) {
    send(response, 404, { code: 'NOT_FOUND', message: 'There is nothing here.' })
  } else if (answer.status === 301) {
    response.writeHead(301, { location: answer.location }).end()
  } else {
    response
      .writeHead(200, { 'content-type': answer.contentType, 'cache-control': 'no-store', ...harmless })
      .end(answer.body)
  }
}

const harmless = { 'x-content-type-options': 'nosniff' }

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...harmless })
    .end(JSON.stringify(body))
}
