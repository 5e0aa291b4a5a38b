/** A page of the desk: where it came from, where its sockets are, and how long it lives. */
import type { Subscription } from 'rxjs'

/** Where this page came from. Its sockets are on the same host. */
export const pageAddress = new URL(location.href)

/** The WebSocket address of a path on the page's own host. */
export const socketAt = (path: string): string =>
  `${pageAddress.protocol === 'https:' ? 'wss:' : 'ws:'}//${pageAddress.host}${path}`

/** Ends `running` when the page goes away. A page that the browser takes out of its cache again starts anew. */
export const untilPageHides = (running: Subscription): void => {
  window.addEventListener('pagehide', () => {
    running.unsubscribe()
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
