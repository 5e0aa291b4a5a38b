/** What each module gives to the mini program build, minified by itself: names between modules are still long here. */
import { existsSync, readFileSync } from 'node:fs'
import { transform } from 'esbuild'
import { MODULE_MAP } from '../mini-program/module-map.mjs'

const folderOf = (module) => (module.startsWith('rxjs/') ? 'rxjs' : module.split('/').slice(0, 2).join('/'))

/** Rows `[bytes, name]`, heaviest first: the folders, then the modules of one file of the build. */
export const moduleWeights = async (file) => {
  if (!existsSync(MODULE_MAP)) throw new Error(`There is no ${MODULE_MAP}: run npm run build first.`)
  const rows = JSON.parse(readFileSync(MODULE_MAP, 'utf8')).filter((row) => row.file === file)
  const modules = await Promise.all(
    rows.map(async ({ module, code }) => [
      (await transform(code, { minify: true, charset: 'utf8' })).code.length,
      module,
    ]),
  )
  const folders = new Map()
  for (const [bytes, module] of modules) {
    folders.set(folderOf(module), (folders.get(folderOf(module)) ?? 0) + bytes)
  }
  const heaviestFirst = (pairs) => pairs.sort(([one], [other]) => other - one)
  return {
    folders: heaviestFirst([...folders].map(([folder, bytes]) => [bytes, folder])),
    modules: heaviestFirst(modules),
  }
}
