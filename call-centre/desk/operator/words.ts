/** The operator page's words. */
import type { LiveCall } from '../../server/operator-messages'
import type { EstimateQuality } from '../../server/routing/estimate'
import type { Language } from '../shared/language'
import type { CommonWords } from '../shared/words'
import { clock } from '../shared/times'
import { commonWords } from '../shared/words'

export type SessionPhase = LiveCall['phase']

const en = {
  operator: 'Operator',
  live: 'Live calls',
  liveEmpty: 'No calls at the moment.',
  phase: {
    ivr: 'In the menu',
    waiting: 'Waiting',
    ringing: 'Ringing',
    talking: 'Talking',
  } satisfies Record<SessionPhase, string> as Record<SessionPhase, string>,
  totals: 'Calls by phase',
  place: (position: number) => `Place ${position}`,
  lineLost: 'Line lost',
  estimate: ({ calls, meanErrorMs, late }: EstimateQuality) =>
    `Waits were told with an error of ${clock(meanErrorMs)} on average; of the last ${calls} customers ${late} waited longer than told.`,
  ending: 'Ending…',
  hangUpOf: (caller: string) => `Hang up the call of ${caller}`,
  noMenu: 'No menu choice yet',
}

export type OperatorWords = CommonWords & typeof en

const zh: typeof en = {
  operator: '运营监控',
  live: '实时通话',
  liveEmpty: '当前没有通话。',
  phase: { ivr: '菜单中', waiting: '排队中', ringing: '振铃中', talking: '通话中' },
  totals: '各阶段通话数',
  place: (position) => `第 ${position} 位`,
  lineLost: '线路中断',
  estimate: ({ calls, meanErrorMs, late }) =>
    `预计等待时间的平均误差为 ${clock(meanErrorMs)}；最近 ${calls} 位客户中有 ${late} 位等得比预计的久。`,
  ending: '正在结束…',
  hangUpOf: (caller) => `挂断 ${caller} 的通话`,
  noMenu: '尚未选择菜单',
}

export const operatorWords: Readonly<Record<Language, OperatorWords>> = {
  en: { ...commonWords.en, ...en },
  zh: { ...commonWords.zh, ...zh },
}
