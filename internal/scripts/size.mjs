/**
 * `npm run size`: what the built package weighs, to the byte, beside the goals. `size-limit` in package.json says what an entry may
 * weigh: a row above its goal may not grow either. `-- --write` puts the weights into the README, `-- --check` fails when
 * they are not what it says, `-- --map` shows which modules the weight is made of.
 */
import { execFileSync } from 'node:child_process'
import { moduleWeights } from './size/module-weights.mjs'
import { readmeFaults, writeReadmes } from './size/readme.mjs'
import { allScripts, CALL_GOAL, loadedBy, logInOnly, modernCall, weighFiles } from './size/weigh.mjs'

const asked = (option) => process.argv.includes(option)

const call = new Set([...loadedBy('index.js'), ...loadedBy('login/index.js')])
/** What an entry brings to a page that has a call already. */
const added = (entry) => weighFiles([...loadedBy(entry)].filter((file) => !call.has(file)))

const weights = {
  call: weighFiles(call),
  modern: await modernCall(),
  'login/index.js': weighFiles(loadedBy('login/index.js')),
  'policies/index.js': added('policies/index.js'),
  'rxjs/index.js': added('rxjs/index.js'),
}
const rows = [
  { what: 'a whole audio call, ES5: component, log-in, RxJS', weight: weights.call, goal: CALL_GOAL },
  {
    what: 'the same for a modern bundler, without templates',
    weight: weights.modern,
    goal: { min: 44_000, gz: 15_000 },
    most: { min: 98_600, gz: 36_500 },
  },
  { what: 'of it, what only a log-in needs', weight: await logInOnly(), goal: { min: 4_000 }, most: { min: 7_100 } },
  ...['index.js', 'login/index.js', 'call/index.js', 'policies/index.js', 'rxjs/index.js'].map((entry) => ({
    what: `${entry} with all that it loads`,
    weight: weighFiles(loadedBy(entry)),
  })),
  { what: 'every script of the folder', weight: weighFiles(allScripts()) },
]

const exceeds = ({ min, gz }, limit) => min > limit.min || gz > (limit.gz ?? Infinity)
const verdict = ({ weight, goal, most = goal }) => {
  if (goal === undefined) return ''
  if (!exceeds(weight, goal)) return 'met'
  return most !== goal && exceeds(weight, most) ? 'GREW' : 'missed'
}
const bytes = (count) => (count === undefined ? '' : count.toLocaleString('en'))
const line = (cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(50) : cell.padStart(9))).join(' ')

console.log(line(['bytes', 'min', 'gz', 'goal min', 'goal gz', 'verdict']))
for (const row of rows) {
  const { what, weight, goal = {} } = row
  console.log(line([what, bytes(weight.min), bytes(weight.gz), bytes(goal.min), bytes(goal.gz), verdict(row)]))
}

if (asked('--map')) {
  const { folders, modules } = await moduleWeights('common/core.js')
  const listed = [[], ...folders, [], ...modules.slice(0, 60)]
  console.log(listed.map(([weight = '', name = '']) => `${bytes(weight || undefined).padStart(9)} ${name}`).join('\n'))
}
if (asked('--write')) writeReadmes(weights)
const faults = asked('--check') ? readmeFaults(weights) : []
faults.forEach((fault) => console.error(fault))

execFileSync('npx', ['size-limit'], { stdio: 'inherit' })
if (faults.length > 0 || rows.some((row) => verdict(row) === 'GREW')) process.exit(1)
