import { coldStart } from '../app/login/scene'

const fault = async (host: string, envVersion = 'release'): Promise<unknown> => {
  const { login } = await coldStart(() => ({ getAccountInfoSync: () => ({ miniProgram: { envVersion } }) }))
  try {
    login.configure({ host })
    return null
  } catch (error) {
    return error
  }
}

describe('the host of configure', () => {
  it.each([
    'https://calls.example.com',
    'https://calls.example.com:8443',
    'http://127.0.0.1:7100',
    'http://127.1.2.3',
    'http://localhost:7100',
    'http://[::1]:7100',
  ])('%s is taken', async (host) => {
    expect(await fault(host)).toBeNull()
  })

  it.each([
    'http://calls.example.com',
    'http://192.168.1.2:7100',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost@example.com',
    'http://127.0.0.1:7100@example.com',
    'https://user@example.com',
    'https://example.com/path',
    'https://example.com?token=',
    'https://example.com#',
    'ws://example.com',
    'javascript:alert(1)',
    'calls.example.com',
    'https://example.com\nhttp://evil.example',
    '',
  ])('%j is refused, and nothing is told to it', async (host) => {
    expect(await fault(host)).toMatchObject({ code: 'HOST_INVALID' })
  })

  it.each(['http://10.0.0.7:7100', 'http://172.16.0.1', 'http://172.31.9.9:80', 'http://192.168.1.2:7100'])(
    '%s, in the local network, is taken while the mini program is under development',
    async (host) => {
      expect(await fault(host, 'develop')).toBeNull()
      expect(await fault(host, 'trial')).toBeNull()
      expect(await fault(host, 'release')).toMatchObject({ code: 'HOST_INVALID' })
    },
  )

  it.each([
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://192.169.1.2',
    'http://10.0.0.7@example.com',
    'http://10.0.0.7/x',
  ])('%s is refused there, too', async (host) => {
    expect(await fault(host, 'develop')).toMatchObject({ code: 'HOST_INVALID' })
  })

  it('a base library that does not say which build runs is taken for a release', async () => {
    const { login } = await coldStart()
    expect(() => {
      login.configure({ host: 'http://192.168.1.2:7100' })
    }).toThrow(expect.objectContaining({ code: 'HOST_INVALID' }) as Error)
  })
})
