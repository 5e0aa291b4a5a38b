import { coldStart } from '../app/login/scene'

const fault = async (host: string): Promise<unknown> => {
  const { login } = await coldStart()
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
})
