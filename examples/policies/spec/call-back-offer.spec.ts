import { filter, map, merge } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { createScene, type Marbles, type SceneLines } from 'tccc-wx-sdk/testing'
import { callBackOffer } from '../call-back-offer'

/** What the page is told by the `notice` event. */
const noticesOf = (m: Marbles, lines: SceneLines) => {
  const { sees$, tells$ } = createScene(m, lines)
  const topic$ = tells$.pipe(
    filter((told) => told.name === 'notice'),
    map(({ detail }) => detail.topic),
  )
  return merge(topic$, sees$.pipe(filter(() => false)))
}

const policies = [callBackOffer({ afterMs: 60_000 })]
const o = 'offerCallBack'

describe('the offer to call back', () => {
  it(
    'comes after a minute of waiting, ringing included',
    marbles((m) => {
      const seat = '  --q 29999ms r'
      const told = '  --- 29999ms - 29999ms o'
      m.expect(noticesOf(m, { seat, policies })).toBeObservable(told, { o })
    }),
  )

  it(
    'a seat answers in the very frame: no offer',
    marbles((m) => {
      const seat = '  --q 59999ms a'
      const told = '  -'
      m.expect(noticesOf(m, { seat, policies })).toBeObservable(told, { o })
    }),
  )
})
