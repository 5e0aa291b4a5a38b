import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CentreConfig } from '../../config/centre-config'
import { limits } from '../../limits'
import type { Tokens } from '../../login/tokens'
import { readSent } from '../../records/read-sent'
import type { RecordBook, RecordEntry } from '../../records/record-book'
import type { Recordings } from '../../records/recordings'
import type { Clock } from '../../sessions/clock'
import { createPace, createPaces } from '../../signalling/pace'
import { fault, give, kept } from '../answer'
import { audited, type AuditParts } from '../audited'
import { routes } from '../create-http'
import { visibleTo } from '../visible-calls'

interface Parts extends AuditParts {
  readonly config: Pick<CentreConfig, 'sdkAppId'>
  readonly clock: Clock
  readonly tokens: Pick<Tokens, 'read'>
  readonly book: Pick<RecordBook, 'ofSeat'>
  readonly recordings: Recordings
  /** Whose a call is that goes on, or whose record is kept. */
  readonly callerOf: (sessionId: string) => string | undefined
}

const stranger = fault(401, 'TOKEN_INVALID', 'Bring the token of the log-in: Authorization: Bearer ….')
const unknown = fault(404, 'CALL_UNKNOWN', 'There is no such call.')
const none = fault(404, 'RECORDING_UNKNOWN', 'There is no recording of this call.')
const ofAnother = fault(409, 'RECORDING_OF_ANOTHER_CALL', 'The recording tells of another call.')
const tooMany = (waitMs: number) =>
  fault(429, 'TOO_MANY_REQUESTS', 'Too many recordings. Try again later.', { retryAfterMs: waitMs })

const bodyLimit = limits.recordingBytes

interface Asked {
  readonly Params: { readonly sessionId: string }
}

/** Recordings of phones, where the configuration takes any: customers send theirs, the staff reads and adds them. */
export const recordingRoutes = (parts: Parts) =>
  routes((app) => {
    if (!parts.recordings.isOpen) return
    fromPhones(app, parts)
    forStaff(app, parts)
  })

/** PROTOCOL.md §2.1. */
function fromPhones(app: FastifyInstance, { config, clock, tokens, recordings, callerOf, post }: Parts): void {
  const everybody = createPace(clock, perMinute(limits.recordingsPerMinute))
  const customers = createPaces(clock, perMinute(limits.recordingsPerMinuteOfCustomer))
  const customerOf = ({ headers }: FastifyRequest): string | undefined => {
    const claims = tokens.read((headers.authorization ?? '').replace(/^Bearer /, ''))
    return claims?.sdkAppId === config.sdkAppId && claims.expiresAt > clock.now() ? claims.userId : undefined
  }
  app.post('/recordings', {
    bodyLimit,
    onRequest: (request, reply, done) => {
      const userId = customerOf(request)
      const pace = userId === undefined ? undefined : customers(userId)
      if (!pace) give(reply, stranger)
      else if (!pace.allows()) give(reply, tooMany(pace.waitMs()))
      else if (!everybody.allows()) give(reply, tooMany(everybody.waitMs()))
      else done()
    },
    handler: async (request, reply) => {
      const userId = customerOf(request)
      if (userId === undefined) return give(reply, stranger)
      const sent = readSent(request.body)
      if ('status' in sent) return give(reply, sent)
      // Of somebody else's call not even that there is one.
      if (callerOf(sent.sessionId) !== userId) return give(reply, unknown)
      recordings.keep({ ...sent, userId })
      await kept(post)
      return give(reply, { status: 200, body: { sessionId: sent.sessionId } })
    },
  })
}

/** For whoever may read the story of the call. */
function forStaff(app: FastifyInstance, { book, recordings, ...parts }: Parts): void {
  const note = audited(parts)
  const find = ({ visitor, params }: FastifyRequest<Asked>): RecordEntry | undefined =>
    visibleTo(visitor, book).find(({ summary }) => summary.sessionId === params.sessionId)
  app.get<Asked>('/api/calls/:sessionId/recording', async (request, reply) => {
    const { sessionId } = request.params
    const json = find(request) && recordings.read(sessionId)
    if (json === undefined) return give(reply, none)
    await note(request, 'recordingRead', sessionId)
    reply.header('content-disposition', `attachment; filename="call-${sessionId}.json"`)
    return reply.type('application/json; charset=utf-8').send(json)
  })
  app.put<Asked>('/api/calls/:sessionId/recording', { bodyLimit }, async (request, reply) => {
    const entry = find(request)
    if (!entry) return give(reply, unknown)
    const sent = readSent(request.body)
    if ('status' in sent) return give(reply, sent)
    const { sessionId } = request.params
    if (sent.sessionId !== sessionId) return give(reply, ofAnother)
    recordings.keep({ ...sent, userId: entry.record.Caller, addedBy: request.visitor?.account.accountId ?? '' })
    await note(request, 'recordingAdded', sessionId)
    return give(reply, { status: 200, body: recordings.heldOf(sessionId) ?? {} })
  })
}

function perMinute(burst: number) {
  return { burst, perSecond: burst / 60 }
}
