/** What a client of the call centre needs in Node: a log-in, a sign-in, and a socket. */
import { Subject } from 'rxjs'
import type { OpenSocket, SocketEvent } from 'tccc-wx-sdk/call'
import { WebSocket } from 'ws'

const VANISHED = 1006

/** Logs a customer in at the call centre at `url` (PROTOCOL.md §2). Rejects when it is refused. */
export const logInForToken = async (url: string, sdkAppId: string): Promise<string> => {
  const body = JSON.stringify({ sdkAppId, jsCode: `self-check-${String(Date.now())}` })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/login`, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`the log-in was answered with HTTP ${String(response.status)}`)
  const { token } = (await response.json()) as { readonly token: string }
  return token
}

/** Signs staff in by a one-time link that asks for no password; the answer is the header `cookie` of what follows. */
export const cookieBy = async (link: string): Promise<string> => {
  const { origin, hash } = new URL(link)
  const body = JSON.stringify({ code: hash.slice(1) })
  const response = await fetch(`${origin}/api/sign-in/link`, { method: 'POST', body })
  if (!response.ok) throw new Error(`the sign-in was answered with HTTP ${String(response.status)}`)
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.replace(/;.*/, ''))
  return cookies.join('; ')
}

/** The SDK's socket over `ws`. A socket that fails is told by its close, which always follows. */
export const nodeSocket =
  (headers: Readonly<Record<string, string>> = {}): OpenSocket =>
  (url, protocols) => {
    const event$ = new Subject<SocketEvent>()
    const socket = new WebSocket(url, [...protocols], { headers })
    socket.on('open', () => {
      event$.next({ type: 'open' })
    })
    socket.on('message', (data: Buffer) => {
      event$.next({ type: 'frame', frame: data.toString() })
    })
    socket.on('error', () => undefined)
    socket.on('close', (code: number, reason: Buffer) => {
      event$.next({ type: 'closed', code: code === 1005 ? VANISHED : code, reason: reason.toString() })
      event$.complete()
    })
    return {
      event$,
      send: (frame) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(frame)
      },
      close: (code, reason) => {
        socket.close(code, reason)
      },
    }
  }

export const openNodeSocket: OpenSocket = nodeSocket()
