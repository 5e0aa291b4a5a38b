/** What stands between a package and a release with provenance is named before anything is published. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const script = join(__dirname, '../../internal/checks/release.mjs')

const folder = mkdtempSync(join(tmpdir(), 'release-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Repository = Readonly<Record<string, string>> | undefined

const check = (sdk: Repository, centre: Repository, running?: string) => {
  mkdirSync(join(folder, 'call-centre'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ repository: sdk }))
  writeFileSync(join(folder, 'call-centre/package.json'), JSON.stringify({ repository: centre }))
  const { status, stderr } = spawnSync('node', [script, folder], {
    encoding: 'utf8',
    // What is undefined is not handed on: the clone may be anywhere.
    env: { ...process.env, GITHUB_REPOSITORY: running, GITHUB_SERVER_URL: undefined },
  })
  return { status, said: stderr }
}

const sdk = { type: 'git', url: 'git+https://github.com/example/sdk.git' }
const centre = { ...sdk, directory: 'call-centre' }

it('lets both packages pass that name the repository that publishes them', () => {
  expect(check(sdk, centre, 'example/sdk')).toEqual({ status: 0, said: '' })
})

it.each([
  ['no repository', undefined, centre, 'package.json has no field `repository` with a `url`'],
  [
    'another repository',
    { ...sdk, url: 'git+https://github.com/example/fork.git' },
    centre,
    '"git+https://github.com/example/fork.git", and this runs in https://github.com/example/sdk',
  ],
  ['no git address', { ...sdk, url: 'example/sdk' }, centre, '"example/sdk", which is no git+https address'],
  [
    'a workspace without its folder',
    sdk,
    sdk,
    'call-centre/package.json has the `repository.directory` "" instead of "call-centre"',
  ],
])('names %s, and what to write', (_, ofSdk, ofCentre, words) => {
  const { status, said } = check(ofSdk, ofCentre, 'example/sdk')
  expect(status).toBe(1)
  expect(said).toContain(words)
  expect(said).toContain('Write into it: "repository": {"type":"git","url":"git+https://github.com/example/sdk.git"')
})

it('invents no address where none is known', () => {
  expect(check(undefined, undefined).said).toContain('"url":"git+https://github.com/<owner>/<name>.git"')
})
