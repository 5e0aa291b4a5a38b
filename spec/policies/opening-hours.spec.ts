import { type OpeningTimes, openingHours } from '../../lib/entries/policies'
import { isOpenAt } from '../../lib/policies/opening-hours'
import { callMarbles } from '../../lib/entries/testing'

/** The virtual clock begins on Thursday, 1 January 1970, 00:00 UTC: here one minute before opening. */
const atOneMinutePast: OpeningTimes = { hours: [{ days: [4], from: '00:01', to: '00:02' }], utcOffsetMinutes: 0 }
const policies = [openingHours(atOneMinutePast)]
/** The call centre is too slow to matter. */
const letters = { seat: {} }

describe('openingHours', () => {
  it(
    'hangs up what is dialled before opening',
    callMarbles(({ call, expectCall }) => {
      const user = '   59999ms d'
      const sees = '   59999ms (DE)'
      const sends = '  59999ms (sh)'
      expectCall(call({ user, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a call that is dialled in the frame of the opening goes through, and past closing time too',
    callMarbles(({ call, expectCall }) => {
      const user = '   60000ms d'
      const sees = '   60000ms DV'
      const sends = '  60000ms s'
      expectCall(call({ user, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'hangs up what is dialled in the frame of the closing',
    callMarbles(({ call, expectCall }) => {
      const user = '   120000ms d'
      const sees = '   120000ms (DE)'
      const sends = '  120000ms (sh)'
      expectCall(call({ user, letters, policies })).toSee(sees).toSend(sends)
    }),
  )
})

describe('opening times', () => {
  const shop: OpeningTimes = {
    hours: [
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
      { days: [6], from: '22:00', to: '02:00' },
    ],
    closedOn: ['2026-10-01'],
  }

  it.each([
    ['Monday at nine in China', '2026-09-28T09:00+08:00', true],
    ['Monday just before nine', '2026-09-28T08:59:59+08:00', false],
    ['Friday just before six', '2026-10-02T17:59:59+08:00', true],
    ['Friday at six', '2026-10-02T18:00+08:00', false],
    ['a holiday', '2026-10-01T12:00+08:00', false],
    ['Saturday night', '2026-10-03T23:00+08:00', true],
    ['Sunday after midnight', '2026-10-04T01:59+08:00', true],
    ['Sunday at two', '2026-10-04T02:00+08:00', false],
    ['Saturday after midnight', '2026-10-03T01:00+08:00', false],
  ])('%s', (_, at, open) => {
    expect(isOpenAt(shop)(Date.parse(at))).toBe(open)
  })

  it('open from midnight to midnight is open all day', () => {
    const always = isOpenAt({ hours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '24:00' }] })
    expect([0, 1, 23, 24].map((hour) => always(hour * 3_600_000))).toEqual([true, true, true, true])
  })

  it.each(['24:01', '9:00', '12:60'] as const)('%s is no time of day', (from) => {
    expect(() => openingHours({ hours: [{ days: [1], from, to: '18:00' }] })).toThrow(`'${from}' is no time of day`)
  })
})
