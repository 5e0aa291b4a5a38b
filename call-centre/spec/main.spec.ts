import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundle, folderFor } from './bundle'
import { closeAll, open } from './wire'

interface Outcome {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly err: string
}

// A process starts in each spec.
jest.setTimeout(30_000)

describe('the command', () => {
  const folder = folderFor('command')
  const outfile = join(folder, 'main.cjs')

  beforeAll(() => {
    for (const page of ['sign-in', 'accounts', 'phone', 'workstation', 'operator', 'inspector', 'history'])
      mkdirSync(join(folder, page))
    bundle(resolve(__dirname, '../server/main.ts'), outfile)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  afterEach(closeAll)

  const run = (...options: string[]): Promise<Outcome> =>
    new Promise((done) => {
      execFile(process.execPath, [outfile, ...options], (error, out, err) => {
        done({ code: error ? error.code : 0, out, err })
      })
    })

  it('checks itself, and stops when asked to do no more', async () => {
    expect(await run('--port', '0', '--once')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Self-check: .*\n {2}D .* E\nPASS\n$/) as string,
      err: '',
    })
  })

  it('speaks Chinese at a terminal in Chinese', async () => {
    const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8' }
    const out = await new Promise((done) => {
      execFile(process.execPath, [outfile, '--port', '0', '--once'], { env }, (_, text) => {
        done(text)
      })
    })
    expect(out).toMatch(/^自检：.*\n {2}D .* E\n通过\n$/)
  })

  it('shows its options', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--config <file>') as string })
  })

  it.each([
    ['an unknown option', ['--prot', '1'], "Unknown option '--prot'"],
    ['a port that is none', ['--port', 'abc'], '--port abc is not a port.'],
    ['a port that is too high', ['--port', '65536'], '--port 65536 is not a port.'],
    ['a folder without its prefix', ['--serve', 'phone'], '--serve phone is not understood.'],
    ['an address that this machine has not', ['--lan-address', '10.255.255.254'], "is none of this machine's"],
    ['phones, and pages for everybody', ['--lan', '--host', '0.0.0.0'], '--lan is for development'],
    ['phones, and more than one machine', ['--lan', '--node', 'http://127.0.0.1:1'], '--lan is for development'],
    ['a configuration that is not there', ['--config', join(folder, 'none.json')], 'cannot be read'],
  ])('with %s says so and exits with 2', async (_, options, message) => {
    const { code, out, err } = await run(...options)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  it('with a wrong configuration says what is wrong', async () => {
    const path = join(folder, 'wrong.json')
    writeFileSync(path, '{}')
    expect(await run('--config', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('lacks "channels"') as string,
    })
  })

  it('only looks at a configuration when asked to', async () => {
    const path = join(folder, 'looked-at.json')
    writeFileSync(path, '{ "sdkAppId": "1400000000",\n  "channels": { "a": { "name": "A" } } }')
    expect(await run('--check-config', '--config', path)).toEqual({ code: 0, out: `${path} is good.\n`, err: '' })
    writeFileSync(path, '{ "sdkAppId": "1400000000",\n  "channels": { "a": { "name": 7 } } }')
    const err = `${path}:2:24: channels.a.name must be string. Correct it.\n`
    expect(await run('--check-config', '--config', path)).toEqual({ code: 2, out: '', err })
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends on %s with exit code 0, and does not wait when nobody calls',
    async (signal) => {
      const child = spawn(process.execPath, [outfile, '--port', '0'])
      for await (const text of child.stdout) if (String(text).includes('Customers log in')) break
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([0, null])
    },
  )

  it('with a state folder that is a file says so', async () => {
    const { code, err } = await run('--port', '0', '--state', outfile)
    expect({ code, err }).toEqual({
      code: 2,
      err: `${outfile} cannot be made a folder. Give another one to --state.\n`,
    })
  })

  it('on a port in use says which, and what to do', async () => {
    const { port } = await open()
    const { code, err } = await run('--port', String(port))
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`Port ${port} is in use.`) as string })
  })
})
