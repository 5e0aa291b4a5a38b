/** How often what is told is shown. */
import { marbles } from 'rxjs-marbles/jest'
import { paced } from '../../../component/panel/paced'

const PACE_MS = 5

const TOLD = { a: 'a', b: 'b', c: 'c', x: undefined }

describe('what is shown at a pace', () => {
  it(
    'is shown at once, and then the latest when the time has passed',
    marbles((m) => {
      const told$ = m.hot(' -a-bc-------d')
      const shown = '       -a----c-----d'
      m.expect(told$.pipe(paced(() => m.scheduler.now(), PACE_MS))).toBeObservable(shown)
    }),
  )

  it(
    'in the very frame in which the time has passed: what is told then is shown, and what waited is not',
    marbles((m) => {
      const told$ = m.hot(' -a-b--c')
      const shown = '       -a----c'
      m.expect(told$.pipe(paced(() => m.scheduler.now(), PACE_MS))).toBeObservable(shown)
    }),
  )

  it(
    'takes no time of others while there is nothing to show',
    marbles((m) => {
      const told$ = m.hot(' -a-----x-b', TOLD)
      const shown = '       -a-------b'
      m.expect(told$.pipe(paced(() => m.scheduler.now(), PACE_MS))).toBeObservable(shown)
    }),
  )

  it(
    'is dropped while it waits when there is nothing to show any more',
    marbles((m) => {
      const told$ = m.hot(' -a-bx-----c', TOLD)
      const shown = '       -a--------c'
      m.expect(told$.pipe(paced(() => m.scheduler.now(), PACE_MS))).toBeObservable(shown)
    }),
  )
})
