import { directions, faultKinds } from '../../call-centre/faults/fault-board'
import type { Cell } from './cells'

interface Played {
  readonly cell: Cell
  readonly faults: readonly string[]
}

const share = (played: readonly Played[]): string =>
  played.length === 0 ? '–' : `${played.filter(({ faults }) => faults.length === 0).length}/${played.length}`

const columns = (['customer', 'seat'] as const).flatMap((hangsUp) =>
  directions.map((direction) => ({ hangsUp, direction, title: `${direction}, ${hangsUp} hangs up` })),
)

const row = (words: readonly string[]): string =>
  words.map((word, index) => (index === 0 ? word.padEnd(15) : word.padStart(28))).join('')

/** Passed and played, each fault a row. */
export const table = (played: readonly Played[]): string => {
  const none = played.filter(({ cell }) => cell.fault === null)
  const rows = faultKinds.map((kind) => [
    kind,
    ...columns.map(({ hangsUp, direction }) =>
      share(
        played.filter(
          ({ cell }) => cell.hangsUp === hangsUp && cell.fault?.kind === kind && cell.fault.direction === direction,
        ),
      ),
    ),
  ])
  return [row(['fault', ...columns.map(({ title }) => title)]), ...rows.map(row), row(['none', share(none)])].join('\n')
}
