/** The states of the bar, and the page that it stands on. */
import { barView } from '../../../component/bar/view'
import { barWords } from '../../../component/bar/words'
import { panelWords } from '../../../component/panel/words'
import type { Session } from '../../../lib/entries/index'
import { after, BEFORE, EVENTS, sessionIn } from '../../call/sessions'

const talking = sessionIn('talking')
const longName = { seatId: '1002', name: '欧阳修远 Bartholomew Featherstonehaugh-Smythe' }

export const BAR_PROGRAM: Readonly<Record<string, string>> = {
  'other.json': '{ "usingComponents": { "call-bar": "tccc-wx-sdk/bar" }, "navigationBarTitleText": "订单 Order" }',
  'other.wxml': '<view aria-role="heading" style="padding: 16px">A-1029 · 已发货 Shipped</view><call-bar id="bar" />',
  'other.js': "Page({ onReady() { globalThis.shown = [this.selectComponent('#bar')] } })",
}

interface State {
  readonly session: Session
  /** Of the letters. Default: 1. */
  readonly scale?: number
}

const STATES: Readonly<Record<string, State>> = {
  dialling: { session: sessionIn('dialling') },
  menu: { session: after(sessionIn('ivr'), EVENTS['call/ivr']) },
  waiting: { session: sessionIn('waiting') },
  ringing: { session: sessionIn('ringing') },
  talking: { session: talking },
  'long-name': { session: after(sessionIn('ringing'), { ...EVENTS['call/accepted'], seat: longName }) },
  muted: { session: after(talking, EVENTS['intent/mute']) },
  held: { session: after(talking, EVENTS['call/held']) },
  'held-and-muted': { session: after(talking, EVENTS['call/held'], EVENTS['intent/mute']), scale: 1.6 },
  reconnecting: { session: after(talking, EVENTS['line/lost']) },
  interrupted: { session: after(talking, EVENTS['audio/interrupted']) },
  weak: { session: after(talking, EVENTS['quality/advised']) },
  large: { session: talking, scale: 1.6 },
  ended: { session: sessionIn('ended') },
}

/** What is set in each, in the language of the app. */
export const barStates = (): Readonly<Record<string, readonly object[]>> =>
  Object.fromEntries(
    Object.entries(STATES).map(([name, { session, scale = 1 }]) => [
      `bar-${name}`,
      [{ ...barView(session, BEFORE + 754_000, panelWords(), barWords()), scale }],
    ]),
  )
