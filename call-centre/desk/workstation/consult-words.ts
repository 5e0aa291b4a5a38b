/** The workstation's words about asking a colleague. */
import type { ConsultState } from '../../server/desk-messages'
import type { ConsultOver } from './consult'

type Telling = Readonly<Record<ConsultState | 'asking', (name: string) => string>>

const asksEn: Telling = {
  asking: (name) => `Asking ${name}…`,
  ringing: (name) => `It rings at ${name}. The customer is on hold until you resume.`,
  aside: (name) => `You talk with ${name}. The customer is on hold and hears neither of you.`,
  away: (name) => `You talk with the customer. ${name} waits and hears neither of you.`,
  three: (name) => `The customer, ${name} and you hear each other through this page: keep it open.`,
}

const askedEn: Telling = {
  ...asksEn,
  aside: (name) => `${name} asks you about this customer, who is on hold and hears neither of you.`,
  away: (name) => `${name} is with the customer. You hear neither, and neither hears you.`,
  three: (name) => `The customer, ${name} and you hear each other.`,
}

export const enConsult = {
  consult: 'Consult',
  consultWith: 'Ask a colleague',
  together: 'Three together',
  handOver: 'Hand over',
  goBack: 'Go back',
  leaveConsult: 'Leave',
  toCustomer: 'Swap to the customer',
  toColleague: (name: string) => `Swap to ${name}`,
  hangUpAll: 'Hang up for all',
  asks: asksEn,
  asked: askedEn,
  asideTitle: 'With a colleague',
  awayTitle: 'With the customer',
  waitingTitle: 'Waiting',
  threeTitle: 'Three together',
  colleagueLost: (name: string) => `${name}’s voice is interrupted.`,
  consultOver: {
    left: (name) => `${name} has left.`,
    declined: (name) => `${name} has declined.`,
    missed: (name) => `${name} did not answer.`,
    lost: (name) => `${name} has lost the line.`,
  } as Readonly<Record<ConsultOver['why'], (name: string) => string>>,
  askedBy: (name: string) => `Asked by ${name}`,
  askingTitle: (name: string) => `${name} asks about a call`,
  announceAsked: (name: string, caller: string) => `${name} asks you about ${caller}. Press Enter to answer.`,
  answerAsked: 'Enter answers: you talk with your colleague, the customer does not hear you.',
  silencedAsked: 'Silenced. Enter answers. When the time is up you are set on a break.',
  advisedTitle: 'Consult over',
  advisedText: (by: string, caller: string) => `${by} goes on with ${caller}.`,
  askedMissed: {
    notAsked: 'Declined. You stay online.',
    calledOff: 'Your colleague asks no more.',
  } as Readonly<Record<string, string>>,
}

const asksZh: Telling = {
  asking: (name) => `正在联系 ${name}…`,
  ringing: (name) => `${name} 处正在振铃。恢复之前客户一直保持。`,
  aside: (name) => `您正与 ${name} 通话。客户保持中，听不到你们。`,
  away: (name) => `您正与客户通话。${name} 在等待，听不到你们。`,
  three: (name) => `客户、${name} 和您可互相听到，声音经过本页面：请勿关闭。`,
}

const askedZh: Telling = {
  ...asksZh,
  aside: (name) => `${name} 就这位客户向您咨询。客户保持中，听不到你们。`,
  away: (name) => `${name} 正与客户通话。您听不到他们，他们也听不到您。`,
  three: (name) => `客户、${name} 和您可互相听到。`,
}

export const zhConsult: typeof enConsult = {
  consult: '咨询',
  consultWith: '咨询同事',
  together: '三方通话',
  handOver: '移交',
  goBack: '返回客户',
  leaveConsult: '离开',
  toCustomer: '切换到客户',
  toColleague: (name) => `切换到 ${name}`,
  hangUpAll: '全部挂断',
  asks: asksZh,
  asked: askedZh,
  asideTitle: '与同事通话中',
  awayTitle: '与客户通话中',
  waitingTitle: '等待中',
  threeTitle: '三方通话中',
  colleagueLost: (name) => `${name} 的声音中断了。`,
  consultOver: {
    left: (name) => `${name} 已离开。`,
    declined: (name) => `${name} 已拒接。`,
    missed: (name) => `${name} 未接听。`,
    lost: (name) => `${name} 的线路已断开。`,
  },
  askedBy: (name) => `${name} 咨询`,
  askingTitle: (name) => `${name} 咨询一通电话`,
  announceAsked: (name, caller) => `${name} 就 ${caller} 向您咨询。按回车键接听。`,
  answerAsked: '按回车键接听：您与同事通话，客户听不到您。',
  silencedAsked: '铃声已关闭，按回车键接听。超时后您将切换为小休。',
  advisedTitle: '咨询结束',
  advisedText: (by, caller) => `${by} 继续服务 ${caller}。`,
  askedMissed: { notAsked: '已拒接，您仍在线。', calledOff: '同事已取消咨询。' },
}
