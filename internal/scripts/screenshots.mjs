/** `npm run screenshots`: makes the pictures of docs/images anew, from the pages of the last build. */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

process.chdir(join(import.meta.dirname, '../..'))
const outfile = resolve('.build/screenshots.cjs')
await build({
  entryPoints: ['spec/end-to-end/screenshots.ts'],
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
