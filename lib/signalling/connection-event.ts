/** What one socket of a link tells: PROTOCOL.md §3. */
import type { ServerMessage } from '../events/messages'
import type { LinkFrame } from './messages'
import type { SocketClosed } from './socket'

export type Welcome = Extract<LinkFrame, { type: 'link/welcome' }>

export type ConnectionEvent =
  | { readonly type: 'welcome'; readonly welcome: Welcome }
  /** All that was missed on a link that goes on has been told. */
  | { readonly type: 'synced'; readonly resumed: boolean }
  | { readonly type: 'message'; readonly message: ServerMessage }
  | { readonly type: 'slow'; readonly slow: boolean }
  | { readonly type: 'invalid'; readonly reason: string }
  /** Always the last. `spreadMs` when the server said so before it went away. */
  | (SocketClosed & { readonly spreadMs?: number })
