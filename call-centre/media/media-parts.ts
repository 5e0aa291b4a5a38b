import type { FastifyPluginCallback } from 'fastify'
import type { CentreConfig } from '../server/config/centre-config'
import type { Secrets } from '../server/config/needed-secrets'
import type { Door } from '../server/http/upgrades'
import type { Clock } from '../server/sessions/clock'
import type { Post } from '../server/state/post'
import type { Shelf } from '../server/state/shelf'
import type { MediaPlane } from './media-plane'
import type { WebrtcLibrary } from './rtmp/desk-peer'

/** What a plane is made of, and what it gives. */
export interface MediaParts {
  readonly config: CentreConfig
  readonly secrets: Secrets
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
  readonly log: (line: string) => void
  readonly tools: MediaTools
}

/** What a plane needs of the machine. */
export interface MediaTools {
  /** With the plane `rtmp`. */
  readonly webrtc?: WebrtcLibrary
}

export interface Media {
  readonly plane: MediaPlane
  /** WebSockets that the plane needs. */
  readonly doors: Readonly<Record<string, Door>>
  /** Where the desk's page connects to, as sources of a Content-Security-Policy. */
  readonly hosts: readonly string[]
  readonly routes: readonly FastifyPluginCallback[]
  /** Ends what it has begun. */
  readonly stop: () => void
}
