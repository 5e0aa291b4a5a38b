import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../shared/h'
import { knownRefusals, refusalIn } from '../workstation/refusals'
import { workstationView } from '../workstation/view'
import { after, inTalk } from './scene'

const SESSIONS = join(__dirname, '../../server/sessions')

/** Sentences that a command of a seat returns. */
const said = readdirSync(SESSIONS)
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => [...readFileSync(join(SESSIONS, name), 'utf8').matchAll(/(?:return|\?|:|=) '([A-Z][^']*\.)'/g)])
  .map(([, sentence = '']) => sentence)

/** They go to the customer, or into the record. */
const others = [
  'All voice lines are in use.',
  'There is no such channel.',
  'You are in a call already.',
  'All lines are busy.',
]

it('each refusal of the centre has words in Chinese, and there are none that it does not say', () => {
  const refusals = new Set(said.filter((sentence) => !others.includes(sentence)))
  expect([...refusals, 'Sign in first.'].sort()).toEqual([...knownRefusals].sort())
})

it('an agent reads it in the language of the page; what is not known as it came', () => {
  const refused = { type: 'seat/refused', command: 'seat/transfer', message: 'That seat is not free.' } as const
  const shows = (language: 'en' | 'zh') =>
    textOf(workstationView(after(...inTalk, { type: 'click/language', language }, refused), 9_000, () => undefined))
  expect(shows('zh')).toContain('该坐席不空闲。')
  expect(shows('en')).toContain('That seat is not free.')
  expect(refusalIn('constructor', 'zh')).toBe('constructor')
})
