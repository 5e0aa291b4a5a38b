/** What the panel shows, as a pure function of the session and of what a page can hear beside it. */
import {
  type End,
  type Gap,
  gapOf,
  idle,
  isConnected,
  isRunning,
  type IvrKey,
  type Phase,
  type Session,
} from '../../lib/entries/index'
import type { Text } from '../../lib/entries/text'
import { clockText } from './clock'
import type { PanelWords } from './words'

/** What is open above the call. */
export type Sheet = '' | 'keys' | 'texts'

type Running = Exclude<Session, { readonly phase: 'idle' | 'ended' }>

/** What the page wants of the panel. */
export interface Chosen {
  /** `video`: the next call is made with pictures. */
  readonly media?: string
  /** Text beside the voice. */
  readonly text?: boolean
  /** The agent's picture may go on in WeChat's floating window. */
  readonly floats?: boolean
  /** Empty: in words of our own. */
  readonly leaveWarning: string
}

/** All that the panel can see. */
export interface Seen {
  readonly session: Session
  readonly chosen: Chosen
  /** How loud the customer is now, 0–100. */
  readonly heard: number
  /** And was when it was shown last. */
  readonly volume: number
  readonly texts: readonly Text[]
  /** The keys that were pressed in this phase. */
  readonly digits: string
  readonly sheet: Sheet
  /** What the customer has written and not sent. */
  readonly draft: string
  /** What the field of the text began with. */
  readonly begun: string
  /** The customer's own picture is the large one. */
  readonly swapped: boolean
  /** What keeps this phone from calling. */
  readonly gaps: readonly Gap[]
  /** Why the last call was not dialled. */
  readonly failed: Gap['code'] | null
  /** The page is in sight: what nobody sees is not set. */
  readonly shown: boolean
}

/** What a call leaves to no other. */
export const OF_ONE_CALL = { heard: 0, volume: 0, digits: '', sheet: '', draft: '', begun: '', swapped: false } as const

export const SEEN_FIRST: Seen = {
  ...OF_ONE_CALL,
  session: idle,
  chosen: { leaveWarning: '' },
  texts: [],
  gaps: [],
  failed: null,
  shown: true,
}

export interface PanelView {
  readonly phase: Phase
  readonly running: boolean
  readonly title: string
  /** Of the agent's name. */
  readonly initial: string
  readonly hint: string
  readonly time: string
  readonly held: boolean
  /** What is wrong now, the worst alone. */
  readonly notice: string
  /** 0: not in the queue. */
  readonly place: number
  /** '': nobody knows. */
  readonly wait: string
  readonly prompt: string
  readonly menu: readonly IvrKey[]
  readonly muted: boolean
  readonly loud: boolean
  /** How loud the customer is, 0–4. */
  readonly level: number
  readonly digits: string
  readonly sheet: Sheet
  /** The call centre knows of text, and the page wants it. */
  readonly writes: boolean
  readonly texts: readonly Text[]
  /** How many texts of the agent are new. */
  readonly unread: number
  readonly begun: string
  /** How many the customer has written: after each there is another field. */
  readonly written: number
  readonly video: boolean
  readonly cameraOn: boolean
  readonly seatOn: boolean
  readonly swapped: boolean
  /** When the floating window opens: `picture-in-picture-mode` of live-player. */
  readonly modes: readonly string[]
  /** What WeChat asks before the page is left; empty: nothing, as no call would end. */
  readonly leave: string
  readonly words: PanelWords
  readonly gateCode: Gap['code'] | ''
  readonly gateLabel: string
}

const NONE: readonly never[] = []
const WHENEVER_LEFT = ['push', 'pop']

const waitText = (estimatedWaitMs: number | null, words: PanelWords): string => {
  if (estimatedWaitMs === null) return ''
  const minutes = Math.round(estimatedWaitMs / 60_000)
  return minutes < 1 ? words.soon : words.minutes.replace('#', String(minutes))
}

const noticeOf = (session: Session, words: PanelWords): string => {
  const { microphone, line, interruption, camera, quality } = session
  if (!isRunning(session)) return ''
  if (microphone.state === 'failed') return gapOf('MICROPHONE_FAILED').message
  if (line.state === 'reconnecting' || session.local.state === 'reconnecting') return words.reconnecting
  if (interruption !== null) return words.interrupted
  if (camera.state === 'failed') return gapOf('CAMERA_FAILED').message
  const [advice] = quality.advice
  return advice === undefined ? '' : words[advice]
}

/** What the catalogue says of an end that is no error of its own. */
const ERRORS: Readonly<Partial<Record<string, Gap['code']>>> = {
  seatGiveUp: 'NO_ANSWER',
  timer: 'NO_ANSWER',
  callConflict: 'TAKEN_OVER',
  clientTimeout: 'NETWORK_LOST',
  error: 'SERVER_ERROR',
}

