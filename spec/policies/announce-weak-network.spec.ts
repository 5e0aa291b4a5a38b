import { marbles } from 'rxjs-marbles/jest'
import { announceWeakNetwork } from '../../lib/entries/policies'
import { notices } from './facts'

const letters = {
  phone: { w: { type: 'pusher/status', code: 1101 }, v: { type: 'player/status', code: 2105 } },
} as const
const policies = [announceWeakNetwork({ quietMs: 10 })]
const n = 'weakNetwork'

describe('announceWeakNetwork', () => {
  it(
    'tells the page of a poor way up, and of a stuttering voice',
    marbles((m) => {
      const phone = '   ---w 19ms v'
      const told = '    ---n 19ms n'
      m.expect(notices(m, { phone, letters, policies })).toBeObservable(told, { n })
    }),
  )

  it(
    'once within its quiet time, its last frame included',
    marbles((m) => {
      const phone = '   ---wvw-------ww'
      const told = '    ---n----------n'
      m.expect(notices(m, { phone, letters, policies })).toBeObservable(told, { n })
    }),
  )

  it(
    'the seat hangs up in the same frame: nothing is told',
    marbles((m) => {
      const seat = '    -s-e'
      const phone = '   ---w'
      const told = '    ----'
      m.expect(notices(m, { seat, phone, letters, policies })).toBeObservable(told, { n })
    }),
  )
})
