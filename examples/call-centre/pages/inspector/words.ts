/** The inspector's words. */
import type { Lane } from 'tccc-wx-sdk/black-box'
import type { Phase } from 'tccc-wx-sdk/call'
import type { Language } from '../shared/language'
import type { CommonWords } from '../shared/words'
import { commonWords } from '../shared/words'

const en = {
  inspector: 'Call inspector',
  waits: 'Open the phone in this browser, or drop a recording here.',
  openPhone: 'Open the phone',
  live: 'Live',
  fromFile: (name: string) => `From ${name}`,
  noPhone: 'No phone yet',
  phoneGone: 'The phone is closed',
  phones: 'Phones',
  phone: (number: number) => `Phone ${String(number)}`,
  open: 'Open a recording',
  saveRecording: 'Save the recording',
  saveSpec: 'Save as a spec',
  backToLive: 'Back to live',
  follow: 'Follow',
  drop: 'Drop the recording to see its call',
  diagram: 'Marble diagram of the call',
  scrub: 'Moment of the call',
  keys: 'Left and right go from moment to moment, Esc follows the call.',
  hollow: 'A hollow marble changed nothing.',
  lanes: {
    intents: 'customer',
    policies: 'policies',
    out: 'socket out',
    in: 'socket in',
    line: 'line',
    pusher: 'pusher',
    player: 'player',
    phone: 'phone',
  } satisfies Record<Lane, string> as Record<Lane, string>,
  session: 'session',
  phase: {
    idle: 'idle',
    dialling: 'dialling',
    ivr: 'menu',
    waiting: 'waiting',
    ringing: 'ringing',
    talking: 'talking',
    ended: 'ended',
  } satisfies Record<Phase, string> as Record<Phase, string>,
  happened: 'What happened',
  sent: 'Sent because of it',
  sessionThen: 'The session then',
  inWords: 'In words',
  seconds: (ms: number) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`),
  events: (count: number) => `${count} events`,
}

export type InspectorWords = CommonWords & typeof en

const zh: typeof en = {
  inspector: '通话观察器',
  waits: '在同一浏览器中打开手机页面，或将录制文件拖到这里。',
  openPhone: '打开手机',
  live: '实时',
  fromFile: (name) => `来自 ${name}`,
  noPhone: '还没有手机',
  phoneGone: '手机已关闭',
  phones: '手机',
  phone: (number) => `手机 ${String(number)}`,
  open: '打开录制文件',
  saveRecording: '保存录制文件',
  saveSpec: '保存为测试',
  backToLive: '回到实时',
  follow: '跟随',
  drop: '松开即可查看这通电话',
  diagram: '通话的弹珠图',
  scrub: '通话的时刻',
  keys: '左右方向键逐个查看，Esc 跟随通话。',
  hollow: '空心弹珠表示没有引起变化。',
  lanes: {
    intents: '客户',
    policies: '策略',
    out: '发送',
    in: '接收',
    line: '线路',
    pusher: '推流',
    player: '拉流',
    phone: '手机',
  },
  session: '会话',
  phase: {
    idle: '空闲',
    dialling: '拨号',
    ivr: '菜单',
    waiting: '排队',
    ringing: '振铃',
    talking: '通话',
    ended: '结束',
  },
  happened: '发生了什么',
  sent: '因此发送',
  sessionThen: '此刻的会话',
  inWords: '文字说明',
  seconds: (ms) => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} 秒` : `${Math.round(ms / 1000)} 秒`),
  events: (count) => `${count} 个事件`,
}

export const inspectorWords: Readonly<Record<Language, InspectorWords>> = {
  en: { ...commonWords.en, ...en },
  zh: { ...commonWords.zh, ...zh },
}
