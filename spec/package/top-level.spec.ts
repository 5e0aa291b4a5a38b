/** The top of the project: how much stands there, and that one `tsc -b` there reads every room. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(__dirname, '../..')

describe('the top of the project', () => {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
  const isOurs = (entry: string) => entry !== '.git' && !ignored.includes(entry) && !ignored.includes(`${entry}/`)

  it('has at most 26 entries', () => {
    const entries = readdirSync(root).filter((entry) => isOurs(entry) && !entry.endsWith('.tgz'))
    expect(entries.length).toBeLessThanOrEqual(26)
  })
})

describe('`npx tsc -b` at the top', () => {
  const ROOMS = ['lib', 'component', 'spec', 'examples', 'call-centre', 'call-centre/desk', 'devtools']
  const CONFIGS = ['', ...ROOMS].map((room) => join(room, 'tsconfig.json'))
  // Inside the project, so that the planted files find the same packages.
  const planted = join(root, '.build/planted')

  const check = () => {
    const { status, stdout } = spawnSync('node', [join(root, 'node_modules/typescript/bin/tsc'), '-b'], {
      cwd: planted,
      encoding: 'utf8',
    })
    return { status, stdout }
  }

  beforeEach(() => {
    rmSync(planted, { recursive: true, force: true })
    for (const config of [...CONFIGS, 'internal/tsconfig.base.json', 'internal/tsconfig.build.json']) {
      mkdirSync(dirname(join(planted, config)), { recursive: true })
      cpSync(join(root, config), join(planted, config))
    }
  })

  const plant = (text: string) => {
    for (const room of ROOMS) writeFileSync(join(planted, room, 'planted.ts'), text)
  }

  it('has nothing to say where nothing is wrong', () => {
    plant('export const planted = 1\n')
    expect(check()).toEqual({ status: 0, stdout: '' })
  })

  it('names a type error in each room', () => {
    plant("export const planted: number = 'no number'\n")
    const { status, stdout } = check()
    expect(status).not.toBe(0)
    const named = ROOMS.filter((room) => stdout.includes(`${room}/planted.ts(1,14): error TS2322`))
    expect(named).toEqual(ROOMS)
  })
})
