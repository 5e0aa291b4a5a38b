/** A page's line to the centre: a socket that comes back by itself and says how it is. */
import { Observable, catchError, concat, defer, of, startWith, switchMap, tap, timer } from 'rxjs'

export type LinkEvent =
  | { readonly type: 'link/connecting' }
  | { readonly type: 'link/up' }
  | { readonly type: 'link/lost'; readonly code: number; readonly retryMs: number }

/** Close code: the server gave this place to another page (PROTOCOL.md §3.5): coming back would take it away again. */
export const TAKEN_OVER = 4409
const FIRST_RETRY_MS = 300
const LONGEST_RETRY_MS = 5000

/** How long to wait before try number `attempt` (0 is the first): doubles, up to five seconds. */
export const retryMs = (attempt: number): number => Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt)

class Lost extends Error {
  constructor(readonly code: number) {
    super(`the socket closed with ${code}`)
  }
}

const parse = (data: unknown): unknown => {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}

interface Frame {
  readonly type: string
}

const isFrame = (value: unknown): value is Frame =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function openOnce<Notice extends Frame, Command>(
  url: string,
  command$: Observable<Command>,
): Observable<Notice | LinkEvent> {
  return new Observable((page) => {
    const socket = new WebSocket(url)
    const sending = command$.subscribe((command) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(command))
    })
    socket.onopen = () => {
      page.next({ type: 'link/up' })
    }
    socket.onmessage = ({ data }) => {
      const notice = parse(data)
      if (isFrame(notice)) page.next(notice as Notice)
    }
    socket.onclose = ({ code }) => {
      page.error(new Lost(code))
    }
    return () => {
      socket.onclose = null
      sending.unsubscribe()
      socket.close(1000)
    }
  })
}

/**
 * Opens `url`, emits what it says and how the line is, and comes back after a loss, except after a take-over.
 * Commands given while the line is down are dropped: the page knows the line and disables its buttons. Unsubscribing
 * closes the socket.
 */
export function pageLink<Notice extends Frame, Command>(
  url: string,
  command$: Observable<Command>,
): Observable<Notice | LinkEvent> {
  return defer(() => {
    let attempt = 0
    return openOnce<Notice, Command>(url, command$).pipe(
      startWith<Notice | LinkEvent>({ type: 'link/connecting' }),
      // Only a server that speaks is back; one that accepts and closes at once must not be asked without a pause.
      tap(({ type }) => {
        if (!type.startsWith('link/')) attempt = 0
      }),
      catchError((fault: unknown, again$) => {
        if (!(fault instanceof Lost)) throw fault
        const waitMs = retryMs(attempt++)
        const lost$ = of<LinkEvent>({ type: 'link/lost', code: fault.code, retryMs: waitMs })
        return fault.code === TAKEN_OVER ? lost$ : concat(lost$, timer(waitMs).pipe(switchMap(() => again$)))
      }),
    )
  })
}
