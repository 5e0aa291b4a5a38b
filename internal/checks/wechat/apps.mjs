/** Mini programs as people have them, each with the tarball installed. */
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { followReadme } from '../newcomer/follow-readme.mjs'
import { INSTALLED, npm, root } from '../pack.mjs'

/** A copy of `source`; the package is installed at `npmAt`, as a user installs it. */
const copyOf =
  (source, npmAt) =>
  ({ folder, tarball }) => {
    cpSync(join(root, source), folder, { recursive: true })
    npm(join(folder, npmAt), 'install', tarball, ...INSTALLED)
    return folder
  }

const copied = (name, source, npmAt = '.') => ({ name, npmAt, make: copyOf(source, npmAt) })

/** What the DevTools write into a folder that they open for the first time. */
const OPENED_IN_DEVTOOLS = {
  compileType: 'miniprogram',
  setting: { es6: true, enhance: true, minified: true, minifyWXML: true, minifyWXSS: true },
}

const newcomer = (page) => (given) => {
  const folder = followReadme({ ...given, page })
  writeFileSync(join(folder, 'project.config.json'), JSON.stringify(OPENED_IN_DEVTOOLS))
  return folder
}

export const apps = [
  copied('examples/mini-program', 'examples/mini-program'),
  // Nothing is translated here: what does not parse as it is, fails.
  copied('an empty app, without es6 to es5', 'internal/checks/wechat/apps/empty'),
  copied('used in one subpackage', 'internal/checks/wechat/apps/subpackage', 'calls'),
  { name: 'README.zh-CN.md, step by step', npmAt: '.', make: newcomer('README.zh-CN.md') },
  { name: 'README.md, step by step', npmAt: '.', make: newcomer('README.md') },
]
