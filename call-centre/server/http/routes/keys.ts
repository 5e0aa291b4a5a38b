import type { Tokens } from '../../login/tokens'
import { fault, give } from '../answer'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'

interface Parts extends AuditParts {
  readonly tokens: Pick<Tokens, 'rotate'>
}

const given = fault(409, 'KEY_GIVEN', 'TCCC_TOKEN_SECRET is the key. Set another one there, and start again.')

/** A new key signs the log-ins of customers from now on, and nobody is logged out. */
export const keyRoutes = ({ tokens, ...parts }: Parts) =>
  routes((app) => {
    const note = audited(parts)
    app.post('/api/keys/rotate', async (request, reply) => {
      if (!tokens.rotate()) return give(reply, given)
      await note(request, 'keyRotated')
      return give(reply, { status: 200, body: {} })
    })
  })
