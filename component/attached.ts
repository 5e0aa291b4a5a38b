/** How a component that follows a stream begins with its page, and lets go with it. */
import { Subscription } from 'rxjs'
import { afterSetData } from '../lib/entries/index'

export interface Attached {
  following: Subscription
}

export interface Follows {
  /** What it stands in, and the page that it is on, are there by then. */
  follow(): Subscription
}

export const whileAttached = {
  attached(this: Attached & Follows): void {
    const following = new Subscription()
    this.following = following
    // What stands around it is attached after it.
    afterSetData(() => {
      if (!following.closed) following.add(this.follow())
    })
  },
  detached(this: Attached): void {
    this.following.unsubscribe()
  },
}
