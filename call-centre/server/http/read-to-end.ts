import { finished } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { limits } from '../limits'

/**
 * Answers only when the request has arrived, though nobody may want the rest of it: an answer that closes the connection
 * while a body is under way is lost on its way to a proxy, which says 502 in its place. How long this may take is
 * `requestTimeout` of the server; a body that goes on and on is cut off by the answer.
 */
export function readToEnd(app: FastifyInstance): void {
  app.addHook('onSend', ({ raw }, reply, _payload, done) => {
    let bytes = 0
    const count = (chunk: Buffer): void => {
      bytes += chunk.length
      if (bytes <= limits.unwantedBytes) return
      reply.header('connection', 'close')
      answer()
    }
    const forget = finished(raw, { writable: false }, () => {
      answer()
    })
    const answer = (): void => {
      forget()
      raw.off('data', count).pause()
      done()
    }
    raw.on('data', count).resume()
  })
}
