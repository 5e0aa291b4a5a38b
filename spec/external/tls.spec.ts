/** The call centre that speaks TLS itself, with a certificate that openssl has made. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { closeAll, open } from '../../call-centre/spec/wire'
import { eventually } from '../end-to-end/eventually'
import { command, makeCertificate, newFolder, stopPrograms } from './programs'

jest.setTimeout(120_000)

afterEach(async () => {
  await closeAll()
  await stopPrograms()
})

/** The fingerprint of the certificate that a server shows. */
const shown = (port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256)
      socket.destroy()
    })
    socket.on('error', reject)
  })

it('keeps every word of PROTOCOL.md over wss', async () => {
  const tls = makeCertificate(newFolder('tls'))
  const centre = await open({ tls, heartbeatMs: 500, windowMs: 1_500 })
  expect(centre.url).toMatch(/^https:/)
  const { code, said } = await command(tls, 'conformance', `wss://localhost:${centre.port}`, '--channel', 'direct')
  expect(said).toMatch(/\d+ passed, 0 failed\n$/)
  expect(code).toBe(0)
})

it('shows a certificate that was renewed, and keeps the old one while the new one is no good', async () => {
  const folder = newFolder('tls')
  const tls = makeCertificate(folder)
  const next = makeCertificate(folder, 'next')
  const lines: string[] = []
  const centre = await open({ tls }, { log: (line) => lines.push(line) })
  const first = await shown(centre.port)
  writeFileSync(tls.certFile, 'no certificate')
  await eventually(async () => {
    await Promise.resolve()
    expect(lines.join()).toContain('The old certificate stays in use')
  }, 30_000)
  expect(await shown(centre.port)).toBe(first)
  copyFileSync(next.keyFile, tls.keyFile)
  copyFileSync(next.certFile, tls.certFile)
  await eventually(async () => expect(await shown(centre.port)).not.toBe(first), 30_000)
  expect(readFileSync(join(folder, 'centre.crt'), 'utf8')).toBe(readFileSync(next.certFile, 'utf8'))
})

it('does not start with a key of another certificate', async () => {
  const folder = newFolder('tls')
  const tls = { certFile: makeCertificate(folder).certFile, keyFile: makeCertificate(folder, 'next').keyFile }
  await expect(open({ tls })).rejects.toThrow('are no pair that can be used')
})
