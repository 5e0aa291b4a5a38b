import type { Interruption, Wanted } from '../../lib/call/session'
import { backgroundGrace, hangUpWhenHidden, interruptionGrace, muteWhileInterrupted } from '../../lib/entries/policies'
import { tablesOf } from './markdown'

// The compiler refuses these when there is another reason or state.
const REASONS: Readonly<Record<Interruption['reason'], true>> = {
  audio: true,
  call: true,
  hidden: true,
  suspended: true,
  windowClosed: true,
}
const STATES: Readonly<Record<Wanted<unknown>['state'], true>> = { pending: true, applied: true, failed: true }
const POLICIES = { interruptionGrace, backgroundGrace, hangUpWhenHidden, muteWhileInterrupted }

const sorted = (names: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(names).sort()

describe.each(['docs/pages/interruptions.md', 'docs/pages/interruptions.zh-CN.md'])('%s', (page) => {
  it.each([
    ['reason', REASONS],
    ['state', STATES],
  ])('lists each %s, and no other', (heading, names) => {
    const [table = []] = tablesOf(page).filter(([head]) => head?.[0] === heading)
    expect(
      table
        .slice(1)
        .map(([name = '']) => name.replace(/`/g, ''))
        .sort(),
    ).toEqual(sorted(names))
  })

  it('lists the policies that wait for an interruption to end', () => {
    const [table = []] = tablesOf(page).filter(([head]) => /^(policy|策略)$/.test(head?.[0] ?? ''))
    expect(
      table
        .slice(1)
        .map(([name = '']) => name.replace(/`/g, ''))
        .sort(),
    ).toEqual(sorted(POLICIES))
  })
})
