/** The package tccc-call-centre: its pages, the phone, and the command, in call-centre/dist. */
import { chmod, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { copyLicences } from './copy-licences.mjs'
import { loadSource, node } from './load-source.mjs'

const { buildPages } = await loadSource('call-centre/desk/build.ts')
await buildPages()
const { buildPhone } = await loadSource('devtools/phone/build.ts')
await buildPhone()

// Last, because internal/scripts/start.mjs takes this file's time for the time of the whole build.
const command = 'call-centre/dist/main.cjs'
const { dependencies, peerDependencies } = JSON.parse(await readFile('call-centre/package.json', 'utf8'))
const { metafile } = await build({
  ...node,
  entryPoints: ['call-centre/server/main.ts'],
  outfile: command,
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  // What npm installs beside the package; and optional accelerators of ws, which are compiled: ws goes on without them.
  external: [...Object.keys({ ...dependencies, ...peerDependencies }), 'bufferutil', 'utf-8-validate'],
  metafile: true,
})
await copyLicences('call-centre/dist/licences', Object.keys(metafile.inputs), [
  'rxjs',
  'tslib',
  'glass-easel',
  'glass-easel-miniprogram-adapter',
  'trtc-sdk-v5',
  'webrtc-adapter',
])
await chmod(command, 0o755)
