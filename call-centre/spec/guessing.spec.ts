import { createGuessing } from '../server/accounts/guessing'
import { createVirtualClock } from './virtual-clock'

const secret = Buffer.from('secret')

const door = () => {
  const clock = createVirtualClock()
  const guessing = createGuessing(clock, secret)
  /** How many wrong guesses are taken in a row, up to `most`. */
  const wrong = (most: number, accountId: string, source: string | ((guess: number) => string), known?: string) => {
    let taken = 0
    while (taken < most) {
      const from = typeof source === 'string' ? source : source(taken)
      if ('waitMs' in guessing.try(accountId, from, known)) break
      taken += 1
    }
    return taken
  }
  const right = (accountId: string, source: string, known?: string): boolean => {
    const guess = guessing.try(accountId, source, known)
    if ('waitMs' in guess) return false
    guess.right()
    return true
  }
  return { clock, guessing, wrong, right }
}

const anywhere = (guess: number): string => `10.0.${guess >> 8}.${guess & 255}`

describe('guesses at passwords', () => {
  it('at one account are ten, and then one a minute, from however many sources', () => {
    const { clock, wrong } = door()
    expect(wrong(100, '1001', anywhere)).toBe(10)
    clock.advance(3_600_000)
    expect(wrong(100, '1001', anywhere)).toBe(10)
    let day = 0
    for (let minute = 0; minute < 1_440; minute += 1) {
      clock.advance(60_000)
      day += wrong(100, '1001', anywhere)
    }
    expect(day).toBeLessThanOrEqual(1_450)
  })

  it('from one source are sixty, and then ten a minute, at however many accounts', () => {
    const { clock, guessing } = door()
    const taken = () =>
      Array.from({ length: 100 }, (_, count) => guessing.try(`a${count}`, '6.6.6.6', undefined)).filter(
        (guess) => 'right' in guess,
      ).length
    expect(taken()).toBe(60)
    clock.advance(60_000)
    expect(taken()).toBe(10)
  })

  it('of a stranger lock nobody out who has been here before, neither by the account nor behind the same address', () => {
    const { guessing, wrong, right } = door()
    const known = guessing.knownBrowser('1001')
    wrong(100, '1001', anywhere)
    for (let account = 0; account < 100; account += 1) wrong(1, `a${account}`, 'office')
    expect(right('1001', 'office', known)).toBe(true)
  })

  it('with a known browser have a bucket of their own: whoever has stolen one guesses no faster', () => {
    const { guessing, wrong } = door()
    expect(wrong(100, '1001', anywhere, guessing.knownBrowser('1001'))).toBe(10)
  })

  it.each([
    ['made up', () => '1001.abc.def'],
    ['of another account', (known: string) => known],
    ['with another name on it', (known: string) => known.replace(/^1002/, '1001')],
    ['of no parts', () => 'x'],
  ])('with a cookie %s are a stranger’s', (_, forge) => {
    const { guessing, wrong } = door()
    wrong(100, '1001', anywhere)
    expect(wrong(100, '1001', anywhere, forge(guessing.knownBrowser('1002')))).toBe(0)
  })

  it('that are right take nothing: a whole office signs in from one address', () => {
    const { right } = door()
    const signedIn = Array.from({ length: 500 }, (_, seat) => right(`seat-${seat}`, 'office'))
    expect(signedIn.every(Boolean)).toBe(true)
  })

  it('say how long to wait', () => {
    const { guessing, wrong } = door()
    wrong(100, '1001', anywhere)
    expect(guessing.try('1001', 'elsewhere', undefined)).toEqual({ waitMs: 60_000 })
  })
})
