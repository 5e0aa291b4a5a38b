import type { IncomingMessage } from 'node:http'
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
    whenRead(raw, (isWhole) => {
      if (!isWhole) reply.header('connection', 'close')
      done()
    })
  })
}

/** Calls back when the request has arrived, or so much of it that the rest is not worth reading. */
export function whenRead(request: IncomingMessage, answer: (isWhole: boolean) => void): void {
  let bytes = 0
  const stop = (isWhole: boolean): void => {
    forget()
    request.off('data', count).pause()
    answer(isWhole)
  }
  const count = (chunk: Buffer): void => {
    bytes += chunk.length
    if (bytes > limits.unwantedBytes) stop(false)
  }
  const forget = finished(request, { writable: false }, () => {
    stop(true)
  })
  request.on('data', count).resume()
}
