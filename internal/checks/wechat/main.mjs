/** `npm run check:wechat`: the packed package in whole mini programs, through WeChat's own builder and compilers. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm, packInto } from '../pack.mjs'

const here = import.meta.dirname

const changedAt = (file) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0

// 276 MB that nothing else needs: they come with the first check, not with the project.
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  console.log('Installing miniprogram-ci …')
  npm(here, 'ci', '--ignore-scripts', '--no-audit', '--no-fund')
}

// These need what was just installed.
const { apps } = await import('./apps.mjs')
const { broken } = await import('./broken.mjs')
const { checkApp } = await import('./check-app.mjs')
const { tell } = await import('./report.mjs')

const workshop = mkdtempSync(join(tmpdir(), 'tccc-check-wechat-'))
const folderOf = (name) => {
  const folder = join(workshop, name.replace(/\W+/g, '-'))
  mkdirSync(folder)
  return folder
}
const tarball = packInto(workshop)
let failed = 0

const made = new Map()
for (const { name, make, npmAt } of apps) {
  const folder = make({ folder: folderOf(name), tarball })
  const checked = await checkApp({ folder, npmAt, workshop })
  made.set(name, { folder, npmAt })
  failed += checked.warnings.length === 0 ? 0 : 1
  tell(name, checked)
}

// A check that was never seen to fail proves nothing.
console.log('')
for (const { name, of = 'examples/mini-program', spoil, says } of broken) {
  const folder = folderOf(name)
  const good = made.get(of)
  cpSync(good.folder, folder, { recursive: true })
  const { warnings } = await checkApp({ folder, npmAt: good.npmAt, workshop, spoil })
  const isRefused = warnings.some((warning) => says.test(warning))
  failed += isRefused ? 0 : 1
  console.log(`${isRefused ? 'refused, as it should be' : 'FAIL: not refused'}: ${name}`)
}

rmSync(workshop, { recursive: true, force: true })
const passed = `PASS: ${apps.length} mini programs without a warning, ${broken.length} broken ones refused`
console.log(failed === 0 ? `\n${passed}` : `\n${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
