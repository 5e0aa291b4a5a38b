import { timingSafeEqual } from 'node:crypto'
import { mayAs } from '../../accounts/account'
import type { Visitor } from '../../accounts/staff'
import type { Metrics } from '../../observe/metrics'
import { fault, give } from '../answer'
import { routes } from '../create-http'

const closed = fault(
  403,
  'METRICS_CLOSED',
  'The metrics are for supervisors. Set TCCC_METRICS_TOKEN to open them to whoever has it.',
)
const stranger = fault(
  401,
  'TOKEN_INVALID',
  'Bring the token of TCCC_METRICS_TOKEN: Authorization: Bearer …. Or sign in as a supervisor.',
)

/** For Prometheus, which brings `token`; undefined: there is none. And for a supervisor who is signed in. */
export const metricRoutes = ({ scrape, contentType }: Metrics, token: string | undefined) =>
  routes((app) => {
    app.get('/metrics', async (request, reply) => {
      const { visitor, headers } = request
      const isScraper = token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)
      if (isScraper || isSupervisor(visitor)) return reply.type(contentType).send(await scrape())
      return give(reply, token === undefined ? closed : stranger)
    })
  })

const isSupervisor = (visitor: Visitor | undefined): boolean =>
  visitor !== undefined && mayAs(visitor.account.role, 'supervisor')

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
