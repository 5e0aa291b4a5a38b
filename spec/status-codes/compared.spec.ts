/** The same codes, read by the published package trtc-wx-sdk and by this one: what differs is listed, with its reason. */
import { DIFFERENCES } from './differences'
import { ours, trtcWx } from './readers'
import { SEQUENCES, type Step } from './sequences'

const differing = (steps: readonly Step[]) => {
  const [theirs, mine] = [trtcWx(steps), ours(steps)]
  return steps
    .map(({ code }, at) => ({ code, theirs: theirs[at] ?? '', ours: mine[at] ?? '' }))
    .filter((reading) => reading.theirs !== reading.ours)
}

const key = ({ code, theirs, ours: mine }: ReturnType<typeof differing>[number]) =>
  `${String(code)}: ${theirs} | ${mine}`

const listed = DIFFERENCES.map(key)

it.each(SEQUENCES)('$name: alike, but for what is listed', ({ steps }) => {
  expect(listed).toEqual(expect.arrayContaining(differing(steps).map(key)))
})

it('nothing is listed that does not differ', () => {
  const found = new Set(SEQUENCES.flatMap(({ steps }) => differing(steps)).map(key))
  expect([...found].sort()).toEqual([...listed].sort())
})

it('both read a whole call: who is in the room, and who is heard', () => {
  const [whole = { steps: [] }] = SEQUENCES
  const middle = whole.steps.length - 2
  for (const reader of [ours, trtcWx]) expect(reader(whole.steps)[middle]).toBe('in, seat sound no picture, plays seat')
})
