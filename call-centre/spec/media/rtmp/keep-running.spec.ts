import { keepRunning } from '../../../media/rtmp/keep-running'
import { createVirtualClock } from '../../virtual-clock'

function scene() {
  const clock = createVirtualClock()
  const begin = clock.now()
  const begun: { readonly at: number; readonly end: () => void; killed: boolean }[] = []
  const stop = keepRunning((ended) => {
    const run = { at: clock.now() - begin, end: ended, killed: false }
    begun.push(run)
    return { kill: () => (run.killed = true) }
  }, clock)
  return { clock, begun, stop, last: () => begun.at(-1) }
}

it('what ends is begun again: soon at first, then more seldom, and never more than 0.8 s later', () => {
  const { clock, begun, last } = scene()
  for (let i = 0; i < 7; i += 1) {
    last()?.end()
    clock.advance(5_000 - 1)
  }
  const pauses = begun.slice(1).map(({ at }, index) => at - index * (5_000 - 1))
  expect(pauses).toEqual([50, 100, 200, 400, 800, 800, 800])
})

it('what ran for a while was no failure to begin', () => {
  const { clock, begun, last } = scene()
  for (let i = 0; i < 3; i += 1) {
    clock.advance(10_000)
    last()?.end()
    clock.advance(50)
  }
  expect(begun).toHaveLength(4)
})

it('an end that is told twice counts once', () => {
  const { clock, begun, last } = scene()
  const end = last()?.end
  end?.()
  end?.()
  clock.advance(1_000)
  expect(begun).toHaveLength(2)
})

it('after the stop it is killed, and nothing is begun', () => {
  const { clock, begun, stop, last } = scene()
  stop()
  last()?.end()
  clock.advance(10_000)
  expect([begun.length, last()?.killed, clock.pending()]).toEqual([1, true, 0])
})

it('a stop in the pause leaves no timer', () => {
  const { clock, begun, stop, last } = scene()
  last()?.end()
  stop()
  clock.advance(10_000)
  expect([begun.length, clock.pending()]).toEqual([1, 0])
})
