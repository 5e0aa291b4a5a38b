/** The words that both pages use. */
import type { CloseBy, EndStatus } from 'tccc-wx-sdk/call'
import type { GivenRating, PartOutcome } from '../../server/call-summary'
import type { SeatStatus } from '../../server/desk-messages'
import type { Language } from './language'

export interface CommonWords {
  readonly endStatus: Readonly<Record<EndStatus, string>>
  readonly closeBy: Readonly<Record<CloseBy, string>>
  readonly seatStatus: Readonly<Record<SeatStatus, string>>
  readonly seatRings: string
  readonly part: Readonly<Record<PartOutcome, string>>
  readonly otherLanguage: string
  readonly connecting: string
  readonly connected: string
  readonly reconnecting: string
  readonly history: string
  readonly historyEmpty: string
  readonly allCalls: string
  readonly time: string
  readonly caller: string
  readonly channel: string
  readonly menu: string
  readonly duration: string
  readonly ended: string
  readonly agent: string
  readonly agents: string
  readonly agentsEmpty: string
  readonly hangUp: string
  readonly video: string
  readonly keepsPlace: string
  readonly rated: (rating: GivenRating) => string
}

const en: CommonWords = {
  endStatus: {
    ok: 'Call completed',
    seatGiveUp: 'Agent did not answer',
    blackList: 'Caller is blocked',
    ivrGiveUp: 'Customer left in the menu',
    waitingGiveUp: 'Customer left the queue',
    ringingGiveUp: 'Customer left while ringing',
    noSeatOnline: 'No agent online',
    notWorkTime: 'Outside working hours',
    ivrEnd: 'Ended in the menu',
    clientError: 'Fault on the customer’s device',
    callConflict: 'Customer started another call',
    clientTimeout: 'Customer’s line was lost',
    error: 'Call failed',
  },
  closeBy: { client: 'by the customer', seat: 'by the agent', admin: 'by the centre', timer: 'by a time limit' },
  seatStatus: { online: 'Online', busy: 'Busy', rest: 'On a break', wrapUp: 'Writing up', offline: 'Offline' },
  seatRings: 'Ringing',
  part: {
    talked: 'talked',
    transferred: 'transferred',
    missed: 'missed',
    declined: 'declined',
    abandoned: 'customer gave up',
    lost: 'lost the line',
    advised: 'advised',
    calledOff: 'called off',
  },
  otherLanguage: '中文',
  connecting: 'Connecting…',
  connected: 'Connected',
  reconnecting: 'Connection lost. Reconnecting…',
  history: 'Recent calls',
  historyEmpty: 'Finished calls appear here.',
  allCalls: 'All calls',
  time: 'Time',
  caller: 'Caller',
  channel: 'Channel',
  menu: 'Menu',
  duration: 'Talk time',
  ended: 'How it ended',
  agent: 'Agent',
  agents: 'Agents',
  agentsEmpty: 'Nobody is signed in.',
  hangUp: 'Hang up',
  video: 'Video',
  keepsPlace: 'kept the place',
  rated: ({ score, scale }) => `Rated ${score} of ${scale}`,
}

const zh: CommonWords = {
  endStatus: {
    ok: '正常结束',
    seatGiveUp: '坐席未接听',
    blackList: '黑名单拦截',
    ivrGiveUp: '客户在菜单中挂断',
    waitingGiveUp: '客户排队时放弃',
    ringingGiveUp: '客户在振铃时放弃',
    noSeatOnline: '无坐席在线',
    notWorkTime: '非工作时间',
    ivrEnd: '在菜单中结束',
    clientError: '客户设备异常',
    callConflict: '客户发起了另一通电话',
    clientTimeout: '客户线路中断',
    error: '通话失败',
  },
  closeBy: { client: '客户挂断', seat: '坐席挂断', admin: '平台结束', timer: '超时结束' },
  seatStatus: { online: '在线', busy: '忙碌', rest: '小休', wrapUp: '话后处理', offline: '离线' },
  seatRings: '振铃中',
  part: {
    talked: '已通话',
    transferred: '已转出',
    missed: '未接',
    declined: '拒接',
    abandoned: '客户放弃',
    lost: '断线离开',
    advised: '已咨询',
    calledOff: '咨询已取消',
  },
  otherLanguage: 'English',
  connecting: '正在连接…',
  connected: '已连接',
  reconnecting: '连接中断，正在重连…',
  history: '通话记录',
  historyEmpty: '通话结束后显示在这里。',
  allCalls: '全部通话',
  time: '时间',
  caller: '来电者',
  channel: '渠道',
  menu: '按键路径',
  duration: '通话时长',
  ended: '结束原因',
  agent: '坐席',
  agents: '坐席',
  agentsEmpty: '暂无坐席签入。',
  hangUp: '挂断',
  video: '视频',
  keepsPlace: '保留了位置',
  rated: ({ score, scale }) => `评分 ${score}/${scale}`,
}

export const commonWords: Readonly<Record<Language, CommonWords>> = { en, zh }
