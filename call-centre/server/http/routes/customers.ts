import type { CustomerData } from '../../customers/customer-data'
import { fault, give } from '../answer'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'

interface Parts extends AuditParts {
  readonly customers: CustomerData
}

const nothing = fault(404, 'CUSTOMER_UNKNOWN', 'Nothing is kept of such a customer.')
const inCall = fault(409, 'CALL_IN_PROGRESS', 'A call of this customer goes on. End it, or wait; then erase again.')

const schema = {
  params: { type: 'object', properties: { userId: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' } } },
}

interface Asked {
  readonly Params: { readonly userId: string }
}

/** A copy of what is kept of one customer, and its erasure. The audit log says how much it was, and not whose. */
export const customerRoutes = ({ customers, ...parts }: Parts) =>
  routes((app) => {
    const note = audited(parts)
    app.get<Asked>('/api/customers/:userId', { schema }, async (request, reply) => {
      const copy = customers.copyOf(request.params.userId)
      if (!copy) return give(reply, nothing)
      await note(request, 'customerExported', String(copy.records.length))
      reply.header('content-disposition', `attachment; filename="${copy.userId}.json"`)
      return give(reply, { status: 200, body: copy })
    })
    app.delete<Asked>('/api/customers/:userId', { schema }, async (request, reply) => {
      const records = customers.erase(request.params.userId)
      if (records === undefined) return give(reply, inCall)
      await note(request, 'customerErased', String(records))
      return give(reply, { status: 200, body: { records } })
    })
  })
