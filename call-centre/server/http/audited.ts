import type { FastifyRequest } from 'fastify'
import type { Deed } from '../accounts/audit'
import type { Staff } from '../accounts/staff'
import type { Post } from '../state/post'
import { kept } from './answer'
import type { Origins } from './origin'

/** What a route needs that notes in the audit log what it does. */
export interface AuditParts {
  readonly staff: Staff
  readonly origins: Origins
  readonly post: Post
}

export type Audited = (request: FastifyRequest, deed: Deed, about?: string) => Promise<void>

/** Notes what the visitor of a request has done. It is answered when the note is kept. */
export const audited =
  ({ staff, origins, post }: AuditParts): Audited =>
  ({ visitor, raw }, deed, about) => {
    const by = visitor?.account.accountId ?? ''
    staff.audit.note({ deed, by, ...(about === undefined ? {} : { about }), source: origins.sourceOf(raw) })
    return kept(post)
  }
