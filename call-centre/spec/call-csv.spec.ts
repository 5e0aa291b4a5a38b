import { callsAsCsv } from '../server/records/call-csv'
import type { RecordEntry } from '../server/records/record-book'
import { floorPlan } from './floor-plan'

const written = (notes: string): readonly RecordEntry[] => {
  const plan = floorPlan()
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('direct')
  plan.clock.advance(4_000)
  one.does({ type: 'seat/answer', sessionId })
  one.does({ type: 'seat/remark', sessionId, notes })
  plan.clock.advance(65_000)
  ann.hangUp()
  return plan.book.ofSeat()
}

it('a byte order mark, the heads, then a line of quoted cells for each call', () => {
  const [heads = '', line = '', ...rest] = callsAsCsv(written('says "no", twice')).split('\r\n')
  expect(heads.codePointAt(0)).toBe(0xfeff)
  expect(heads.slice(1)).toMatch(/^"SessionId","CallId","Started",/)
  expect(line).toMatch(/"call-of-ann",.*"ann","Direct","audio","","Seat 1 talked",4,65,"ok","client","",/)
  expect(line).toMatch(/,"says ""no"", twice"$/)
  expect(rest).toEqual([''])
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])(
  'what a table would run as a formula, %j, is text there',
  (notes) => {
    expect(callsAsCsv(written(notes))).toContain(`,"'${notes}"\r\n`)
  },
)

it('and what it would not, is left as it is', () => {
  expect(callsAsCsv(written('1+1=2'))).toContain(',"1+1=2"\r\n')
})
