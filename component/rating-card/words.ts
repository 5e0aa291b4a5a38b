import { translated } from '../words'

const WORDS = {
  score: ['# 分，满分 % 分', '# of %'],
  chosen: ['已选', 'chosen'],
  comment: ['还想说点什么（选填）', 'Anything else? (optional)'],
  send: ['提交评价', 'Send rating'],
  thanks: ['谢谢您的评价', 'Thank you'],
} as const

export type RatingWords = Readonly<Record<keyof typeof WORDS, string>>

export const ratingWords = translated(WORDS)
