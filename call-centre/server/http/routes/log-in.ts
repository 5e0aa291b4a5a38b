import type { LogIn, Outcome } from '../../login/login'
import type { Observe } from '../../observe/events'
import type { Post } from '../../state/post'
import { give, kept } from '../answer'
import { routes } from '../create-http'
import type { Origins } from '../origin'

interface Parts {
  readonly login: LogIn
  readonly post: Post
  readonly observe: Observe
  readonly origins: Origins
}

/** The log-in of customers: PROTOCOL.md §2. The answer waits for the post, so that nothing is said that is not kept. */
export const logInRoutes = ({ login, post, observe, origins }: Parts) =>
  routes((app) => {
    const note = (requestId: string, { answer, ...outcome }: Outcome) => {
      observe({ type: 'logIn', requestId, ...outcome })
      return answer
    }
    app.post('/login', {
      onRequest: (request, reply, done) => {
        const refusal = login.knock(origins.sourceOf(request.raw))
        reply.header('x-request-id', request.id)
        if (refusal) give(reply, note(request.id, refusal))
        else done()
      },
      handler: async (request, reply) => {
        const answer = note(request.id, await login.enter(request.body))
        await kept(post)
        return give(reply, answer)
      },
    })
  })
