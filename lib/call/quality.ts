/** When the people of a call should know that something is wrong. */
import type { Advice } from '../events/event'
import { isConnected, type Session } from '../session/session'
import type { Sample } from './sample'

/** The latest of each figure; `weak` is WeChat's own word on the network, `slow` the line's. */
export interface Measured extends Required<Sample> {
  readonly weak: boolean
  readonly slow: boolean
}

export interface AdviceRule {
  readonly advice: Advice
  /** Where the advice makes sense at all: elsewhere it is taken back at once. */
  readonly concerns: (session: Session) => boolean
  readonly isBad: (measured: Measured, session: Session) => boolean
  /** For how long it has to be bad before it is said, and good before it is taken back: what flickers is not told. */
  readonly raiseMs: number
  readonly clearMs: number
}

/** Levels 1 to 3 leave a talk possible; Tencent's own kit warns above 4. */
const POOR = 4
/** Louder than the noise of a room. */
const SPEECH = 20

const talksWith = (session: Session, microphone: 'on' | 'off'): boolean =>
  session.phase === 'talking' && !session.held && session.microphone.desired === microphone

export const ADVICE_RULES: readonly AdviceRule[] = [
  {
    advice: 'localWeak',
    concerns: isConnected,
    isBad: ({ local, weak, slow }) => local >= POOR || weak || slow,
    raiseMs: 4_000,
    clearMs: 8_000,
  },
  {
    advice: 'remoteWeak',
    concerns: isConnected,
    isBad: ({ remote }) => remote >= POOR,
    raiseMs: 4_000,
    clearMs: 8_000,
  },
  {
    advice: 'unheard',
    concerns: (session) => talksWith(session, 'on'),
    isBad: ({ audioKbps }, { local, microphone }) =>
      audioKbps === 0 || local.state !== 'up' || microphone.state === 'failed',
    raiseMs: 3_000,
    clearMs: 1_000,
  },
  {
    advice: 'talkingWhileMuted',
    concerns: (session) => talksWith(session, 'off'),
    isBad: ({ volume }) => volume >= SPEECH,
    raiseMs: 1_000,
    clearMs: 5_000,
  },
]
