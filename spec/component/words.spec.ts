/** What panel, bar and cards say, in the language of the app. */
import { barWords } from '../../component/bar/words'
import { panelWords } from '../../component/panel/words'
import { ratingWords } from '../../component/rating-card/words'
import { waitingWords } from '../../component/waiting-card/words'
import { setLocale } from '../../lib/entries/index'

it.each<readonly [string, () => object]>([
  ['panel', panelWords],
  ['bar', barWords],
  ['rating-card', ratingWords],
  ['waiting-card', waitingWords],
])('of the %s are made once in each language, however often they are shown', (_, words) => {
  setLocale('en')
  const english = words()
  expect(words()).toBe(english)
  setLocale('zh')
  const chinese = words()
  expect(Object.keys(chinese)).toEqual(Object.keys(english))
  expect(chinese).not.toEqual(english)
  expect(words()).toBe(chinese)
  setLocale('en')
  expect(words()).toBe(english)
})
