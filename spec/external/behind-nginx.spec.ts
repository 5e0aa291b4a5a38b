/** The call centre behind a real nginx that speaks TLS. */
import { request } from 'node:https'
import { closeAll, open } from '../../call-centre/spec/wire'
import { behindNginx, command, stopPrograms } from './programs'

jest.setTimeout(120_000)

afterEach(async () => {
  await stopPrograms()
  await closeAll()
})

it('keeps every word of PROTOCOL.md over wss', async () => {
  const centre = await open({ heartbeatMs: 500, windowMs: 1_500 })
  const { port, certificate } = await behindNginx(centre.url)
  const { code, said } = await command(certificate, 'conformance', `wss://localhost:${port}`, '--channel', 'direct')
  expect(said).toMatch(/\d+ passed, 0 failed\n$/)
  expect(code).toBe(0)
})

describe('who asks, for the limits', () => {
  /** A log-in through nginx from this address of the machine; what it claims of itself is passed on by nobody. */
  const logInFrom = (port: number, localAddress: string, claim: string) =>
    new Promise<number | undefined>((done, failed) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': claim }
      const options = { host: '127.0.0.1', port, path: '/login', method: 'POST', localAddress, headers }
      request({ ...options, rejectUnauthorized: false }, (response) => {
        response.resume()
        done(response.statusCode)
      })
        .on('error', failed)
        .end('{}')
    })

  it('is whom the proxy names, when the proxy is trusted, and no claim of their own', async () => {
    const centre = await open({ trustProxy: ['127.0.0.1'], maxLoginsPerMinuteOfSource: 1 })
    const { port } = await behindNginx(centre.url)
    expect(await logInFrom(port, '127.0.0.1', '6.6.6.6')).toBe(400)
    expect(await logInFrom(port, '127.0.0.1', '7.7.7.7')).toBe(429)
    expect(await logInFrom(port, '127.0.0.2', '6.6.6.6')).toBe(400)
  })

  it('is the proxy itself, when it is not', async () => {
    const centre = await open({ maxLoginsPerMinuteOfSource: 1 })
    const { port } = await behindNginx(centre.url)
    expect(await logInFrom(port, '127.0.0.1', '6.6.6.6')).toBe(400)
    expect(await logInFrom(port, '127.0.0.2', '7.7.7.7')).toBe(429)
  })
})
