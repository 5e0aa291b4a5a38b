import { translated } from '../words'

const WORDS = {
  offered: ['不用一直等', 'No need to hold the line'],
  offeredText: [
    '轻点按钮并允许消息，即可挂断，位置为您保留。轮到您时微信会通知您，请在 #内回来。',
    'Tap, allow the message, and hang up: your place is kept. WeChat tells you when it is your turn; come back within # then.',
  ],
  refused: [
    '消息未获允许，无法通知您：请继续等待，或再次轻点按钮。',
    'The message was not allowed, so we cannot call you. Please hold the line, or tap again.',
  ],
  leave: ['通知我，先挂断', 'Notify me and hang up'],
  leaving: ['正在保留您的位置…', 'Keeping your place…'],
  kept: ['已为您保留位置', 'Your place is kept'],
  keptText: [
    '轮到您时微信会通知您，请在 #内点开消息回来。',
    'WeChat tells you when it is your turn. Open the message within # to come back.',
  ],
  gone: ['保留的时间已过', 'Your place was given up'],
  goneText: ['这次通话重新排队。', 'You came back too late: this call waits like any other.'],
  seconds: ['# 秒', '# s'],
  minutes: ['# 分钟', '# min'],
} as const

export type WaitingWords = Readonly<Record<keyof typeof WORDS, string>>

export const waitingWords = translated(WORDS)
