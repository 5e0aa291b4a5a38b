/** Two things that happen at nearly the same time while a seat writes a talk up, and the one declared outcome. */
import type { Happening } from './races'
import { asks, cut, kill, network, reload, swallowed } from './races'

/** Each as it is after all has settled. */
export interface WrapUpOutcome {
  /** The page: `wrapUp`, `quiet`, `ringing` when the next call is here; `gone`. */
  readonly page: string
  /** In the record that goes to the back end; undefined: it has not gone. */
  readonly filed: string | undefined
  readonly other?: string
}

export interface WrapUpRace {
  readonly a: Happening
  readonly b: Happening
  readonly outcome: WrapUpOutcome
  /** In the same frame, a above: where that decides. */
  readonly aAbove?: WrapUpOutcome
}

/** The scene lets the time be up just then. */
export const limit: Happening = [{ en: 'the time is up', zh: '时间到' }, () => undefined]

const done: Happening = [
  { en: 'the agent is done', zh: '坐席完成' },
  ({ page }) => {
    page.does({ type: 'click/wrapUpDone' })
  },
]
const online: Happening = [
  { en: 'the agent chooses Online', zh: '坐席选择在线' },
  ({ page }) => {
    page.does({ type: 'click/status', status: 'online' })
  },
]
const rest: Happening = [
  { en: 'the agent chooses a break', zh: '坐席选择小休' },
  ({ page }) => {
    page.does({ type: 'click/status', status: 'rest' })
  },
]
const types: Happening = [
  { en: 'the agent types', zh: '坐席打字' },
  ({ page }) => {
    page.does({ type: 'click/notes', notes: 'kept and more' })
  },
]
const next: Happening = [
  { en: 'the next customer calls', zh: '下一位客户来电' },
  ({ scene }) => {
    scene.callsAgain()
  },
]

/** What was written before. */
export const KEPT = 'kept'
const over: WrapUpOutcome = { page: 'quiet', filed: KEPT }
const goesOn: WrapUpOutcome = { page: 'wrapUp', filed: undefined }

export const WRAP_UP_RACES: readonly WrapUpRace[] = [
  ...[done, online].flatMap((b): readonly WrapUpRace[] => [
    { a: limit, b, outcome: over },
    { a: cut, b, outcome: over },
    { a: swallowed, b, outcome: over },
    { a: network, b, outcome: over },
    { a: next, b, outcome: { ...over, page: 'ringing' } },
    { a: asks, b, outcome: { ...over, other: 'form' } },
    // A page that has just been loaded has no button yet.
    { a: reload, b, outcome: over, aAbove: goesOn },
  ]),
  { a: limit, b: next, outcome: { ...over, page: 'ringing' } },
  { a: limit, b: rest, outcome: over },
  { a: limit, b: cut, outcome: over },
  { a: limit, b: reload, outcome: over },
  { a: rest, b: next, outcome: goesOn },
  { a: types, b: cut, outcome: goesOn },
  { a: types, b: reload, outcome: goesOn },
  { a: kill, b: next, outcome: { page: 'gone', filed: undefined } },
]
