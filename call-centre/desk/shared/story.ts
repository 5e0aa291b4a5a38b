/** The story of one call: what happened when, and what was written of it. */
import type { CallSummary } from '../../server/call-summary'
import type { CallStory, StoryStep } from '../../server/history-messages'
import { h, type View } from './h'
import type { Language } from './language'
import { menuTrail } from './parts'
import { clock } from './times'
import { commonWords } from './words'

const en = {
  story: 'What happened',
  steps: {
    ...{ started: 'Called', queued: 'Waited for an agent', rang: 'Rang at', answered: 'Talked to' },
    ...{ aside: 'On hold, while the agent talked to', together: 'All three talked, with' },
  },
  asked: (by: string, whom: string) => `${by} asked ${whom}`,
  line: { good: 'good again', poor: 'poor', bad: 'bad', lost: 'lost' },
  lineOf: (seatName?: string) => (seatName === undefined ? 'The customer’s line:' : `Voice at ${seatName}:`),
  givenTo: (whom: string) => `to ${whom}`,
  toQueue: 'back to the queue',
  callId: 'Name of the call on the phone:',
  inspector: 'Open a recording of the phone in the inspector',
  inspect: 'Open the recording of the phone in the inspector',
}

const zh: typeof en = {
  story: '经过',
  steps: {
    ...{ started: '来电', queued: '等待坐席', rang: '振铃：', answered: '通话：' },
    ...{ aside: '客户保持中，坐席咨询：', together: '三方通话，加入：' },
  },
  asked: (by, whom) => `${by} 咨询 ${whom}`,
  line: { good: '恢复良好', poor: '较差', bad: '很差', lost: '中断' },
  lineOf: (seatName) => (seatName === undefined ? '客户线路：' : `${seatName} 的语音：`),
  givenTo: (whom) => `至 ${whom}`,
  toQueue: '回到队列',
  callId: '手机上的通话名：',
  inspector: '在观察器中打开手机的录制文件',
  inspect: '在观察器中打开这部手机的录制文件',
}

const storyWords = { en: { ...commonWords.en, ...en }, zh: { ...commonWords.zh, ...zh } }

type StoryWords = (typeof storyWords)[Language]

const told = (step: StoryStep, words: StoryWords): string => {
  switch (step.what) {
    case 'started':
    case 'queued':
      return words.steps[step.what]
    case 'rang':
    case 'answered':
    case 'aside':
    case 'together':
      return `${words.steps[step.what]} ${step.seatName}`
    case 'asked':
      return words.asked(step.by, step.seatName)
    case 'line':
      return `${words.lineOf(step.seatName)} ${words.line[step.line]}`
    case 'left': {
      const { seatName, outcome, reason = '', to } = step
      const aim = to === '' ? words.toQueue : to && words.givenTo(to)
      return [`${seatName}: ${words.part[outcome]}`, aim, reason].filter(Boolean).join(' · ')
    }
    case 'ended':
      return `${words.endStatus[step.endStatus]} ${words.closeBy[step.closeBy]}`
  }
}

/** Each step with the time since the call began. */
const stepList = ({ steps, startedAt, ivrPath }: CallStory, words: StoryWords): View =>
  h(
    'ol',
    { class: 'steps' },
    ...steps.map((step) =>
      h(
        'li',
        { class: `step step-${step.what}` },
        h('span', { class: 'number quiet' }, clock(step.at - startedAt)),
        h('span', {}, told(step, words), step.what === 'started' && ivrPath.length > 0 && menuTrail(ivrPath, '')),
      ),
    ),
  )

const remarkLine = ({ seatName, notes, disposition }: CallStory['remarks'][number]): View =>
  h(
    'p',
    { class: 'written' },
    h('span', { class: 'quiet' }, seatName),
    ' ',
    disposition !== undefined && h('span', { class: 'chip' }, disposition),
    ' ',
    notes,
  )

const inspectorLink = ({ sessionId, recording }: CallStory, language: Language, words: StoryWords): View => {
  const call = recording === undefined ? '' : `call=${encodeURIComponent(sessionId)}&`
  const href = `/inspector/?${call}lang=${language}`
  return h(
    'a',
    { href, target: '_blank', class: 'own', 'data-do': 'inspector' },
    recording ? words.inspect : words.inspector,
  )
}

/**
 * It is shut until somebody opens it; null for a call of which only the line is known. `ofPhone`: what else is said of the
 * recording of the phone.
 */
export const storyOf = (
  call: CallSummary | CallStory,
  language: Language,
  ofPhone: (call: CallStory) => View | null = () => null,
): View | null => {
  if (!('steps' in call)) return null
  const words = storyWords[language]
  return h(
    'details',
    {},
    h('summary', {}, words.story),
    h(
      'div',
      { class: 'story' },
      stepList(call, words),
      ...call.remarks.map(remarkLine),
      h('p', { class: 'quiet' }, words.callId, ' ', h('code', {}, call.callId)),
      ofPhone(call),
      inspectorLink(call, language, words),
    ),
  )
}
