/** What is bundled keeps its licence: dist/licences/<package>.txt. */
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

const bundledElsewhere = ['rxjs', 'tslib', 'glass-easel', 'glass-easel-miniprogram-adapter']

const packageOf = (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]

/** `files` are the inputs of a bundle, as paths. Throws when a package brings no licence. */
export const copyLicences = async (files) => {
  const names = new Set([...bundledElsewhere, ...files.map(packageOf).filter((name) => name !== undefined)])
  await mkdir('dist/licences', { recursive: true })
  for (const name of names) {
    const folder = join('node_modules', name)
    const licence = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file))
    if (!licence) throw new Error(`${name} is bundled but brings no licence file`)
    await copyFile(join(folder, licence), `dist/licences/${name.replace('/', '+')}.txt`)
  }
}
