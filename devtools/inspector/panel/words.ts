/** The inspector's words. */
import type { Phase } from '../../../lib/entries/index'
import type { Lane } from '../../black-box/lanes'

const en = {
  inspector: 'Inspector',
  development: 'for development',
  nothing: 'No call is watched yet.',
  follow: 'Follow',
  copy: 'Copy',
  close: 'Close',
  session: 'session',
  lanes: {
    intents: 'customer',
    policies: 'policies',
    out: 'out',
    in: 'in',
    line: 'line',
    pusher: 'pusher',
    player: 'player',
    phone: 'phone',
  } satisfies Record<Lane, string> as Record<Lane, string>,
  phase: {
    idle: 'idle',
    dialling: 'dialling',
    ivr: 'menu',
    waiting: 'waiting',
    ringing: 'ringing',
    talking: 'talking',
    ended: 'ended',
  } satisfies Record<Phase, string> as Record<Phase, string>,
}

export type InspectorWords = typeof en

const zh: InspectorWords = {
  inspector: '观察器',
  development: '仅用于开发',
  nothing: '还没有可观察的通话。',
  follow: '跟随',
  copy: '复制',
  close: '关闭',
  session: '会话',
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
  phase: {
    idle: '空闲',
    dialling: '拨号',
    ivr: '菜单',
    waiting: '排队',
    ringing: '振铃',
    talking: '通话',
    ended: '结束',
  },
}

export const inspectorWords = { zh, en } as const
