/** Two things that happen at nearly the same time, one of them to a seat's line or page, and the one declared outcome. */
import type { Page, Scene } from './scene'

export interface Stage {
  readonly scene: Scene
  /** The page that talks. */
  readonly page: Page
  /** Another tab of the same seat, opened in the race. */
  other?: Page
}

/** In the languages of the docs. */
export interface Name {
  readonly en: string
  readonly zh: string
}

export type Happening = readonly [name: Name, happens: (stage: Stage) => void]

/** Each as it is after all has settled. */
export interface Outcome {
  /** What the customer was told after the answer. */
  readonly customer: string
  /** The page: `talking`, with `muted` and `held` when it is so; `quiet`: nobody is heard; `form`: nobody sits there. */
  readonly page: string
  readonly other?: string
}

export interface SeatRace {
  readonly a: Happening
  readonly b: Happening
  readonly outcome: Outcome
  /** In the same frame, a above: where that decides. */
  readonly aAbove?: Outcome
}

export const cut: Happening = [
  { en: 'the line is cut', zh: '线路断开' },
  ({ page }) => {
    page.road.cut()
  },
]
export const swallowed: Happening = [
  { en: 'the line swallows everything for 3 s', zh: '线路 3 秒内吞掉一切' },
  ({ page }) => {
    page.road.swallow(true)
  },
]
export const reload: Happening = [
  { en: 'the page is loaded again', zh: '页面重新加载' },
  ({ page }) => {
    page.reload()
  },
]
export const kill: Happening = [
  { en: 'the tab is gone', zh: '标签页消失' },
  ({ page }) => {
    page.kill()
  },
]
export const network: Happening = [
  { en: 'the network changes', zh: '网络切换' },
  ({ page }) => {
    page.road.swallow(true)
    page.road.swallow(false)
  },
]
export const asks: Happening = [
  { en: 'a second tab opens', zh: '打开第二个标签页' },
  (stage) => {
    stage.other = stage.scene.tab('1')
  },
]
const mute: Happening = [
  { en: 'the agent mutes', zh: '坐席静音' },
  ({ page }) => {
    page.does({ type: 'click/mute' })
  },
]
const hold: Happening = [
  { en: 'the agent holds', zh: '坐席保持通话' },
  ({ page }) => {
    page.does({ type: 'click/hold' })
  },
]
const hangUp: Happening = [
  { en: 'the agent hangs up', zh: '坐席挂断' },
  ({ page }) => {
    page.does({ type: 'click/hangUp' })
  },
]
const customerLeaves: Happening = [
  { en: 'the customer hangs up', zh: '客户挂断' },
  ({ scene }) => {
    scene.customerHangsUp()
  },
]

const goesOn = (page: string, customer = ''): Outcome => ({ customer, page })
const over: Outcome = { customer: 'ended', page: 'quiet' }
/** The customer knows. */
const left: Outcome = { customer: '', page: 'quiet' }

export const SEAT_RACES: readonly SeatRace[] = [
  ...[cut, swallowed, network].flatMap((a): readonly SeatRace[] => [
    { a, b: mute, outcome: goesOn('talking muted') },
    { a, b: hold, outcome: goesOn('talking held', 'held=true') },
    { a, b: hangUp, outcome: over },
    { a, b: customerLeaves, outcome: left },
  ]),
  // A page that has just been loaded has no button yet.
  { a: reload, b: mute, outcome: goesOn('talking muted'), aAbove: goesOn('talking') },
  { a: reload, b: hold, outcome: goesOn('talking held', 'held=true'), aAbove: goesOn('talking') },
  { a: reload, b: hangUp, outcome: over, aAbove: goesOn('talking') },
  { a: reload, b: customerLeaves, outcome: left },
  { a: kill, b: customerLeaves, outcome: { customer: '', page: 'gone' } },
  { a: asks, b: mute, outcome: { ...goesOn('talking muted'), other: 'form' } },
  { a: asks, b: hangUp, outcome: { ...over, other: 'form' } },
  { a: asks, b: cut, outcome: { ...goesOn('talking'), other: 'form' } },
  { a: asks, b: reload, outcome: { ...goesOn('talking'), other: 'form' } },
]
