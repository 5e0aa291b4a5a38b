import type { FastifyReply } from 'fastify'
import type { Post } from '../state/post'

/** An HTTP answer in JSON. */
export interface Answer {
  readonly status: number
  readonly body: object
}

/** An answer that says what is wrong. `more`: fields beside `code` and `message`. */
export function fault(status: number, code: string, message: string, more: object = {}): Answer {
  return { status, body: { code, message, ...more } }
}

export function give(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).send(body)
}

/** Nothing is said before what it says is kept. */
export function kept(post: Post): Promise<void> {
  return new Promise((done) => {
    post.send(done)
  })
}
