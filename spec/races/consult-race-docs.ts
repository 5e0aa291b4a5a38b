/** The pairs while one seat asks another, for the page of the races. */
import { CONSULT_RACES, type ConsultOutcome, type Order } from '../../call-centre/desk/spec/seat-races/consult-races'
import type { Language } from './race'

const words = {
  en: {
    title: 'While a colleague is asked',
    intro:
      'A seat asks a colleague about its call, and the customer is on hold; two things happen at nearly the same time. Each ' +
      'pair is played in the same four orders, by `call-centre/desk/spec/consult-races.spec.ts`. Where the order decides, no ' +
      'outcome cuts a customer off whom an agent wanted to keep.',
    from: { ringing: 'it rings at the colleague', aside: 'the two talk' },
    seats: {
      'talking quiet': 'the agent talks with the customer, the colleague is free',
      'talking held quiet': 'the customer is on hold until the agent resumes, the colleague is free',
      'talking held gone': 'the customer is on hold until the agent resumes',
      'talking gone': 'the agent talks with the customer',
      'aside asked': 'the two talk, the customer is on hold',
      'three asked': 'all three talk',
      'quiet talking': 'the colleague has the call',
      'gone talking': 'the colleague has the call',
      'gone ringing': 'the call goes back to the queue, and rings where somebody is free',
      'ringing gone': 'the call goes back to the queue, and rings where somebody is free',
      'quiet quiet': 'the call is over, and both seats are free',
      'quiet gone': 'the call is over',
      'gone quiet': 'the call is over',
    },
    told: 'the customer is told',
    orders: {
      aFirst: 'the first one earlier',
      bFirst: 'the second one earlier',
      aAbove: 'in the same frame, the first one above',
      bAbove: 'in the same frame, the second one above',
    },
    and: '; ',
    or: ', ',
    colon: ': ',
  },
  zh: {
    title: '咨询同事期间',
    intro:
      '坐席就通话咨询同事，客户保持中；两件事几乎同时发生。每一对都按同样的四种次序运行，见 `call-centre/desk/spec/consult-races.spec.ts`。次序起决定作用时，任何结果都不会切断坐席想保留的客户。',
    from: { ringing: '同事处正在振铃', aside: '两人正在通话' },
    seats: {
      'talking quiet': '坐席与客户通话，同事空闲',
      'talking held quiet': '客户保持，直到坐席恢复；同事空闲',
      'talking held gone': '客户保持，直到坐席恢复',
      'talking gone': '坐席与客户通话',
      'aside asked': '两人通话，客户保持',
      'three asked': '三方通话',
      'quiet talking': '通话归同事',
      'gone talking': '通话归同事',
      'gone ringing': '通话回到队列，在空闲坐席处振铃',
      'ringing gone': '通话回到队列，在空闲坐席处振铃',
      'quiet quiet': '通话结束，两个坐席空闲',
      'quiet gone': '通话结束',
      'gone quiet': '通话结束',
    },
    told: '告知客户',
    orders: {
      aFirst: '前者在先',
      bFirst: '后者在先',
      aAbove: '同一帧内前者在先',
      bAbove: '同一帧内后者在先',
    },
    and: '；',
    or: '、',
    colon: '：',
  },
} as const

const outcomeIn = ({ one, two, customer }: ConsultOutcome, language: Language): string => {
  const { seats, told, and } = words[language]
  const said = seats[`${one} ${two}` as keyof typeof seats]
  return customer.endsWith('ended') ? `${said}${and}${told}` : said
}

const inOrders = (orders: readonly Order[], language: Language): string =>
  orders.map((order) => words[language].orders[order]).join(words[language].or)

export const consultTitle = (language: Language): string => words[language].title
export const consultIntro = (language: Language): string => words[language].intro

/** Each pair, and its outcome. */
export const consultPairs = (language: Language): readonly (readonly [pair: string, outcome: string])[] =>
  CONSULT_RACES.map(({ from, a: [a], b: [b], outcome, but }) => {
    const { and, colon } = words[language]
    const said = outcomeIn(outcome, language)
    const other = but && outcomeIn(but[1], language)
    const where = words[language].from[from]
    return [
      `${where}${colon}${a[language]} × ${b[language]}`,
      but === undefined || other === said ? said : `${said}${and}${inOrders(but[0], language)}${colon}${other ?? ''}`,
    ]
  })
