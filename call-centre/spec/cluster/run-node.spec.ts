import { runNode } from '../../server/cluster/run-node'
import type { SecretName } from '../../server/config/needed-secrets'
import { testConfig } from '../test-config'

const silent = { say: () => undefined, complain: () => undefined, note: () => undefined }

const secrets = { TCCC_REDIS_URL: 'redis://127.0.0.1:1', TCCC_NODE_KEY: 'the key of all nodes' }

const run = (address: string, given: Partial<Record<SecretName, string>>) =>
  runNode({ config: testConfig(), address, secrets: (name) => given[name], output: silent })

describe('a node', () => {
  it.each(['10.0.0.5:7100', 'redis://10.0.0.5', 'node-a'])(
    'is not run at %s: the other nodes could not reach it',
    (address) =>
      expect(run(address, secrets)).rejects.toThrow(
        `--node ${address} is no address. Write how other nodes reach this one`,
      ),
  )

  it.each(['TCCC_REDIS_URL', 'TCCC_NODE_KEY'] as const)('is not run without %s, and says where to put it', (name) =>
    expect(run('http://10.0.0.5:7100', { ...secrets, [name]: undefined })).rejects.toThrow(
      `--node is given, and ${name} is not set.`,
    ),
  )

  it('is not run with what is no address of Redis, and does not tell it: it may hold a password', async () => {
    const fault = await run('http://10.0.0.5:7100', { ...secrets, TCCC_REDIS_URL: 'the-password@host' }).catch(String)
    expect(fault).toContain('TCCC_REDIS_URL is no address of Redis. Write it as rediss://name:password@host:6379.')
    expect(fault).not.toContain('the-password')
  })
})
