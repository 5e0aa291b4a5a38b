/** The words of alarms and of the day. */
import type { SupervisionConfig } from '../../server/config/centre-config'
import type { MeanRating } from '../../server/history-messages'
import type { Language } from '../shared/language'
import { clock } from '../shared/times'
import type { Alarm } from './alarms'

const en = {
  alarms: 'Alarms',
  calm: 'No alarm.',
  alarm: (alarm: Alarm): string => {
    switch (alarm.kind) {
      case 'waitsLong':
        return `${alarm.caller} has waited for ${clock(alarm.ms)}`
      case 'manyWait':
        return `${alarm.count} customers wait`
      case 'nobodyWorks':
        return 'Customers wait, and no agent works'
      case 'longBreak':
        return `${alarm.seat} has been on a break for ${clock(alarm.ms)}`
      case 'belowTarget':
        return `Service level ${alarm.percent} %, target ${alarm.target} %`
    }
  },
  day: 'Day',
  asked: 'The centre is asked for this day…',
  serviceLevel: 'Service level',
  formula: ({ answerWithinMs, shortAbandonMs, targetPercent }: SupervisionConfig) =>
    `Service level = calls answered within ${clock(answerWithinMs)} ÷ calls that came to the queue, without those given up within ${clock(shortAbandonMs)}. Target: ${targetPercent} %. A call counts on the day on which it began.`,
  figures: {
    calls: 'Calls',
    queued: 'In the queue',
    answered: 'Answered',
    inTime: 'Answered in time',
    short: 'Given up at once',
    meanWaitMs: 'Mean wait',
    longestWaitMs: 'Longest wait',
    meanTalkMs: 'Mean talk',
  },
  places: 'Waiting without holding',
  place: { kept: 'Keeps a place', called: 'Called back', gone: 'Did not come' },
  left: (ms: number) => `${clock(ms)} left to come`,
  expectedAt: (seat: string) => `Comes to ${seat}`,
  unreached: 'Message not delivered',
  rating: 'Mean rating',
  rated: ({ score, scale, calls }: MeanRating) => `${score} of ${scale} (${calls})`,
  ofSeats: { taken: 'Taken', transferred: 'Transferred', missed: 'Missed', declined: 'Declined' },
  held: { seat: 'On hold', customer: 'Customer interrupted' },
  consult: {
    ringing: (name: string) => `Asks ${name}`,
    aside: (name: string) => `Talks to ${name}`,
    away: (name: string) => `${name} waits`,
    three: (name: string) => `Together with ${name}`,
  },
  really: (caller: string) => `End the call of ${caller}?`,
  keep: 'Let it go on',
}

export type BoardWords = typeof en

const zh: BoardWords = {
  alarms: '告警',
  calm: '没有告警。',
  alarm: (alarm) => {
    switch (alarm.kind) {
      case 'waitsLong':
        return `${alarm.caller} 已等待 ${clock(alarm.ms)}`
      case 'manyWait':
        return `${alarm.count} 位客户在等待`
      case 'nobodyWorks':
        return '有客户在等待，却没有坐席工作'
      case 'longBreak':
        return `${alarm.seat} 已小休 ${clock(alarm.ms)}`
      case 'belowTarget':
        return `服务水平 ${alarm.percent}%，目标 ${alarm.target}%`
    }
  },
  day: '日期',
  asked: '正在查询这一天……',
  serviceLevel: '服务水平',
  formula: ({ answerWithinMs, shortAbandonMs, targetPercent }) =>
    `服务水平 = ${clock(answerWithinMs)} 内接听的通话 ÷ 进入队列的通话（不计 ${clock(shortAbandonMs)} 内放弃的）。目标：${targetPercent}%。通话计入开始的那一天。`,
  figures: {
    calls: '通话',
    queued: '进入队列',
    answered: '已接听',
    inTime: '及时接听',
    short: '立即放弃',
    meanWaitMs: '平均等待',
    longestWaitMs: '最长等待',
    meanTalkMs: '平均通话',
  },
  places: '离线排队',
  place: { kept: '保留位置', called: '已通知', gone: '没有回来' },
  left: (ms) => `还有 ${clock(ms)} 可以回来`,
  expectedAt: (seat) => `将接到 ${seat}`,
  unreached: '消息没有送达',
  rating: '平均评分',
  rated: ({ score, scale, calls }) => `${score}/${scale}（${calls} 通）`,
  ofSeats: { taken: '接听', transferred: '转出', missed: '未接', declined: '拒接' },
  held: { seat: '保持中', customer: '客户被打断' },
  consult: {
    ringing: (name) => `正在联系 ${name}`,
    aside: (name) => `正在咨询 ${name}`,
    away: (name) => `${name} 等待中`,
    three: (name) => `与 ${name} 三方通话`,
  },
  really: (caller) => `要结束 ${caller} 的通话吗？`,
  keep: '继续通话',
}

export const boardWords: Readonly<Record<Language, BoardWords>> = { en, zh }
