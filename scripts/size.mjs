/**
 * `npm run size`: what the built package weighs, to the byte. Fails when a row weighs more than it may. A row above its
 * goal may not grow either: `most` is what it weighed when that was found.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import ts from 'typescript'

const built = 'miniprogram_dist'
const read = (file) => readFileSync(join(built, file), 'utf8')

/** An entry with every file that it loads. */
const loadedBy = (entry, seen = new Set()) => {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const [, path] of read(entry).matchAll(/require\("(\.[^"]+)"\)/g)) {
    loadedBy(posix.join(posix.dirname(entry), path), seen)
  }
  return seen
}

const weigh = (texts) => {
  const all = Buffer.from(texts.join('\n'))
  return { min: all.length, gz: gzipSync(all, { level: 9 }).length }
}
const weighFiles = (files) => weigh([...files].map(read))

/** What a modern app bundles for the same call: the ES2018 build with RxJS inside, minified by its bundler. */
const modernCall = async () => {
  const names = 'createCall, createWxLink, placeCall, announce, mediaWish, wxEnvironment$, hangUp, mute, unmute'
  const contents = `
    export { ${names} } from './dist/index.mjs'
    export { login, checkLogin } from './dist/login.mjs'
    export { dialLimit } from './dist/policies.mjs'`
  const stdin = { contents, resolveDir: '.' }
  const options = {
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
    format: 'cjs',
    charset: 'utf8',
    target: 'es2018',
  }
  // The condition that every bundler but WeChat's own can name; it saves a quarter of RxJS.
  const { outputFiles } = await build({ ...options, stdin, conditions: ['es2015'] })
  return weigh(outputFiles.map(({ text }) => text))
}

/** The modules that only a log-in needs, one by one, in ES5. */
const logInOnly = async () => {
  const mine = ['lib/login.ts', ...readdirSync('lib/login').map((file) => `lib/login/${file}`), 'lib/wx/request.ts']
  const compilerOptions = { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.ESNext, importHelpers: true }
  const minified = mine.map(async (file) => {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions })
    const { code } = await transform(outputText, { minify: true, format: 'esm', charset: 'utf8' })
    return code
  })
  return weigh(await Promise.all(minified))
}

const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
const call = new Set([...loadedBy('index.js'), ...loadedBy('login/index.js')])

const rows = [
  {
    what: 'a whole audio call, ES5: component, log-in, RxJS',
    weight: weighFiles(call),
    goal: { min: 52_000, gz: 17_000 },
    most: { min: 77_000, gz: 24_500 },
  },
  {
    what: 'the same for a modern bundler, without templates',
    weight: await modernCall(),
    goal: { min: 44_000, gz: 15_000 },
    most: { min: 56_000, gz: 20_200 },
  },
  { what: 'of it, what only a log-in needs', weight: await logInOnly(), goal: { min: 4_000 } },
  ...['index.js', 'login/index.js', 'call/index.js', 'policies/index.js', 'rxjs/index.js'].map((entry) => ({
    what: `${entry} with all that it loads`,
    weight: weighFiles(loadedBy(entry)),
  })),
  { what: 'every script of the folder', weight: weighFiles(scripts) },
]

const exceeds = ({ min, gz }, limit) => min > limit.min || gz > (limit.gz ?? Infinity)
const verdict = ({ weight, goal, most = goal }) => {
  if (goal === undefined) return ''
  if (!exceeds(weight, goal)) return 'met'
  return exceeds(weight, most) ? 'GREW' : 'missed, not grown'
}
const bytes = (count) => (count === undefined ? '' : count.toLocaleString('en'))
const line = (cells) =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(50) : cell.padStart(column > 4 ? 20 : 9))).join(' ')

console.log(line(['bytes', 'min', 'gz', 'goal min', 'goal gz', 'verdict']))
for (const row of rows) {
  const { what, weight, goal = {} } = row
  console.log(line([what, bytes(weight.min), bytes(weight.gz), bytes(goal.min), bytes(goal.gz), verdict(row)]))
}
if (rows.some((row) => verdict(row) === 'GREW')) process.exit(1)
