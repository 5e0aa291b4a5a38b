import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Asked } from '../../../media/rtmp/streams'
import { fault, give } from '../answer'
import { routes } from '../create-http'

const stranger = fault(401, 'KEY_INVALID', 'The key of the address is not that of TCCC_RTMP_KEY.')
const refused = fault(403, 'STREAM_REFUSED', 'Nobody may publish or play this stream so.')

interface Query {
  /** Twice: a list. */
  readonly key?: string | readonly string[]
}

/** Each is said by the server once; a phone that says it too, in the query of its stream, comes after it. */
const fields = ['call', 'name', 'secret'] as const

/** Asked by nginx with the rtmp module before somebody publishes or plays: 2xx lets them, all else refuses them. */
export const streamRoutes = (key: string, mayEnter: (asked: Asked) => Promise<boolean>) =>
  routes((app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, new URLSearchParams(String(body)))
    })
    app.post<{ Body: unknown; Querystring: Query }>('/rtmp', async (request, reply) => {
      const { key: given } = request.query
      if (typeof given !== 'string' || !isSame(given, key)) return give(reply, stranger)
      const asked = readAsked(request.body)
      return asked && (await mayEnter(asked)) ? welcome(reply) : give(reply, refused)
    })
  })

/** Twice the same field is nobody's honest question. */
function readAsked(body: unknown): Asked | undefined {
  if (!(body instanceof URLSearchParams)) return undefined
  const [deeds, names, secrets] = fields.map((field) => body.getAll(field))
  if (![deeds, names, secrets].every((given) => given?.length === 1)) return undefined
  return { deed: deeds?.[0] ?? '', name: names?.[0] ?? '', secret: secrets?.[0] ?? '' }
}

const welcome = (reply: FastifyReply): FastifyReply => reply.code(200).send({})

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
