/** The package as `npm publish` would publish it, from the build that is there. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

const shell = process.platform === 'win32'

export const npm = (folder, ...args) =>
  execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'inherit'] }).trim()

/** How `npm install` is called here: as a user does, only with fewer words and fewer questions to the registry. */
export const INSTALLED = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']

/** Answers with the tarball's path: of the SDK, or with `['--workspace', 'call-centre']` of the call centre. */
export const packInto = (folder, workspace = []) => {
  if (!existsSync(join(root, 'miniprogram_dist/index.js')) || !existsSync(join(root, 'dist/index.d.mts'))) {
    throw new Error('There is no build. Run npm run build first.')
  }
  return join(folder, npm(root, 'pack', ...workspace, '--ignore-scripts', '--silent', '--pack-destination', folder))
}
