/** How good the media are: what is measured, when the people of a call should know, and what is told. */
import { isConnected, isSame, only, type Session, type Step, tell } from './session'
import type { Advice, EventOf } from './event'

/** What the media tags measure, several times a second: too often to be an event of the call. */
export interface Sample {
  /** `netQualityLevel` of live-pusher's `netstatus`: 1 best … 6 unusable, 0 unknown. */
  readonly local?: number
  /** The same of live-player: what the customer receives. */
  readonly remote?: number
  /** `audioBitrate` of live-pusher's `netstatus`: what leaves the phone, in kbit/s. */
  readonly audioKbps?: number
  /** How loud it is at the microphone, 0–100: `audiovolumenotify` of live-pusher. */
  readonly volume?: number
}

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

/** What is measured of a call that is over is about nobody. */
export const measured = (session: Session, { local, remote }: EventOf<'quality/measured'>): Step => {
  const { quality } = session
  if (!isConnected(session) || (local === quality.local && remote === quality.remote)) return only(session)
  const told = tell({ name: 'networkQuality', detail: { local, remote } })
  return [{ ...session, quality: { ...quality, local, remote } }, [told]]
}

export const advised = (session: Session, { advice }: EventOf<'quality/advised'>): Step => {
  const { quality } = session
  if (!isConnected(session) || isSame(advice, quality.advice)) return only(session)
  return [{ ...session, quality: { ...quality, advice } }, [tell({ name: 'advice', detail: { advice } })]]
}
