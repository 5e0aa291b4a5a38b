/**
 * `npm test` and `npm run test:fast`: runs stages one after another, stops at the first that fails, and says in the end
 * how long each took.
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const run = (script, ...args) => ['npm', 'run', '--silent', script, ...args]

const TYPES = ['types', run('typecheck')]
/** What decides a call, in virtual time. */
const CORE = 'spec/(call|run|link|policies|testing)/'

/** The same stories each time, spread over what there is. */
const STORIES = { FUZZ_SEED: '1', FUZZ_WORKERS: String(availableParallelism()) }

const STAGES = {
  all: [
    TYPES,
    ['lint', run('lint')],
    ['import rules', run('depcruise')],
    ['the walk', [...run('walk'), '--', '--check']],
    ['build', run('build')],
    ['unit specs', run('test:unit')],
    ['20,000 stories', run('fuzz', '--', 'whole'), STORIES],
    ['end-to-end specs', run('test:end-to-end')],
  ],
  fast: [TYPES, ['specs of the core', ['npx', 'jest', '--selectProjects', 'unit', '--testPathPatterns', CORE]]],
}

const stages = STAGES[process.argv[2]]

const outcomes = []
for (const [name, [command, ...args], more = {}] of stages) {
  if (outcomes.at(-1)?.failed) break
  console.log(`\n== ${name}: ${[command, ...args].join(' ')}`)
  const begunAt = performance.now()
  const env = { ...process.env, ...more }
  const { status } = spawnSync(command, args, { env, stdio: 'inherit', shell: process.platform === 'win32' })
  outcomes.push({ name, failed: status !== 0, seconds: ((performance.now() - begunAt) / 1000).toFixed(1) })
}

console.log('\n== stages')
stages.forEach(([name], at) => {
  const { failed, seconds = '' } = outcomes[at] ?? {}
  const word = failed === undefined ? 'not run' : failed ? 'FAILED' : 'passed'
  console.log(`${name.padEnd(18)} ${word.padEnd(7)} ${seconds.padStart(7)}${seconds === '' ? '' : ' s'}`)
})
if (outcomes.some(({ failed }) => failed)) process.exitCode = 1
