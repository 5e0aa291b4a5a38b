import { isOpen } from '../../server/routing/open-hours'

const office = [
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
  { days: [6], from: '22:00', to: '24:00' },
]
/** 7 January 2030 is a Monday. */
const at = (day: number, hours: number, minutes: number) => new Date(2030, 0, day, hours, minutes).getTime()

it.each([
  ['Monday, the first minute', at(7, 9, 0), true],
  ['Monday, a minute before', at(7, 8, 59), false],
  ['Friday, the last minute', at(11, 17, 59), true],
  ['Friday, closing time', at(11, 18, 0), false],
  ['Saturday at noon', at(12, 12, 0), false],
  ['Saturday, a minute to midnight', at(12, 23, 59), true],
  ['Sunday', at(13, 12, 0), false],
])('%s', (_, time, open) => {
  expect(isOpen(office, [], time)).toBe(open)
})

it('without hours is always open, with none never', () => {
  expect(isOpen(undefined, [], at(13, 3, 0))).toBe(true)
  expect(isOpen([], [], at(7, 12, 0))).toBe(false)
})

describe('a holiday', () => {
  const holidays = [
    { date: '2030-01-08', hours: [] },
    { date: '2030-01-13', hours: [{ from: '10:00', to: '12:00' }] },
  ]

  it.each([
    ['a Tuesday that is one, in the hours of the week', at(8, 12, 0), false],
    ['the day after', at(9, 12, 0), true],
    ['a Sunday that is worked on', at(13, 11, 0), true],
    ['that Sunday, after its hours', at(13, 12, 0), false],
  ])('%s', (_, time, open) => {
    expect(isOpen(office, holidays, time)).toBe(open)
  })

  it('changes nothing for a channel that is always open', () => {
    expect(isOpen(undefined, holidays, at(8, 12, 0))).toBe(true)
  })
})
