/** What is bundled keeps its licence: `<folder>/<package>.txt`. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const packageOf = (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]

/** What a package says of its licence that brings no text of it. */
const statedLicence = async (from, name) => {
  const { version, license, author } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'))
  if (!license || !author) throw new Error(`${name} is bundled but brings no licence`)
  const who = author.name ?? author
  return `${name} ${version}, ${who}: licence ${license} (https://spdx.org/licenses/${license}.html), as its package.json says.\n`
}

/** `files` are the inputs of a bundle, as paths, `others` packages that are bundled elsewhere. Throws when one brings no licence. */
export const copyLicences = async (folder, files, others) => {
  const names = new Set([...others, ...files.map(packageOf).filter((name) => name !== undefined)])
  await mkdir(folder, { recursive: true })
  for (const name of names) {
    const from = join('node_modules', name)
    const licence = (await readdir(from)).find((file) => /^licen[cs]e/i.test(file))
    const to = join(folder, `${name.replace('/', '+')}.txt`)
    if (licence) await copyFile(join(from, licence), to)
    else await writeFile(to, await statedLicence(from, name))
  }
}
