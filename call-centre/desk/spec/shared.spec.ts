import { chooseLanguage } from '../shared/language'
import { createStore } from '../shared/store'
import { clock, timeOfDay } from '../shared/times'
import { accountsWords } from '../accounts/words'
import { operatorWords } from '../operator/words'
import { signInWords } from '../sign-in/words'
import { workstationWords } from '../workstation/words'

describe('times', () => {
  it.each([
    [-5000, '0:00'],
    [7999, '0:07'],
    [754_000, '12:34'],
    [3_723_000, '1:02:03'],
  ])('%d ms reads %s', (ms, text) => {
    expect(clock(ms)).toBe(text)
  })

  it('name the day when it was another one', () => {
    const noon = new Date(2026, 10, 23, 12, 5).getTime()
    expect(timeOfDay(noon, noon + 3_600_000, 'en')).toBe('12:05')
    expect(timeOfDay(noon, noon + 86_400_000, 'en')).toContain('Nov 23')
    expect(timeOfDay(noon, noon + 86_400_000, 'zh')).toContain('11月23日')
  })
})

describe('the language', () => {
  it.each([
    ['?lang=zh', 'en', ['en'], 'zh'],
    ['?lang=fr', 'zh', ['en'], 'zh'],
    ['', null, ['fr-FR', 'zh-Hant-TW', 'en'], 'zh'],
    ['', null, ['fr-FR'], 'en'],
  ])('address %s, chosen %s, browser %j: %s', (search, chosen, browser, language) => {
    expect(chooseLanguage(search, chosen, browser)).toBe(language)
  })

  const shape = (words: object): unknown =>
    Object.entries(words).map(([name, word]) => [
      name,
      typeof word === 'object' && word !== null ? Object.keys(word as object) : typeof word,
    ])

  it.each([workstationWords, operatorWords, signInWords, accountsWords])('has every word in both', ({ en, zh }) => {
    expect(shape(zh)).toEqual(shape(en))
  })
})

it('an event that a reaction dispatches waits until all have seen the one before', () => {
  const { dispatch, transition$ } = createStore<string, string>('', (state, event) => state + event)
  const seen: string[] = []
  transition$.subscribe(({ event }) => {
    if (event === 'a') dispatch('b')
  })
  transition$.subscribe(({ from, event, to }) => seen.push(`${from}+${event}=${to}`))
  dispatch('a')
  expect(seen).toEqual(['+a=a', 'a+b=ab'])
})
