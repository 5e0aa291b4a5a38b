import { connect, type Socket } from 'node:net'

/** A log-in that says how long its body is, and sends it piece by piece. */
export async function beginLogIn(port: number, bytes: number): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('error', () => undefined)
  socket.on('data', (text: Buffer) => (heard += text.toString()))
  await new Promise((opened) => socket.once('connect', opened))
  // As a proxy asks that keeps no connection.
  socket.write(`POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`)
  return { socket, heard: () => heard }
}

export const written = (socket: Socket, bytes: number): Promise<void> =>
  new Promise((done) => {
    socket.write('x'.repeat(bytes), () => {
      done()
    })
  })

export const closed = (socket: Socket): Promise<void> =>
  new Promise((done) => {
    socket.once('close', () => {
      done()
    })
  })
