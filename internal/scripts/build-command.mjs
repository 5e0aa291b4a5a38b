/** The command of the package, tccc-wx-sdk, what its `init` writes, and the licences of what the whole package bundles. */
import { readFileSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { copyLicences } from './copy-licences.mjs'
import { loadSource, node } from './load-source.mjs'

const command = 'dist/bin/tccc-wx-sdk.cjs'
const { metafile } = await build({
  ...node,
  entryPoints: ['devtools/command/tccc-wx-sdk.ts'],
  outfile: command,
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  metafile: true,
})
await copyLicences('dist/licences', Object.keys(metafile.inputs), ['rxjs', 'tslib'])
await chmod(command, 0o755)

const { starterOf } = await loadSource('devtools/init/starter.ts')
const starter = starterOf((file) => readFileSync(`examples/mini-program/${file}`, 'utf8'))
await writeFile('dist/bin/starter.json', JSON.stringify([...starter]))
