/** `npm run faults`: the whole matrix over real sockets, as a table. Exits with 1 when a cell fails. */
import { setTimeout } from 'node:timers/promises'
import { from, lastValueFrom, mergeMap, toArray } from 'rxjs'
import { type Cell, cells, nameOf } from './cells'
import { playCell } from './play-cell'
import { playVirtually } from './play-virtually'
import { withRealWorld } from './real-world'
import { table } from './table'

/** Cells mostly wait. */
const AT_ONCE = 24
/** For what is closing when the last cell is over. */
const A_MOMENT_MS = 200

interface Played {
  readonly cell: Cell
  readonly faults: readonly string[]
}

const playReally = async (cell: Cell): Promise<Played> => {
  try {
    return { cell, faults: await withRealWorld((world) => playCell(cell, world)) }
  } catch (fault) {
    return { cell, faults: [String(fault)] }
  }
}

const report = (title: string, played: readonly Played[]): number => {
  const failed = played.filter(({ faults }) => faults.length > 0)
  console.log(`\n${title}\n\n${table(played)}\n`)
  for (const { cell, faults } of failed) console.log(`${nameOf(cell)}: ${faults.join('; ')}`)
  return failed.length
}

const main = async (): Promise<void> => {
  const virtual = cells.map((cell) => ({ cell, faults: playVirtually(cell) }))
  const real = await lastValueFrom(from(cells).pipe(mergeMap(playReally, AT_ONCE), toArray()))
  const failed =
    report('In virtual time, a restart is a crash', virtual) +
    report('Over real sockets, a restart goes through the state folder', real)
  await setTimeout(A_MOMENT_MS)
  const left = process.getActiveResourcesInfo().filter((name) => /Timeout|TCP|FSReq/.test(name))
  if (left.length > 0) console.log(`Left behind: ${left.join(', ')}`)
  console.log(`${virtual.length + real.length - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || left.length > 0 ? 1 : 0
}

void main()
