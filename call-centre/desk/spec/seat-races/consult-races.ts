/** Two things that happen at nearly the same time while one seat asks another about its call, and what comes of them. */
import type { Page, Scene } from './scene'
import type { Name } from './races'

export interface ConsultStage {
  readonly scene: Scene
  /** The page of the seat that asks, */
  readonly one: Page
  /** and of the one that is asked. */
  readonly two: Page
}

type Happening = readonly [name: Name, happens: (stage: ConsultStage) => void]

export type Order = 'aFirst' | 'bFirst' | 'aAbove' | 'bAbove'

/** Each as it is after all has settled, `shown` of the spec has the words. */
export interface ConsultOutcome {
  readonly one: string
  readonly two: string
  /** What the customer was told, after being put on hold. */
  readonly customer: string
}

export interface ConsultRace {
  /** Whether the colleague has answered. */
  readonly from: 'ringing' | 'aside'
  readonly a: Happening
  readonly b: Happening
  readonly outcome: ConsultOutcome
  /** In these orders another one. */
  readonly but?: readonly [orders: readonly Order[], outcome: ConsultOutcome]
}

const click = (
  of: 'one' | 'two',
  type: 'answer' | 'decline' | 'goBack' | 'handOver' | 'together' | 'hold',
  name: Name,
) =>
  [
    name,
    (stage: ConsultStage) => {
      if (type === 'answer' || type === 'decline') stage[of].says(type)
      else stage[of].does({ type: `click/${type}` })
    },
  ] as const

const answers = click('two', 'answer', { en: 'the colleague answers', zh: '同事接听' })
const declines = click('two', 'decline', { en: 'the colleague declines', zh: '同事拒接' })
const leaves = click('two', 'goBack', { en: 'the colleague leaves', zh: '同事离开' })
const goesBack = click('one', 'goBack', { en: 'the agent goes back', zh: '坐席返回客户' })
const handsOver = click('one', 'handOver', { en: 'the agent hands over', zh: '坐席移交' })
const together = click('one', 'together', { en: 'the agent brings all together', zh: '坐席发起三方通话' })
const swaps = click('one', 'hold', { en: 'the agent swaps', zh: '坐席切换' })

const customerLeaves: Happening = [
  { en: 'the customer hangs up', zh: '客户挂断' },
  ({ scene }) => {
    scene.customerHangsUp()
  },
]
const supervisorEnds: Happening = [
  { en: 'a supervisor ends the call', zh: '主管结束通话' },
  ({ scene }) => {
    scene.supervisorEnds()
  },
]
/** The ring was set so that its time is up at this moment. */
const timeIsUp: Happening = [{ en: 'the time to answer is up', zh: '接听时限已到' }, () => undefined]

const line = (of: 'one' | 'two', how: 'cut' | 'reload' | 'kill', name: Name): Happening => [
  name,
  (stage) => {
    if (how === 'cut') stage[of].road.cut()
    else stage[of][how]()
  },
]
const cutOfOne = line('one', 'cut', { en: 'the agent’s line is cut', zh: '坐席线路断开' })
const reloadOfOne = line('one', 'reload', { en: 'the agent’s page is loaded again', zh: '坐席页面重新加载' })
const oneGone = line('one', 'kill', { en: 'the agent’s tab is gone', zh: '坐席标签页消失' })
const cutOfTwo = line('two', 'cut', { en: 'the colleague’s line is cut', zh: '同事线路断开' })
const reloadOfTwo = line('two', 'reload', { en: 'the colleague’s page is loaded again', zh: '同事页面重新加载' })
const twoGone = line('two', 'kill', { en: 'the colleague’s tab is gone', zh: '同事标签页消失' })

