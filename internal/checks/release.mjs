/**
 * `npm run check:release`: whether both packages may be published with provenance. npm signs from which repository a
 * package was built, and refuses one whose `repository` names another or none.
 *
 * `node internal/checks/release.mjs [folder]`. Where GitHub runs it, `repository` has to be the one that runs it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.argv[2] ?? join(import.meta.dirname, '../..')
const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: running } = process.env
const PACKAGES = { '.': undefined, 'call-centre': 'call-centre' }

const remedy = (directory) =>
  JSON.stringify({
    type: 'git',
    url: `git+${server}/${running ?? '<owner>/<name>'}.git`,
    ...(directory === undefined ? {} : { directory }),
  })

const plain = (url) => url.replace(/^git\+/, '').replace(/(\.git)?\/?$/, '')

const complaintOf = ({ url, directory }, expectedDirectory) => {
  if (typeof url !== 'string') return 'has no field `repository` with a `url`'
  if (!/^git\+https:\/\//.test(url)) return `has the \`repository.url\` "${url}", which is no git+https address`
  if (running !== undefined && plain(url) !== `${server}/${running}`) {
    return `has the \`repository.url\` "${url}", and this runs in ${server}/${running}`
  }
  if (directory !== expectedDirectory) {
    return `has the \`repository.directory\` "${directory ?? ''}" instead of "${expectedDirectory ?? ''}"`
  }
  return undefined
}

const complaints = Object.entries(PACKAGES).flatMap(([folder, directory]) => {
  const { repository = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const complaint = complaintOf(repository, directory)
  return complaint === undefined
    ? []
    : [`${join(folder, 'package.json')} ${complaint}.\n  Write into it: "repository": ${remedy(directory)}`]
})

for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) {
  console.error('Whoever publishes knows the public address of this project; its authors have named none.')
  process.exitCode = 1
} else console.log('Both packages may be published with provenance.')
