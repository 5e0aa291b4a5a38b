import type { CentreConfig } from './config/centre-config'
import type { CustomerBook } from './customers/customer-details'
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
  readonly book: RecordBook
  readonly details: CustomerBook
}

/** What has to be done from time to time, until the clock stops. */
export function keepUp({ config, clock, state, tokens, book, details }: Parts): void {
  const { recordsKeptDays, tokenKeyDays } = config
  every(clock, secondMs, () => {
    state.shelf.put('clock', 'now', () => clock.now())
  })
  every(clock, hourMs, () => {
    tokens.rotateAfter(tokenKeyDays * dayMs)
    const ageMs = recordsKeptDays * dayMs
    if (book.eraseOlderThan(ageMs) + details.eraseOlderThan(ageMs) > 0) state.purge()
  })
}

function every(clock: Clock, ms: number, act: () => void): void {
  const again = (): void => {
    act()
    clock.after(ms, again)
  }
  again()
}
