// What the page shows, computed from the session and from nothing else. It is pure: easy to read, easy to test.
import { clockText } from '../../clock'

const waitText = (estimatedWaitMs, words) => {
  if (estimatedWaitMs === null) return ''
  const minutes = Math.round(estimatedWaitMs / 60000)
  return minutes < 1 ? words.lessThanMinute : words.minutes(minutes)
}

const initialOf = (seat) => seat.name.slice(0, 1)

const noticeOf = (session, words) => {
  if (session.microphone.state === 'failed') return words.microphoneFailed
  if (session.line.state === 'reconnecting') return words.reconnecting
  if (session.interruption) return words.interrupted
  const [advice = ''] = session.quality.advice
  return advice && words.advice[advice]
}

// What each phase adds to the screen.
const phases = {
  idle: (session, words) => ({ heading: words.welcome, hint: words.welcomeHint }),

  dialling: (session, words) => ({ heading: words.dialling }),

  ivr: ({ ivr }, words) =>
    ivr ? { heading: words.ivr, hint: words.ivrHint, prompt: ivr.prompt, menu: ivr.keys } : { heading: words.dialling },

  waiting: ({ queue }, words) => ({
    heading: words.waiting,
    hint: words.waitingHint,
    place: queue.position,
    wait: waitText(queue.estimatedWaitMs, words),
  }),

  ringing: ({ seat }, words) => ({ heading: seat.name, hint: words.ringingHint, initial: initialOf(seat) }),

  talking: ({ seat, held }, words) => ({
    heading: seat.name,
    hint: held ? words.held : words.talking,
    held,
    initial: initialOf(seat),
  }),

  ended: ({ end }, words) => ({
    heading: words.ended,
    hint: words.reasons[end.error] || words.reasons[end.endStatus] || words.by[end.closeBy],
    lasted: end.duration > 0 ? `${words.duration} ${clockText(end.duration)}` : '',
  }),
}

const blank = {
  hint: '',
  prompt: '',
  menu: [],
  place: 0,
  wait: '',
  initial: '',
  held: false,
  lasted: '',
}

export const screenOf = (session, words) => {
  const running = session.phase !== 'idle' && session.phase !== 'ended'
  return {
    ...blank,
    phase: session.phase,
    running,
    notice: running ? noticeOf(session, words) : '',
    muted: session.microphone.desired === 'off',
    soundMode: session.soundMode.desired,
    ...phases[session.phase](session, words),
  }
}

export const sameScreen = (one, other) => JSON.stringify(one) === JSON.stringify(other)
