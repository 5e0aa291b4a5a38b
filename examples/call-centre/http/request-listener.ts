import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFault, type FaultBoard } from '../faults/fault-board'
import type { Answer } from '../login/login'
import type { Post } from '../state/post'
import { readJson } from './json-body'
import { isOwnHost, isOwnOrigin } from './origin'
import { findStatic, type StaticRoots } from './static-files'

interface Routes {
  readonly login: (request: unknown) => Answer
  /** Answers about what changed wait for it. */
  readonly post: Post
  readonly records: () => readonly object[]
  readonly staticRoots: StaticRoots
  /** Absent: nobody can arrange faults. */
  readonly board: FaultBoard | undefined
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
    routes.post.send(() => {
      send(response, status, body)
    })
  } else if (pathname === '/healthz' && reads) {
    send(response, 200, { ok: true })
  } else if (pathname === '/records' && reads) {
    if (isOwnHost(request.headers.host, routes.host)) send(response, 200, routes.records())
    else send(response, 403, { code: 'FORBIDDEN', message: 'Records are shown to this machine only.' })
  } else if (pathname === '/faults' && routes.board && isOwn(request, routes)) {
    await arrange(routes.board, request, response)
  } else {
    await sendStatic(routes.staticRoots, reads ? pathname : '', response)
  }
}

/** Not a page of somebody else's, nor a name that somebody has pointed here. */
function isOwn({ headers }: IncomingMessage, { host }: Routes): boolean {
  return isOwnHost(headers.host, host) && isOwnOrigin(headers.origin, host)
}

/** `POST` arms a fault, `DELETE` takes all away; both answer with those that are still to come, as `GET` does. */
async function arrange(board: FaultBoard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'DELETE') board.clear()
  if (request.method === 'POST') {
    const fault = readFault(await readJson(request))
    if (!fault) {
      send(response, 400, { code: 'FAULT_INVALID', message: 'Give kind, direction and message.' })
      return
    }
    board.arm(fault)
  }
  send(response, 200, { armed: board.armed() })
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
