import { translated } from '../words'

const WORDS = {
  back: ['返回', 'Back'],
  backTo: ['返回通话', 'Back to the call'],
} as const

export type BarWords = Readonly<Record<keyof typeof WORDS, string>>

export const barWords = translated(WORDS)
