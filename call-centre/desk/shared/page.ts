/** A page's subscriptions end with the page. */
import type { Subscription } from 'rxjs'

/** Ends `running` when the page goes away. A page that the browser takes out of its cache again starts anew. */
export const untilPageHides = (running: Subscription): void => {
  window.addEventListener('pagehide', () => {
    running.unsubscribe()
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
