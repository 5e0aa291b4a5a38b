import { routes } from '../create-http'

/** `/healthz`: whether the process lives. `/readyz`: whether it should be given customers. */
export const healthRoutes = (isReady: () => boolean) =>
  routes((app) => {
    app.get('/healthz', () => ({ ok: true }))
    app.get('/readyz', (_request, reply) => {
      const ready = isReady()
      return reply.code(ready ? 200 : 503).send({ ready })
    })
  })
