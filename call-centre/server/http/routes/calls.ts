import type { CentreConfig } from '../../config/centre-config'
import { dayOf } from '../../day'
import { partOutcomes } from '../../call-summary'
import type { Board } from '../../history-messages'
import { callsAsCsv } from '../../records/call-csv'
import { dayReport } from '../../records/day-report'
import type { RecordBook } from '../../records/record-book'
import type { Recordings } from '../../records/recordings'
import { pageOfCalls, searchCalls, type CallQuery } from '../../records/search-calls'
import type { Clock } from '../../sessions/clock'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'
import { visibleTo } from '../visible-calls'

interface Parts extends AuditParts {
  readonly config: Pick<CentreConfig, 'groups' | 'supervision'>
  readonly book: Pick<RecordBook, 'ofSeat'>
  readonly recordings: Recordings
  readonly clock: Pick<Clock, 'date'>
}

const text = { type: 'string', maxLength: 200 }
const day = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }
const outcome = { enum: partOutcomes }
const schema = {
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      words: text,
      from: day,
      to: day,
      channel: text,
      seatId: text,
      endStatus: text,
      before: text,
      outcome,
    },
  },
}

const ofDay = { querystring: { type: 'object', additionalProperties: false, properties: { day } } }

interface Asked {
  readonly Querystring: CallQuery & { readonly before?: string }
}

/** The history of calls. A seat sees those that rang there, a supervisor all, and what they came to on a day. */
export const callRoutes = ({ config, book, recordings, clock, ...parts }: Parts) =>
  routes((app) => {
    const note = audited(parts)
    app.get<Asked>('/api/calls', { schema }, ({ visitor, query }) =>
      pageOfCalls(visibleTo(visitor, book), query, config.groups, recordings),
    )
    app.get<Asked>('/api/calls.csv', { schema }, async (request, reply) => {
      const found = searchCalls(visibleTo(request.visitor, book), request.query)
      await note(request, 'recordsRead', String(found.length))
      reply.header('content-disposition', 'attachment; filename="calls.csv"')
      return reply.type('text/csv; charset=utf-8').send(callsAsCsv(found))
    })
    app.get<{ Querystring: { readonly day?: string } }>('/api/report', { schema: ofDay }, ({ query }): Board => {
      const { supervision: rules } = config
      return { report: dayReport(book.ofSeat(), query.day ?? dayOf(clock.date()), rules), rules }
    })
  })
