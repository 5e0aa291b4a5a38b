/** Keeps what each module gave to its file, for `npm run size -- --map`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'

export const MODULE_MAP = '.build/modules.json'

const nameOf = (id) => (id.startsWith('\0') ? id.slice(1) : relative('.', id).replace(/^.*node_modules\//, ''))

export const moduleMap = {
  name: 'module-map',
  generateBundle(_, bundle) {
    const rows = Object.values(bundle).flatMap(({ fileName, modules = {} }) =>
      Object.entries(modules).map(([id, { code }]) => ({ file: fileName, module: nameOf(id), code: code ?? '' })),
    )
    mkdirSync('.build', { recursive: true })
    writeFileSync(MODULE_MAP, JSON.stringify(rows))
  },
}
