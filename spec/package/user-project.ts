/** Projects as a user has them: the packed tarball installed beside RxJS and a test runner, nothing of ours in reach. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
// Inside the project, so that Node finds RxJS and the runners further up. Specs run side by side, each in its own.
const projects = join(root, '.build/user-projects', process.env['JEST_WORKER_ID'] ?? '1')

const packed = (...workspace: readonly string[]): string => {
  const args = ['pack', ...workspace, '--ignore-scripts', '--silent', '--pack-destination', projects]
  const name = execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  return join(projects, name.trim())
}

/** Packs what `npm publish` would publish; answers with the tarball's path. */
export const pack = (): string => {
  rmSync(projects, { recursive: true, force: true })
  mkdirSync(projects, { recursive: true })
  return packed()
}

/** The same of the call centre, after `pack`. */
export const packCentre = (): string => packed('--workspace', 'call-centre')

/** Installs a tarball in a project under the name of its package. */
export const add = (folder: string, tarball: string, packageName: string): void => {
  const installed = join(folder, 'node_modules', packageName)
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed])
}

/** A copy of `source` with the tarball installed; answers with its folder. */
export const install = (tarball: string, name: string, source: string): string => {
  const folder = join(projects, name)
  cpSync(join(root, source), folder, { recursive: true })
  add(folder, tarball, 'tccc-wx-sdk')
  return folder
}

export interface Outcome {
  readonly passed: boolean
  readonly output: string
}

/** Runs a command of Node in a project, without what the running jest has put into the environment. */
export const run = (folder: string, args: readonly string[]): Outcome => {
  const outside = Object.entries(process.env).filter(([name]) => !/^(JEST|VITEST|NODE_(ENV|OPTIONS))/.test(name))
  const { status, stdout, stderr } = spawnSync('node', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...Object.fromEntries(outside), NO_COLOR: '1' },
  })
  return { passed: status === 0, output: stdout + stderr }
}

/** Replaces a text in the tests of a project, wherever it stands. */
export const change = (folder: string, from: string, to: string): void => {
  for (const name of readdirSync(folder).filter((file) => file.includes('.test.'))) {
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))
  }
}

/** The path of a tool that is installed further up. */
export const tool = (path: string): string => join(root, 'node_modules', path)
