/** The sentences of an explanation, in both languages. Times are already words. */
import type { CallEvent, SourceFailed } from '../../lib/call/event'
import type { CloseBy } from '../../lib/link/messages'
import type { Phase } from '../../lib/call/phase'
import type { Bilingual } from '../dictionaries/entry'
import type { Interruption } from '../../lib/call/session'

export type Language = 'zh' | 'en'

type Switch = Extract<CallEvent, { type: 'media/failed' }>['target']
type Source = SourceFailed['source']

export interface Words {
  readonly phases: Readonly<Record<Phase, string>>
  readonly parties: Readonly<Record<CloseBy, string>>
  readonly seconds: (text: string) => string
  readonly dialled: (channel: string, at: string) => string
  readonly cut: string
  readonly nothing: string
  readonly goesOn: (phase: string, after: string) => string
  readonly reached: (phase: string, after: string) => string
  readonly customerLeft: string
  readonly customerHungUp: string
  readonly policyHungUp: (policy: string, reason: string) => string
  readonly endedBy: (who: string, reason: string) => string
  readonly refused: (code: string, reason: string) => string
  readonly lineGaveUp: string
  readonly lineForgotten: string
  readonly mediaFailed: (code: string, meaning: Bilingual | undefined) => string
  readonly notDialled: string
  readonly status: (phase: string, status: string, code: string, talk: string) => string
  readonly lineLost: (ago: string, reason: string) => string
  readonly mediaLost: (whose: 'local' | 'remote', ago: string) => string
  readonly interrupted: (reason: Interruption['reason'], ago: string) => string
  readonly muted: (policy: string | null) => string
  readonly policyThrew: (policy: string, message: string) => string
  readonly sourceFailed: (source: Source, message: string) => string
  readonly switchFailed: (target: Switch, message: string) => string
  readonly losses: (count: number) => string
  readonly meaning: (text: string) => string
  readonly remedy: (text: string) => string
}

const because = (reason: string, mark: string) => (reason === '' ? '' : `${mark}${reason}`)

const SWITCHES_EN: Readonly<Record<Switch, string>> = {
  microphone: 'microphone',
  soundMode: 'sound output',
  camera: 'camera',
  facing: 'camera to its other side',
}
const SOURCES_EN: Readonly<Record<Source, string>> = {
  line: 'The line had stopped reporting',
  media: 'The media tags had stopped reporting',
  environment: 'The phone around the call had stopped reporting',
  readiness: 'The question whether the phone can call had stopped reporting',
  step: 'Something that was said could not be read, and did not count',
}

const INTERRUPTIONS_EN: Readonly<Record<Interruption['reason'], string>> = {
  audio: 'Another sound had had the phone',
  call: 'Another call had had the phone',
  hidden: 'The app had been hidden',
  suspended: 'The app had been suspended',
  windowClosed: 'The app had been hidden, with its floating window closed,',
}

const en: Words = {
  phases: {
    idle: 'no call',
    dialling: 'dialling',
    ivr: 'the menu',
    waiting: 'waiting',
    ringing: 'ringing',
    talking: 'talking',
    ended: 'the end',
  },
  parties: { client: 'The customer', seat: 'The seat', admin: 'The call centre', timer: 'A time limit' },
  seconds: (text) => `${text} s`,
  dialled: (channel, at) => `The customer called the entry ${channel} at ${at}.`,
  cut: 'The beginning of the call was not kept.',
  nothing: 'The recording holds no call.',
  goesOn: (phase, after) => `The call has not ended: it was at ${phase} ${after} after the dialling.`,
  reached: (phase, after) => `${after} after the dialling it came to ${phase}.`,
  customerLeft: 'The customer left the page.',
  customerHungUp: 'The customer hung up.',
  policyHungUp: (policy, reason) => `The policy ${policy} hung up${because(reason, ': ')}.`,
  endedBy: (who, reason) => `${who} ended the call${because(reason, ': ')}.`,
  refused: (code, reason) => `The call centre refused the call (${code})${because(reason, ': ')}.`,
  lineGaveUp: 'The line to the call centre could not be had back.',
  lineForgotten: 'The line came back, but by then the call centre had given up the call.',
  mediaFailed: (code, meaning) => `The phone's voice connection failed (${code})${because(meaning?.en ?? '', ': ')}.`,
  notDialled: 'The call could not be dialled.',
  status: (phase, status, code, talk) =>
    `The call ended while ${phase}; its status is ${status} (${code}), talk ${talk}.`,
  lineLost: (ago, reason) => `The line had been lost for ${ago}${because(reason, ': ')}.`,
  mediaLost: (whose, ago) => `The ${whose === 'local' ? "customer's" : "seat's"} voice had been lost for ${ago}.`,
  interrupted: (reason, ago) => `${INTERRUPTIONS_EN[reason]} for ${ago}.`,
  muted: (policy) =>
    policy === null ? 'The microphone was off.' : `The policy ${policy} had switched the microphone off.`,
  policyThrew: (policy, message) => `The policy ${policy} had failed and was dropped: ${message}.`,
  sourceFailed: (source, message) => `${SOURCES_EN[source]}${because(message, ': ')}.`,
  switchFailed: (target, message) => `The phone had not switched the ${SWITCHES_EN[target]}${because(message, ': ')}.`,
  losses: (count) => `The line was lost ${String(count)} times in this call.`,
  meaning: (text) => `Meaning: ${text}`,
  remedy: (text) => `Remedy: ${text}`,
}

