import type { Outbox } from '../../records/outbox'
import { fault, give } from '../answer'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'

interface Parts extends AuditParts {
  readonly outbox: Outbox
}

const closed = fault(409, 'NO_BACK_END', 'Nobody takes records. Set cdrPushUrl, start again, then retry.')
const unknown = fault(404, 'DEAD_LETTER_UNKNOWN', 'There is no dead letter of this call.')

/** Which dead letters begin anew: all of them when no calls are named. */
const wish = {
  body: {
    type: 'object',
    additionalProperties: false,
    properties: { sessionIds: { type: 'array', items: { type: 'string' } } },
  },
}

interface Wish {
  readonly sessionIds?: readonly string[]
}

/** Records that the company's back end did not take in a day: to look at, to bring again, to give up. */
export const deadLetterRoutes = ({ outbox, ...parts }: Parts) =>
  routes((app) => {
    const note = audited(parts)
    app.get('/api/dead-letters', () => outbox.deadLetters())
    app.post<{ Body: Wish }>('/api/dead-letters/retry', { schema: wish }, async (request, reply) => {
      if (!outbox.isOpen()) return give(reply, closed)
      const { sessionIds = outbox.deadLetters().map(({ sessionId }) => sessionId) } = request.body
      const retried = sessionIds.filter((sessionId) => outbox.revive(sessionId)).length
      await note(request, 'deadLettersRetried', String(retried))
      return give(reply, { status: 200, body: { retried } })
    })
    app.delete<{ Params: { readonly sessionId: string } }>('/api/dead-letters/:sessionId', async (request, reply) => {
      const { sessionId } = request.params
      if (!outbox.drop(sessionId)) return give(reply, unknown)
      await note(request, 'deadLetterDropped', sessionId)
      return give(reply, { status: 200, body: {} })
    })
  })
