/** Bundles a TypeScript source for Node and imports it. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const node = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' }

export const loadSource = async (source) => {
  const outfile = resolve(join('.build', source.replace(/\.ts$/, '.mjs')))
  await build({ ...node, entryPoints: [source], outfile, format: 'esm', packages: 'external' })
  return import(pathToFileURL(outfile).href)
}