const SWITCHES_ZH: Readonly<Record<Switch, string>> = {
  microphone: '麦克风',
  soundMode: '声音输出',
  camera: '摄像头',
  facing: '前后摄像头',
}
const SOURCES_ZH: Readonly<Record<Source, string>> = {
  line: '连接曾出错，此后不再上报',
  media: '音视频组件曾出错，此后不再上报',
  environment: '手机环境曾出错，此后不再上报',
  readiness: '通话条件检查曾出错，此后不再上报',
  step: '有一条消息无法读取，未被计入',
}

const INTERRUPTIONS_ZH: Readonly<Record<Interruption['reason'], string>> = {
  audio: '手机声音被其他应用占用',
  call: '手机被另一通电话占用',
  hidden: '小程序已在后台',
  suspended: '小程序已被系统挂起',
  windowClosed: '小程序已在后台且悬浮窗已关闭',
}

const zh: Words = {
  phases: {
    idle: '空闲',
    dialling: '呼叫中',
    ivr: '语音菜单',
    waiting: '排队',
    ringing: '振铃',
    talking: '通话',
    ended: '结束',
  },
  parties: { client: '客户', seat: '坐席', admin: '呼叫中心', timer: '计时器' },
  seconds: (text) => `${text} 秒`,
  dialled: (channel, at) => `客户于 ${at} 呼叫入口 ${channel}。`,
  cut: '通话的开头未保留。',
  nothing: '记录中没有通话。',
  goesOn: (phase, after) => `通话尚未结束：呼叫后 ${after} 处于${phase}阶段。`,
  reached: (phase, after) => `呼叫后 ${after} 进入${phase}。`,
  customerLeft: '客户离开了页面。',
  customerHungUp: '客户挂断了电话。',
  policyHungUp: (policy, reason) => `策略 ${policy} 挂断了电话${because(reason, '：')}。`,
  endedBy: (who, reason) => `${who}结束了通话${because(reason, '：')}。`,
  refused: (code, reason) => `呼叫中心拒绝了呼叫（${code}）${because(reason, '：')}。`,
  lineGaveUp: '与呼叫中心的连接无法恢复。',
  lineForgotten: '连接恢复时，呼叫中心已放弃该通话。',
  mediaFailed: (code, meaning) => `手机的语音连接失败（${code}）${because(meaning?.zh ?? '', '：')}。`,
  notDialled: '呼叫未能发起。',
  status: (phase, status, code, talk) => `通话在${phase}阶段结束，结束状态为 ${status}（${code}），通话时长 ${talk}。`,
  lineLost: (ago, reason) => `此前连接已中断 ${ago}${because(reason, '：')}。`,
  mediaLost: (whose, ago) => `此前${whose === 'local' ? '客户' : '坐席'}的语音已中断 ${ago}。`,
  interrupted: (reason, ago) => `此前${INTERRUPTIONS_ZH[reason]} ${ago}。`,
  muted: (policy) => (policy === null ? '麦克风处于关闭状态。' : `麦克风已被策略 ${policy} 关闭。`),
  policyThrew: (policy, message) => `策略 ${policy} 曾出错并被停用：${message}。`,
  sourceFailed: (source, message) => `${SOURCES_ZH[source]}${because(message, '：')}。`,
  switchFailed: (target, message) => `手机未能切换${SWITCHES_ZH[target]}${because(message, '：')}。`,
  losses: (count) => `本次通话中连接中断了 ${String(count)} 次。`,
  meaning: (text) => `含义：${text}`,
  remedy: (text) => `处理建议：${text}`,
}

export const WORDS: Readonly<Record<Language, Words>> = { zh, en }
