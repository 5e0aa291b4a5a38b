import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { dts } from 'rollup-plugin-dts'
import { chunksFor } from './internal/scripts/mini-program/chunks.mjs'
import { moduleMap } from './internal/scripts/mini-program/module-map.mjs'
import { leanRxjs } from './internal/scripts/mini-program/lean-rxjs.mjs'
import { rxjsAsEs5 } from './internal/scripts/mini-program/rxjs-as-es5.mjs'
import { shortEs5 } from './internal/scripts/mini-program/short-es5.mjs'

const entries = {
  ...Object.fromEntries(
    [
      'index',
      'login',
      'call',
      'readiness',
      'policies',
      'rxjs',
      'testing',
      'tones',
      'text',
      'rating',
      'waiting',
      'report',
    ].map((name) => [name, `lib/entries/${name}.ts`]),
  ),
  'black-box': 'devtools/black-box/index.ts',
}

const PANEL = 'devtools/inspector/panel'
const assets = ['component', PANEL].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(json|wxml|wxss)$/.test(file) && file !== 'tsconfig.json')
    .map((file) => ({ file, path: `${folder}/${file}` })),
)
// Each component is one .json with a .ts of the same name.
const componentInputs = Object.fromEntries(
  assets
    .filter(({ file }) => file.endsWith('.json'))
    .map(({ file, path }) => [file.replace(/\.json$/, ''), path.replace(/\.json$/, '.ts')]),
)

// Types are checked by `tsc -b`.
const compile = (target, options) =>
  typescript({
    tsconfig: 'internal/tsconfig.build.json',
    compilerOptions: { target, noCheck: true, noEmit: false, incremental: false },
    ...options,
  })

const copyAssets = {
  name: 'copy-assets',
  generateBundle() {
    for (const { file, path } of assets) {
      this.emitFile({ type: 'asset', fileName: file, source: readFileSync(path) })
    }
  },
}

// Nothing of the others, which stand beside a call, may come to the part that all share.
const callComponents = ['index', 'pusher', 'player'].map((name) => componentInputs[name])
// What panel and bar show of a call: for each of them that is used, and once for both.
const SHOWN = /\/component\/panel\/(clock|letters|paced|view|words)\.ts$/
const HELPERS = resolve('internal/scripts/mini-program/es5-helpers.js')
const helpers = { name: 'helpers', resolveId: (id) => (id === 'tslib' ? HELPERS : null) }
// Older phones parse nothing newer than ES5.
const es5 = () => [
  helpers,
  leanRxjs,
  rxjsAsEs5,
  compile('ES5', { tslib: HELPERS }),
  shortEs5,
  nodeResolve({ exportConditions: ['es2015'] }),
]

// One Chinese character doubles what the whole text of a script takes in memory; escaped, it does not.
const forPhones = {
  ecma: 5,
  compress: { passes: 3, pure_getters: true, keep_fargs: false },
  format: { ascii_only: true, comments: /^!/ },
}

const miniProgram = async () => {
  const chunkOf = await chunksFor([...callComponents, entries.login, entries.call], es5())
  return {
    input: {
      ...componentInputs,
      'login/index': entries.login,
      'call/index': entries.call,
      'readiness/index': entries.readiness,
      'policies/index': entries.policies,
      'rxjs/index': entries.rxjs,
      'tones/index': entries.tones,
      'text/index': entries.text,
      'rating/index': entries.rating,
      'waiting/index': entries.waiting,
      'report/index': entries.report,
    },
    output: {
      dir: 'miniprogram_dist',
      format: 'cjs',
      generatedCode: 'es5',
      chunkFileNames: 'common/[name].js',
      manualChunks: (id) => (SHOWN.test(id) ? 'shown' : chunkOf(id)),
      onlyExplicitManualChunks: true,
      minifyInternalExports: true,
      banner: ({ isEntry }) => (isEntry ? '' : '/*! With RxJS (Apache-2.0): see dist/licences */'),
    },
    plugins: [...es5(), copyAssets, moduleMap, terser(forPhones)],
  }
}

const external = /^rxjs(\/|$)/

const library = {
  input: entries,
  output: ['mjs', 'cjs'].map((extension) => ({
    dir: 'dist',
    format: extension === 'mjs' ? 'es' : 'cjs',
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `common/[name].${extension}`,
  })),
  external,
  plugins: [compile('ES2018'), nodeResolve()],
}

const types = {
  input: entries,
  output: ['mts', 'cts'].map((extension) => ({
    dir: 'dist',
    format: 'es',
    entryFileNames: `[name].d.${extension}`,
    chunkFileNames: `common/[name].d.${extension}`,
  })),
  external,
  plugins: [dts({ tsconfig: 'internal/tsconfig.build.json' })],
}

// `npm start` needs the mini program only, and soon.
export default async ({ configMiniProgram }) =>
  configMiniProgram ? [await miniProgram()] : [await miniProgram(), library, types]
