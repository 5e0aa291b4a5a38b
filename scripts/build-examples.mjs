/** Bundles the pages of the call centre, the phone, and for Node the commands: tccc-wx-sdk and tccc-call-centre. */
import { chmod } from 'node:fs/promises'
import { build } from 'esbuild'
import { copyLicences } from './copy-licences.mjs'
import { loadSource, node } from './load-source.mjs'

const { buildPages } = await loadSource('examples/call-centre/pages/build.ts')
await buildPages()
const { buildPhone } = await loadSource('examples/phone/build.ts')
await buildPhone()

const command = 'dist/bin/tccc-wx-sdk.cjs'
await build({
  ...node,
  entryPoints: ['tools/tccc-wx-sdk.ts'],
  outfile: command,
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
})
await chmod(command, 0o755)

// Last, because scripts/start.mjs takes this file's time for the time of the whole build.
const centre = 'dist/call-centre/main.cjs'
const { metafile } = await build({
  ...node,
  entryPoints: ['examples/call-centre/main.ts'],
  outfile: centre,
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  // Optional accelerators of ws, which are compiled and cannot be bundled; ws goes on without them.
  external: ['bufferutil', 'utf-8-validate'],
  metafile: true,
})
await copyLicences(Object.keys(metafile.inputs))
await chmod(centre, 0o755)
