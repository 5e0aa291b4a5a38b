import type { CentreConfig } from './config/centre-config'
import type { Tokens } from './login/tokens'
import type { RecordBook } from './records/record-book'
import type { Clock } from './sessions/clock'
import type { State } from './state/state'

const secondMs = 1_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs

interface Parts {
  readonly config: Pick<CentreConfig, 'recordsKeptDays' | 'tokenKeyDays'>
  readonly clock: Clock
  readonly state: State
  readonly tokens: Tokens
  /** What is erased when it is as old as records are kept. */
  readonly aging: readonly Pick<RecordBook, 'eraseOlderThan'>[]
}

/** What has to be done from time to time, until the clock stops. */
export function keepUp({ config, clock, state, tokens, aging }: Parts): void {
  const { recordsKeptDays, tokenKeyDays } = config
  every(clock, secondMs, () => {
    state.shelf.put('clock', 'now', () => clock.now())
  })
  every(clock, hourMs, () => {
    tokens.rotateAfter(tokenKeyDays * dayMs)
    const ageMs = recordsKeptDays * dayMs
    const erased = aging.map((each) => each.eraseOlderThan(ageMs))
    if (erased.some((count) => count > 0)) state.purge()
  })
}

function every(clock: Clock, ms: number, act: () => void): void {
  const again = (): void => {
    act()
    clock.after(ms, again)
  }
  again()
}
