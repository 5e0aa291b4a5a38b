import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeAll, open } from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

describe('HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(folder, 'phone'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'phone', 'index.html'), '<p>phone')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'phone', 'link.txt'))
  const staticRoots = { '/phone/': join(folder, 'phone') }

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  /** `fetch` would tidy the path up. */
  const statusOf = (port: number, path: string, headers = {}): Promise<number | undefined> =>
    new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path, headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })

  it('serves the pages', async () => {
    const { url } = await open({}, { staticRoots })
    const page = await fetch(`${url}/phone`)
    expect([page.status, page.url, await page.text()]).toEqual([200, `${url}/phone/`, '<p>phone'])
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true })
  })

  it.each([
    '/phone/../secret.txt',
    '/phone/%2e%2e/secret.txt',
    '/phone/..%2fsecret.txt',
    '/phone/link.txt',
    '/phone/%00',
  ])('never leaves the folder: %s', async (path) => {
    const { port } = await open({}, { staticRoots })
    expect(await statusOf(port, path)).toBe(404)
  })

  it('offers the records to this machine, and not to a name that points at it', async () => {
    const centre = await open()
    const { seat, ann, sessionId } = await talk(centre)
    seat.say({ type: 'seat/hangUp', sessionId })
    await ann.next('call/ended')
    const records: unknown = await (await fetch(`${centre.url}/records`)).json()
    expect(records).toMatchObject([{ SessionId: sessionId, EndStatusString: 'ok' }])
    expect(await statusOf(centre.port, '/records', { host: 'evil.example' })).toBe(403)
  })
})
