/** `npm run check:package`: the tarball for those who install it: publint, are-the-types-wrong, the public surface. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { packInto, root } from '../pack.mjs'
import { surface } from './surface.mjs'

const require = createRequire(import.meta.url)

const REPORT = 'internal/api/tccc-wx-sdk.api.md'

const workshop = mkdtempSync(join(tmpdir(), 'tccc-check-package-'))
const tarball = packInto(workshop)
const centre = packInto(workshop, ['--workspace', 'call-centre'])

/** What a page loads by its tag is no module of Node, whatever its package says. */
const isOfAPage = ({ code, args }) =>
  code === 'FILE_INVALID_FORMAT' &&
  /dist\/(sign-in|accounts|phone|workstation|operator|inspector)\//.test(args.actualFilePath)

/** Suggestions are complaints, too. */
const lint = (packed) => async () => {
  const { buffer } = readFileSync(packed)
  const { messages, pkg } = await publint({ pack: { tarball: buffer } })
  return messages.filter((message) => !isOfAPage(message)).map((message) => formatMessage(message, pkg))
}

const areTheTypesWrong = () => {
  const attw = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js')
  const { status, stdout, stderr } = spawnSync('node', [attw, tarball, '--format', 'ascii'], { encoding: 'utf8' })
  return status === 0 ? [] : [stdout + stderr]
}

/** A change of the surface has to be seen in review: it stands in the report, or the check fails. */
const isReported = async () => {
  const now = await surface()
  if (process.argv.includes('--write')) writeFileSync(join(root, REPORT), now)
  const reported = readFileSync(join(root, REPORT), 'utf8')
  if (now === reported) return []
  writeFileSync(join(workshop, 'now.md'), now)
  const args = ['diff', '--no-index', '--no-color', '--unified=1', join(root, REPORT), join(workshop, 'now.md')]
  const { stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return [`${REPORT} does not say so. Run npm run check:package -- --write, and look at what has changed:`, stdout]
}

/** A command and its pages: what a mini program gets must not carry them, nor they anything that is not built. */
const isApart = () => {
  const listed = (packed) => execFileSync('tar', ['-tzf', packed], { encoding: 'utf8' }).trim().split('\n')
  const inSdk = listed(tarball).filter((file) =>
    /dist\/(call-centre|sign-in|accounts|phone|workstation|operator)/.test(file),
  )
  const inCentre = listed(centre).filter(
    (file) => !/^package\/((dist|deploy)\/|(command\.cjs|package\.json|README\.md|LICENSE)$)/.test(file),
  )
  return [...inSdk, ...inCentre].map((file) => `${file} is in the wrong package`)
}

const checks = {
  'publint, tccc-wx-sdk': lint(tarball),
  'publint, tccc-call-centre': lint(centre),
  'are-the-types-wrong': areTheTypesWrong,
  'each file in its package': isApart,
  'the public surface': isReported,
}

for (const [name, check] of Object.entries(checks)) {
  const complaints = await check()
  console.log(`${complaints.length === 0 ? 'PASS' : 'FAIL'} ${name}`)
  for (const complaint of complaints) console.log(`  ${complaint}`)
  if (complaints.length > 0) process.exitCode = 1
}
rmSync(workshop, { recursive: true, force: true })
