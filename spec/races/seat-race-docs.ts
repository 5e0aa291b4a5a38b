/** The pairs at the seat's end, for the page of the races. */
import { type Happening, type Outcome, SEAT_RACES } from '../../call-centre/desk/spec/seat-races/races'
import { WRAP_UP_RACES, type WrapUpOutcome } from '../../call-centre/desk/spec/seat-races/wrap-up-races'
import type { Language } from './race'

const words = {
  en: {
    title: 'At the seat',
    intro:
      'A seat in a talk, or one that writes a talk up, and something that happens to its line or its page. Each pair is played in the same four orders, by ' +
      '`call-centre/desk/spec/seat-races.spec.ts`.',
    pages: {
      talking: 'the talk goes on',
      'talking muted': 'the talk goes on, muted',
      'talking held': 'the talk goes on, held',
      quiet: 'the call is over, and the seat is free',
      gone: 'the call is over',
    },
    writingUp: 'writing up: ',
    wrapUps: {
      wrapUp: 'the seat writes up until the time is up',
      quiet: 'it is written up, once',
      ringing: 'it is written up, and the next call rings',
      gone: 'it is written up when the time is up',
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
      '坐席在通话中，或在话后处理中，同时它的线路或页面出了事。每一对都按同样的四种次序运行，见 `call-centre/desk/spec/seat-races.spec.ts`。',
    pages: {
      talking: '通话继续',
      'talking muted': '通话继续，静音不变',
      'talking held': '通话继续，保持不变',
      quiet: '通话结束，坐席空闲',
      gone: '通话结束',
    },
    writingUp: '话后处理：',
    wrapUps: {
      wrapUp: '话后处理持续到时间到',
      quiet: '话后处理结束，只结束一次',
      ringing: '话后处理结束，下一通来电振铃',
      gone: '时间到时话后处理结束',
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

const wrapUpIn = ({ page, other }: WrapUpOutcome, language: Language): string => {
  const { wrapUps, form, and } = words[language]
  return [wrapUps[page as keyof typeof wrapUps], ...(other === 'form' ? [form] : [])].join(and)
}

interface Pair<Outcome> {
  readonly a: Happening
  readonly b: Happening
  readonly outcome: Outcome
  readonly aAbove?: Outcome
}

const pairOf = <Each>(
  { a: [a], b: [b], outcome, aAbove }: Pair<Each>,
  language: Language,
  say: (outcome: Each, language: Language) => string,
): readonly [pair: string, outcome: string] => {
  const { above, and, colon } = words[language]
  const inFrame = aAbove && `${above(a[language])}${colon}${say(aAbove, language)}`
  const said = say(outcome, language)
  return [`${a[language]} × ${b[language]}`, inFrame === undefined ? said : `${said}${and}${inFrame}`]
}

/** Each pair, and its outcome. */
export const seatPairs = (language: Language): readonly (readonly [pair: string, outcome: string])[] => [
  ...SEAT_RACES.map((each) => pairOf(each, language, outcomeIn)),
  ...WRAP_UP_RACES.map((each) => {
    const [pair, outcome] = pairOf(each, language, wrapUpIn)
    return [`${words[language].writingUp}${pair}`, outcome] as const
  }),
]
