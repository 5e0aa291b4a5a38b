import { textOf } from '../shared/h'
import { refusalIn } from '../workstation/refusals'
import { workstationView } from '../workstation/view'
import { after, inTalk } from './scene'

it.each([
  ['zh', '该坐席不空闲。'],
  ['en', 'That seat is not free.'],
] as const)('an agent reads in the language of the page why the centre did not do it: %s', (language, words) => {
  const refused = { type: 'seat/refused', command: 'seat/transfer', code: 'SEAT_NOT_FREE' } as const
  const state = after(...inTalk, { type: 'click/language', language }, refused)
  expect(textOf(workstationView(state, 9_000, () => undefined))).toContain(words)
})

it('what is not known is shown as it came', () => {
  expect(refusalIn('constructor', 'zh')).toBe('constructor')
})
