import { TestScheduler } from 'rxjs/testing'
import type { Cell } from './cells'
import { playCell } from './play-cell'
import { createVirtualWorld } from './virtual-world'

/** Plays a cell in virtual time: what is wrong with it. */
export const playVirtually = (cell: Cell): readonly string[] => {
  const scheduler = new TestScheduler(() => undefined)
  let faults: readonly string[] = ['the cell never came to its end']
  scheduler.run(({ flush }) => {
    const world = createVirtualWorld()
    playCell(cell, world).subscribe((found) => {
      faults = found
      world.stop()
    })
    flush()
  })
  return scheduler.actions.length > 0 ? [...faults, `${scheduler.actions.length} timers are left`] : faults
}
