/** Nodes that speak TLS with Redis, as a user of its ACL, and with each other, with a certificate that openssl has made. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../docs/markdown'
import { eventually } from '../end-to-end/eventually'
import { becomes, startNode, type NodeProcess } from './node-process'
import { command, freePort, makeCertificate, newFolder, stopPrograms, type Certificate } from './programs'
import { redisCall, startRedis } from './redis'

jest.setTimeout(180_000)

const password = 'the-password'
/** Those that the guide gives. */
const rights = /^ +(\+evalsha [+\w ]+)$/m.exec(read('docs/call-centre/cluster.md'))?.[1] ?? ''
let certificate: Certificate
let config = ''
let redisPort = 0
let nodes: NodeProcess[] = []

beforeAll(async () => {
  const folder = newFolder('nodes-tls')
  certificate = makeCertificate(folder)
  config = join(folder, 'centre.json')
  const limits = { maxLoginsPerMinute: 10_000, maxLoginsPerMinuteOfSource: 10_000 }
  const own = { sdkAppId: '1400000000', channels: { direct: { name: 'Direct' } }, heartbeatMs: 500, windowMs: 1_500 }
  writeFileSync(
    config,
    JSON.stringify({ ...own, ...limits, tls: certificate, trustProxy: ['127.0.0.1'], media: { plane: 'webrtc' } }),
  )
  redisPort = await freePort()
  const { certFile, keyFile } = certificate
  const redis = await startRedis([
    ...['--tls-port', String(redisPort), '--tls-auth-clients', 'no'],
    ...['--tls-cert-file', certFile, '--tls-key-file', keyFile, '--tls-ca-cert-file', certFile],
  ])
  await redisCall(redis, 'ACL', 'SETUSER', 'centre', 'on', `>${password}`, '~tccc:*', '-@all', ...rights.split(' '))
})
afterEach(() => {
  for (const { child } of nodes.splice(0)) child.kill('SIGKILL')
  nodes = []
})
afterAll(stopPrograms)

/** `trusts`: whether it knows who has signed the certificate. */
const open = async ({ trusts = true, word = password } = {}): Promise<NodeProcess> => {
  const node = startNode(config, `https://127.0.0.1:${await freePort()}`, {
    TCCC_REDIS_URL: `rediss://centre:${word}@127.0.0.1:${redisPort}`,
    TCCC_NODE_KEY: 'the key of both nodes',
    ...(trusts ? { NODE_EXTRA_CA_CERTS: certificate.certFile } : {}),
  })
  nodes.push(node)
  return node
}

it('keep every word of PROTOCOL.md at the one that does not lead', async () => {
  const leader = await open()
  await becomes(leader, 'leads')
  const follower = await open()
  await becomes(follower, 'follows')
  const url = follower.url.replace('https://127.0.0.1', 'wss://localhost')
  const { code, said } = await command(certificate, 'conformance', url, '--channel', 'direct')
  expect(said).toMatch(/\d+ passed, 0 failed\n$/)
  expect(code).toBe(0)
  for (const node of nodes) expect(node.said()).not.toContain(password)
})

it.each([
  ['does not trust the certificate of Redis', { trusts: false }, 'Its certificate is not trusted'],
  ['has another password', { word: 'guessed' }, 'does not keep the state (WRONGPASS). It does not take this name'],
])('one that %s says so, and does not lead', async (_, given, words) => {
  const node = await open(given)
  await eventually(async () => {
    await Promise.resolve()
    expect(node.said()).toContain(words)
  }, 30_000)
  expect(node.said()).not.toContain('leads.')
  expect(node.said()).not.toContain('guessed')
})
