/** A lock file says what each package has to be, and never where it was downloaded. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly link?: boolean
  readonly integrity?: string
  readonly resolved?: string
}

const root = join(__dirname, '../..')
/** Wherever there is a package; what is installed or built is not ours. */
const foldersBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^([.]|node_modules$|dist$|miniprogram_dist$)/.test(entry.name))
    .flatMap(({ name }) => [join(folder, name), ...foldersBelow(join(folder, name))])
const lockFiles = ['', ...foldersBelow('')]
  .map((folder) => join(folder, 'package-lock.json'))
  .filter((file) => existsSync(join(root, file)))

describe.each(lockFiles)('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { packages: Record<string, Locked> }
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)

  it('has an integrity hash for each package', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  })

  it('has no download address', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  })
})

it('the lock files of the SDK and of its workshops are among them', () => {
  expect(lockFiles).toEqual(
    expect.arrayContaining([
      'package-lock.json',
      'internal/bench/package-lock.json',
      'internal/site/package-lock.json',
    ]),
  )
})
