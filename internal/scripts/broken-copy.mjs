/** A copy of the project in which one line at a time is broken, and its specs asked what they see. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** `parts` are copied, `links` (what was installed or built) are only led to. The answer is the copy's folder. */
export const makeCopy = (name, parts, links) => {
  const copy = resolve(root, '.build', name)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  const isOurs = (path) => !links.some((link) => path === join(root, link))
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, filter: isOurs })
  for (const link of links) {
    mkdirSync(dirname(join(copy, link)), { recursive: true })
    if (existsSync(join(root, link))) symlinkSync(join(root, link), join(copy, link))
  }
  return copy
}

/** A line that is broken may never come to an end. */
const LONGEST_MS = 300_000

/** Runs Jest in the copy: of each spec its file in the copy, its titles, and whether it is red. */
export const play = (copy, args, timeout = LONGEST_MS) => {
  const report = join(copy, 'report.json')
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  spawnSync(process.execPath, [jest, ...args, '--forceExit', '--json', `--outputFile=${report}`], {
    cwd: copy,
    stdio: 'ignore',
    timeout,
  })
  const { testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] }
  rmSync(report, { force: true })
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ ancestorTitles, title, status }) => ({
        file: name.slice(copy.length + 1),
        titles: [...ancestorTitles, title],
        isRed: status === 'failed',
      })),
  )
}

/** Ends the process when a line that is to be broken is not there, or is there twice. */
export const checkLines = (copy, mutants) => {
  const strays = mutants.filter(({ file, from }) => readFileSync(join(copy, file), 'utf8').split(from).length !== 2)
  strays.forEach(({ file, from }) => console.error(`${file} does not hold exactly once: ${from}`))
  if (strays.length > 0) process.exit(2)
}

/** What `during` gives while the one line is broken. */
export const whileBroken = (copy, { file, from, to }, during) => {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    whole.replace(from, () => to),
  )
  try {
    return during()
  } finally {
    writeFileSync(path, whole)
  }
}
