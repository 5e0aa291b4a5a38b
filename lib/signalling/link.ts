/** A numbered flow of messages that outlives its sockets (PROTOCOL.md §3). Loss is told, never hidden. */
import type { Observable } from 'rxjs'
import type { LineEvent } from '../events/event'
import type { ServerMessage } from '../events/messages'
import type { ClientMessage } from './messages'

export interface Situation {
  /** Whether a call hangs on the line now: it decides how long the line is tried again. */
  readonly inCall: () => boolean
}

export interface Link {
  /**
   * Subscribing opens the line, unsubscribing closes it: no socket, no timer is left. Errors for a second subscriber only:
   * a link serves one call.
   */
  open(situation: Situation): Observable<LineEvent | ServerMessage>
  /** Delivers the message once, as soon as the line allows. A line that had been given up is tried again. */
  send(message: ClientMessage): void
  /** Checks that the line is alive, or tries it again at once: the app was shown, the network came back. */
  probe(): void
}
