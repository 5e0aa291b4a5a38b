/** The command of the package, tccc-wx-sdk, and the licences of what the whole package bundles. */
import { chmod } from 'node:fs/promises'
import { build } from 'esbuild'
import { copyLicences } from './copy-licences.mjs'
import { node } from './load-source.mjs'

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
