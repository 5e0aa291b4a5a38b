/** What the panel says by itself. Errors have their words in the catalogue. */
import { locale } from '../../lib/entries/index'

/** Of phases, advice, ends and actions under their own names; Chinese first. */
const WORDS = {
  place: ['您的位置', 'Your place'],
  wait: ['预计等待', 'Estimated wait'],
  call: ['呼叫', 'Call'],
  again: ['再次呼叫', 'Call again'],
  hangUp: ['挂断', 'Hang up'],
  mute: ['静音', 'Mute'],
  loud: ['扬声器', 'Speaker'],
  keys: ['键盘', 'Keypad'],
  text: ['文字', 'Text'],
  camera: ['摄像头', 'Camera'],
  flip: ['翻转', 'Flip'],
  on: ['已开启', 'on'],
  write: ['输入文字', 'Write a message'],
  send: ['发送', 'Send'],
  noText: ['还没有文字消息', 'No messages yet'],
  you: ['您', 'You'],
  agent: ['客服', 'Agent'],
  sent: ['发送中', 'sending'],
  delivered: ['已送达', 'delivered'],
  read: ['已读', 'read'],
  idle: ['在线客服', 'Customer service'],
  idleHint: ['轻点下方按钮，与客服通话', 'Tap the button below to talk to us'],
  dialling: ['正在接通…', 'Connecting…'],
  ivr: ['语音菜单', 'Menu'],
  ivrHint: ['请选择服务', 'Please choose'],
  waiting: ['排队等待中', 'You are in the queue'],
  waitingHint: ['轮到您时自动接通，请保持通话', 'Please hold the line until it is your turn'],
  soon: ['不到 1 分钟', 'under 1 min'],
  minutes: ['约 # 分钟', 'about # min'],
  ringing: ['等待对方接听…', 'Waiting for an answer…'],
  talking: ['通话中', 'In call'],
  held: ['通话保持中，请稍候', 'On hold, please wait'],
  ended: ['通话已结束', 'Call ended'],
  lasted: ['通话时长', 'Duration'],
  leave: ['离开此页将结束通话', 'The call ends when you leave this page'],
  reconnecting: ['网络不佳，正在重新连接…', 'Poor network, reconnecting…'],
  interrupted: ['通话被手机中断，返回后继续', 'Interrupted by the phone; it goes on when you are back'],
  localWeak: ['您的网络不佳', 'Your network is poor'],
  remoteWeak: ['对方网络不佳', "The other side's network is poor"],
  unheard: ['对方可能听不到您', 'They may not hear you'],
  talkingWhileMuted: ['您正处于静音', 'You are muted'],
  client: ['您已挂断', 'You have hung up'],
  seat: ['对方已挂断', 'The agent has hung up'],
  admin: ['系统已挂断', 'Ended by the system'],
  blackList: ['暂时无法为您服务', 'We cannot serve you at the moment'],
  noSeatOnline: ['暂无客服在线，请稍后再试', 'Nobody is available, please try later'],
  notWorkTime: ['当前为非工作时间', 'Outside working hours'],
  openSetting: ['去设置', 'Open settings'],
  openAppAuthorizeSetting: ['去系统设置', 'System settings'],
  openPrivacyContract: ['查看隐私指引', 'Privacy guide'],
  updateWeChatApp: ['更新微信', 'Update WeChat'],
} as const

export type PanelWords = Readonly<Record<keyof typeof WORDS, string>>

/** In the language of the app. */
export const panelWords = (): PanelWords => {
  const at = locale() === 'zh' ? 0 : 1
  const names = Object.keys(WORDS) as (keyof typeof WORDS)[]
  return names.reduce((words, name) => ({ ...words, [name]: WORDS[name][at] }), {} as PanelWords)
}
