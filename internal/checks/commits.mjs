/**
 * `npm run check:commits`: the subject of each commit since this file came is in the imperative, begins with a capital
 * letter, has at most 72 characters and no full stop.
 */
import { execFileSync } from 'node:child_process'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')
const LONGEST = 72

/** What begins no order: articles and the like, a past or a progressive form, "adds" for "add". */
const NO_VERB =
  /^(an?|the|this|that|these|those|it|its|we|i|you|one|two|no|not|now|more|less|some|all|each|every|what|when|where|who|how|why|which|if|as|at|by|for|from|in|of|on|to|with|without|after|before|and|but|or)$/i
const NO_IMPERATIVE = /(?<!ss)(?:[^s]ing|[^e]ed|[^su]s)$/i
/** They look like those and are none. */
const IMPERATIVE =
  /^(bring|feed|need|seed|speed|embed|proceed|exceed|succeed|ring|string|swing|wing|bias|canvas|alias)$/i

const isOrder = (word) => IMPERATIVE.test(word) || !(NO_VERB.test(word) || NO_IMPERATIVE.test(word))

const complaintsAbout = (subject) => {
  const [word = ''] = subject.split(/[\s:,]/)
  return [
    ...(subject.length > LONGEST ? [`has ${subject.length} characters, ${LONGEST} at most`] : []),
    ...(/^[A-Z][a-z]/.test(subject) && isOrder(word)
      ? []
      : [`begins with "${word}", not with a verb: Add, Keep, Say …`]),
    ...(subject.endsWith('.') ? ['ends with a full stop'] : []),
  ]
}

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

const subjects = () => {
  const own = relative(root, import.meta.filename)
  const [introducing] = git('log', '--diff-filter=A', '--format=%H', '--', own).split('\n').filter(Boolean)
  const commits = introducing === undefined ? '' : git('log', '--no-merges', '--format=%h %s', `${introducing}~..HEAD`)
  return commits.split('\n').filter(Boolean)
}

const found = subjects().flatMap((line) => {
  const [hash, ...words] = line.split(' ')
  return complaintsAbout(words.join(' ')).map((complaint) => `${hash} ${words.join(' ')}\n  ${complaint}`)
})
for (const complaint of found) console.error(complaint)
console.log(found.length === 0 ? 'Commit subjects: all right.' : `Commit subjects: ${found.length} complaints.`)
if (found.length > 0) process.exitCode = 1
