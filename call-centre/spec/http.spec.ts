import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeAll, open, recordsOf, staff } from './wire'
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

  it.each(['/phone/', '/phone', '/phone/screen.html', '/records', '/healthz', '/nowhere'])(
    'tells the browser to run nothing of others on %s, nor to show it in a frame of others',
    async (path) => {
      const { url } = await open({}, { staticRoots })
      const { headers } = await fetch(url + path, { redirect: 'manual' })
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
      const ancestors = path === '/phone/screen.html' ? "'self'" : "'none'"
      expect(policy).toMatch(new RegExp(`; frame-ancestors ${ancestors}$`))
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
        'nosniff',
        'no-referrer',
      ])
    },
  )

  it('lets pages of the listed origins show it in a frame', async () => {
    const frameAncestors = ['https://portal.example', 'http://127.0.0.1:9000']
    const { url } = await open({ frameAncestors }, { staticRoots })
    const { headers } = await fetch(`${url}/phone/`)
    const listed = 'frame-ancestors https://portal.example http://127.0.0.1:9000'
    expect(headers.get('content-security-policy')?.split('; ')).toContain(listed)
    await expect(open({ frameAncestors: ["https://a.example; script-src 'unsafe-inline'"] })).rejects.toThrow('pattern')
  })

  it('offers the records to a supervisor, and not under a name that points at this machine', async () => {
    const centre = await open()
    const { seat, ann, sessionId } = await talk(centre)
    seat.say({ type: 'seat/hangUp', sessionId })
    await ann.next('call/ended')
    expect(await recordsOf(centre)).toMatchObject([{ SessionId: sessionId, EndStatusString: 'ok' }])
    const supervisor = await staff(centre, 'supervisor')
    expect(await statusOf(centre.port, '/records', { ...supervisor, host: 'evil.example' })).toBe(403)
  })
})
