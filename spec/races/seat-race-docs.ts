/** The pairs at the seat's end, for the page of the races. */
import { type Outcome, SEAT_RACES } from '../../call-centre/desk/spec/seat-races/races'
import type { Language } from './race'

const words = {
  en: {
    title: 'At the seat',
    intro:
      'A seat in a talk, and something that happens to its line or its page. Each pair is played in the same four orders, by ' +
      '`call-centre/desk/spec/seat-races.spec.ts`.',
    pages: {
      talking: 'the talk goes on',
      'talking muted': 'the talk goes on, muted',
      'talking held': 'the talk goes on, held',
      quiet: 'the call is over, and the seat is free',
      gone: 'the call is over',
    },
    told: 'the customer is told',
    form: 'the second tab asks whether to take the seat over',
    above: (first: string) => `in the same frame, ${first} first`,
    and: '; ',
    colon: ': ',
  },
  zh: {
    title: '坐席一端',
    intro:
      '坐席在通话中，同时它的线路或页面出了事。每一对都按同样的四种次序运行，见 `call-centre/desk/spec/seat-races.spec.ts`。',
    pages: {
      talking: '通话继续',
      'talking muted': '通话继续，静音不变',
      'talking held': '通话继续，保持不变',
      quiet: '通话结束，坐席空闲',
      gone: '通话结束',
    },
    told: '告知客户',
    form: '第二个标签页询问是否接管坐席',
    above: (first: string) => `同一帧内${first}在先`,
    and: '；',
    colon: '：',
  },
} as const

type Page = keyof (typeof words)['en']['pages']

const outcomeIn = ({ page, customer, other }: Outcome, language: Language): string => {
  const { pages, told, form, and } = words[language]
  const parts = [pages[page as Page], ...(customer === 'ended' ? [told] : []), ...(other === 'form' ? [form] : [])]
  return parts.join(and)
}

export const seatTitle = (language: Language): string => words[language].title
export const seatIntro = (language: Language): string => words[language].intro

/** Each pair, and its outcome. */
export const seatPairs = (language: Language): readonly (readonly [pair: string, outcome: string])[] =>
  SEAT_RACES.map(({ a: [a], b: [b], outcome, aAbove }) => {
    const { above, and, colon } = words[language]
    const inFrame = aAbove && `${above(a[language])}${colon}${outcomeIn(aAbove, language)}`
    const said = outcomeIn(outcome, language)
    return [`${a[language]} × ${b[language]}`, inFrame === undefined ? said : `${said}${and}${inFrame}`]
  })
