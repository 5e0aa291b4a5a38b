import { marbles } from 'rxjs-marbles/jest'
import { inBatches } from '../../../lib/app/log/in-batches'

const limits = { ms: 10, bytes: 60 }

describe('a log in batches', () => {
  it(
    'tells what came within the time at once, and leaves the time between two batches',
    marbles((m) => {
      const line$ = m.hot('  --a-b---------------c')
      const batches = '      -- 10ms x 9ms y'
      const x = 'a\nb'
      m.expect(line$.pipe(inBatches(limits))).toBeObservable(batches, { x, y: 'c' })
    }),
  )

  it(
    'tells the rest when the lines end',
    marbles((m) => {
      const line$ = m.hot('  --a-b-|')
      const batches = '      ------(x|)'
      m.expect(line$.pipe(inBatches(limits))).toBeObservable(batches, { x: 'a\nb' })
    }),
  )

  it(
    'without lines tells nothing, and has no timer',
    marbles((m) => {
      const line$ = m.hot('  ---------|')
      const batches = '      ---------|'
      m.expect(line$.pipe(inBatches(limits))).toBeObservable(batches)
    }),
  )

  it(
    'of what does not fit, tells the number',
    marbles((m) => {
      const long = 'x'.repeat(12)
      const line$ = m.hot('  (aaa|)', { a: long })
      const batches = '      (x|)'
      m.expect(line$.pipe(inBatches(limits))).toBeObservable(batches, { x: `${long}\nand 2 more` })
    }),
  )
})