/** The customer knows. */
const left: ConsultOutcome = { one: 'quiet', two: 'quiet', customer: '' }
const over: ConsultOutcome = { one: 'quiet', two: 'quiet', customer: 'ended' }
const back: ConsultOutcome = { one: 'talking', two: 'quiet', customer: 'held=false' }
const onHold: ConsultOutcome = { one: 'talking held', two: 'quiet', customer: '' }
const aside: ConsultOutcome = { one: 'aside', two: 'asked', customer: '' }
const three: ConsultOutcome = { one: 'three', two: 'asked', customer: 'held=false' }
const handed: ConsultOutcome = { one: 'quiet', two: 'talking', customer: 'held=false accepted' }

/** An agent’s word is on its way for a moment; what a customer or a supervisor does, happens at the centre. */
const bFirst = ['bFirst'] as const
const bWins = ['bFirst', 'bAbove'] as const

const whileItRings: readonly Omit<ConsultRace, 'from'>[] = [
  { a: customerLeaves, b: answers, outcome: left },
  { a: customerLeaves, b: goesBack, outcome: left, but: [bFirst, { ...left, customer: 'held=false' }] },
  { a: declines, b: goesBack, outcome: back, but: [['aFirst'], onHold] },
  { a: answers, b: goesBack, outcome: back },
  { a: answers, b: timeIsUp, outcome: aside, but: [bFirst, onHold] },
  { a: supervisorEnds, b: answers, outcome: over },
  { a: cutOfOne, b: answers, outcome: aside },
  { a: reloadOfOne, b: declines, outcome: onHold },
  { a: cutOfTwo, b: goesBack, outcome: back },
  { a: twoGone, b: customerLeaves, outcome: { ...left, two: 'gone' } },
]

const aside_: readonly Omit<ConsultRace, 'from'>[] = [
  ...[handsOver, together, swaps, goesBack].map((b): Omit<ConsultRace, 'from'> => {
    const told = b === handsOver ? 'held=false accepted' : 'held=false'
    return { a: customerLeaves, b, outcome: left, but: [bFirst, { ...left, customer: told }] }
  }),
  { a: customerLeaves, b: leaves, outcome: left },
  { a: handsOver, b: leaves, outcome: handed, but: [bWins, onHold] },
  { a: swaps, b: leaves, outcome: back },
  { a: together, b: leaves, outcome: back, but: [bWins, onHold] },
  { a: goesBack, b: leaves, outcome: back, but: [bFirst, onHold] },
  { a: supervisorEnds, b: leaves, outcome: over },
  { a: supervisorEnds, b: handsOver, outcome: over, but: [bFirst, { ...over, customer: 'held=false accepted ended' }] },
  ...[cutOfOne, reloadOfOne].flatMap((a): readonly Omit<ConsultRace, 'from'>[] => [
    { a, b: leaves, outcome: onHold },
    { a, b: customerLeaves, outcome: left },
  ]),
  { a: cutOfOne, b: handsOver, outcome: aside, but: [bWins, handed] },
  { a: cutOfTwo, b: together, outcome: three },
  { a: reloadOfTwo, b: handsOver, outcome: handed, but: [['aAbove'], aside] },
  { a: reloadOfTwo, b: goesBack, outcome: back },
  { a: oneGone, b: customerLeaves, outcome: { ...left, one: 'gone' } },
  { a: oneGone, b: leaves, outcome: { one: 'gone', two: 'ringing', customer: 'queued ringing' } },
  { a: oneGone, b: reloadOfTwo, outcome: { ...handed, one: 'gone' } },
  { a: twoGone, b: swaps, outcome: { ...back, two: 'gone' } },
  {
    ...{ a: twoGone, b: handsOver, outcome: { ...onHold, two: 'gone' } },
    but: [bWins, { one: 'ringing', two: 'gone', customer: 'held=false accepted queued ringing' }],
  },
]

export const CONSULT_RACES: readonly ConsultRace[] = [
  ...whileItRings.map((race): ConsultRace => ({ from: 'ringing', ...race })),
  ...aside_.map((race): ConsultRace => ({ from: 'aside', ...race })),
]
