import type { RecordBook } from '../../records/record-book'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'

interface Parts extends AuditParts {
  readonly book: Pick<RecordBook, 'records'>
}

/** The call records, the latest first, 500 at most; `?before=<SessionId>` gives those before. */
export const recordRoutes = ({ book, ...parts }: Parts) =>
  routes((app) => {
    const note = audited(parts)
    app.get<{ Querystring: { readonly before?: string } }>('/records', async (request) => {
      await note(request, 'recordsRead')
      return book.records(request.query.before)
    })
  })
