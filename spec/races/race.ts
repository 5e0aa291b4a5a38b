/** A race: two things that happen at nearly the same time, and its one declared outcome. */
export interface Words {
  readonly en: string
  readonly zh: string
}

export type Language = keyof Words

export interface Race {
  readonly a: Words
  readonly b: Words
  readonly outcome: Words
  /** Pictures of either order, and of the same frame both ways: picture.ts says how to read them. */
  readonly scenes: Readonly<Record<Order, string>>
}

export type Order = 'aFirst' | 'bFirst' | 'aAbove' | 'bAbove'

export const ORDERS: readonly Order[] = ['aFirst', 'bFirst', 'aAbove', 'bAbove']

export const pairOf = (race: Race, language: Language): string => `${race.a[language]} × ${race.b[language]}`

const first: Words = { en: ' first', zh: '在先' }
const sameFrame: Words = { en: 'same frame, ', zh: '同一帧，' }
const above: Words = { en: ' above', zh: '在上' }

export const orderOf = ({ a, b }: Race, order: Order, language: Language): string =>
  ({
    aFirst: a[language] + first[language],
    bFirst: b[language] + first[language],
    aAbove: sameFrame[language] + a[language] + above[language],
    bAbove: sameFrame[language] + b[language] + above[language],
  })[order]