const reasonOf = ({ error, endStatus, closeBy }: End, words: PanelWords): string => {
  const code = error ?? ERRORS[endStatus] ?? ERRORS[closeBy]
  if (code !== undefined) return gapOf(code).message
  const known: Readonly<Partial<Record<string, string>>> = words
  return known[endStatus] ?? known[closeBy] ?? ''
}

type Part = Partial<PanelView>

const named = (name: string): Part => ({ title: name, initial: name.slice(0, 1) })

/** What a phase adds. */
const partOf = ({ session, volume }: Seen, now: number, words: PanelWords): Part => {
  switch (session.phase) {
    case 'idle':
      return { hint: words.idleHint }
    case 'dialling':
      return {}
    case 'ivr':
      return session.ivr === null
        ? { title: words.dialling }
        : { hint: words.ivrHint, prompt: session.ivr.prompt, menu: session.ivr.keys }
    case 'waiting': {
      const { position, estimatedWaitMs } = session.queue
      return { hint: words.waitingHint, place: position, wait: waitText(estimatedWaitMs, words) }
    }
    case 'ringing':
      return { ...named(session.seat.name), hint: words.ringing }
    case 'talking': {
      const { held, seat, microphone, acceptedAt } = session
      return {
        ...named(seat.name),
        hint: held ? words.held : words.talking,
        held,
        time: clockText(Math.floor((now - acceptedAt) / 1000)),
        level: microphone.desired === 'off' ? 0 : Math.ceil(volume / 25),
      }
    }
    case 'ended': {
      const { end } = session
      return {
        hint: reasonOf(end, words),
        time: end.duration > 0 ? clockText(end.duration) : '',
      }
    }
  }
}

/** '': nothing that a tap could open. */
const labelOf = (action: Gap['action'], words: PanelWords): string =>
  action === null || action === 'logIn' ? '' : words[action]

/** What keeps the customer from calling, and the button that opens what mends it. */
const gateOf = ({ session, gaps, failed }: Seen, words: PanelWords): Part => {
  const error = failed ?? (session.phase === 'ended' ? session.end.error : null)
  const gap = error === null ? gaps.find(({ action }) => labelOf(action, words)) : gapOf(error)
  if (gap === undefined) return {}
  const gateLabel = labelOf(gap.action, words)
  return { hint: gap.message, gateLabel, gateCode: gap.code }
}

/** What a call adds in any phase. */
const runningOf = (session: Running, chosen: Chosen, words: PanelWords): Part => {
  const { media, camera, remote } = session
  const video = media === 'video'
  const floats = video && chosen.floats === true && session.phase === 'talking'
  return {
    video,
    cameraOn: camera.desired === 'on' && camera.state !== 'failed',
    seatOn: video && remote.playUrl !== '' && remote.hasVideo !== false,
    modes: floats ? WHENEVER_LEFT : NONE,
    leave: floats ? '' : chosen.leaveWarning || words.leave,
  }
}

const isNew = ({ by, seen }: Text): boolean => by === 'seat' && seen !== 'read'

export const writtenIn = (texts: readonly Text[]): number => texts.filter(({ by }) => by === 'customer').length

/** What is open can be closed, also while the line is lost. */
const textsOf = ({ session, chosen, texts, sheet, begun }: Seen) => {
  const reads = sheet === 'texts'
  const { line } = session
  const can = isConnected(session) && line.state === 'up' && line.can?.includes('text') === true
  return {
    writes: reads || (chosen.text === true && can),
    texts: reads ? texts : NONE,
    unread: reads ? 0 : texts.filter(isNew).length,
    begun,
    written: writtenIn(texts),
  }
}

/** What most phases have nothing of. */
const NOTHING = {
  initial: '',
  hint: '',
  time: '',
  held: false,
  place: 0,
  wait: '',
  prompt: '',
  menu: NONE,
  level: 0,
  video: false,
  cameraOn: false,
  seatOn: false,
  modes: NONE,
  leave: '',
  gateCode: '',
  gateLabel: '',
} as const

/** `now` as sessions tell it. */
export const viewOf = (seen: Seen, now: number, words: PanelWords): PanelView => {
  const { session, chosen, digits, sheet, swapped } = seen
  const running = isRunning(session)
  return {
    ...NOTHING,
    phase: session.phase,
    running,
    title: words[session.phase],
    notice: noticeOf(session, words),
    muted: session.microphone.desired === 'off',
    loud: session.soundMode.desired === 'speaker',
    digits,
    sheet,
    swapped,
    words,
    ...textsOf(seen),
    ...partOf(seen, now, words),
    ...(running ? runningOf(session, chosen, words) : gateOf(seen, words)),
  }
}
