/**
 * Bundles a program of `spec/end-to-end` and runs it over the pages of the last build: `npm run day`, `npm run faults:desk`,
 * `npm run screenshots`.
 */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

process.chdir(join(import.meta.dirname, '../..'))
const [program] = process.argv.splice(2, 1)
const outfile = resolve(`.build/${program.replace('/', '-')}.cjs`)
await build({
  entryPoints: [`spec/end-to-end/${program}.ts`],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  // The call centre's own version, which may lie in its folder: what is bundled here runs outside of it.
  alias: { cookie: createRequire(resolve('call-centre/package.json')).resolve('cookie') },
  outfile,
  // The stage finds the build and the voices from where its source is.
  define: { __dirname: JSON.stringify(resolve('spec/end-to-end')) },
  logLevel: 'warning',
})
createRequire(import.meta.url)(outfile)
