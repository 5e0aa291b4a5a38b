import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { closeAll, open } from './wire'

interface Outcome {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly err: string
}

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'command-'))
  const outfile = join(folder, 'main.cjs')
  const root = resolve(__dirname, '../../..')

  beforeAll(() => {
    const alias = { 'tccc-wx-sdk': join(root, 'lib') }
    for (const page of ['phone', 'workstation', 'operator', 'inspector']) mkdirSync(join(folder, page))
    buildSync({ entryPoints: [resolve(__dirname, '../main.ts')], bundle: true, platform: 'node', outfile, alias })
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

  it('shows its options', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--config <file>') as string })
  })

  it.each([
    ['an unknown option', ['--prot', '1'], "Unknown option '--prot'"],
    ['a port that is none', ['--port', 'abc'], '--port abc is not a port.'],
    ['a port that is too high', ['--port', '65536'], '--port 65536 is not a port.'],
    ['a folder without its prefix', ['--serve', 'phone'], '--serve phone is not understood.'],
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
