import { disagreements, type Told } from './day/agreement'
import { playDay } from './day/play'

jest.setTimeout(120_000)

describe('a short day at three seats, as `npm run day` plays a long one', () => {
  let told: Told

  beforeAll(async () => {
    told = await playDay(1, 14)
  })

  it('every customer’s end is a declared one, and records, history and board agree with what the script did', () => {
    expect(disagreements(told)).toEqual([])
  })

  it('had what a day has', () => {
    expect(told.customers).toHaveLength(14)
    const outcomes = new Set(told.parts.map(({ outcome }) => outcome))
    for (const outcome of ['talked', 'transferred', 'declined', 'missed', 'advised'] as const)
      expect(outcomes).toContain(outcome)
  })

  it('a record that says otherwise is seen', () => {
    const [first, ...others] = told.records
    const records = [{ ...first, EndStatusString: 'error' }, ...others]
    expect(disagreements({ ...told, records })).toHaveLength(1)
    expect(disagreements({ ...told, parts: told.parts.slice(1) })).not.toEqual([])
    expect(disagreements({ ...told, shown: ['0 %', ...told.shown.slice(1)] })).toHaveLength(1)
  })
})
