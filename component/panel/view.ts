/** What the panel shows, as a pure function of the session and of what a page can hear beside it. */
import {
  type End,
  type Gap,
  gapOf,
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

/** All that the panel can see. */
export interface Seen {
  readonly session: Session
  /** Of the customer, 0–100. */
  readonly volume: number
  readonly texts: readonly Text[]
  /** The keys that were pressed in this phase. */
  readonly digits: string
  readonly sheet: Sheet
  /** The customer's own picture is the large one. */
  readonly swapped: boolean
  /** What keeps this phone from calling. */
  readonly gaps: readonly Gap[]
  /** Why the last call was not dialled. */
  readonly failed: Gap['code'] | null
  /** The page is in sight: what nobody sees is not set. */
  readonly shown: boolean
}

export const SEEN_FIRST: Omit<Seen, 'session'> = {
  volume: 0,
  texts: [],
  digits: '',
  sheet: '',
  swapped: false,
  gaps: [],
  failed: null,
  shown: true,
}

export interface Around {
  /** As sessions tell it. */
  readonly now: number
  /** The agent's picture may go on in WeChat's floating window. */
  readonly floats: boolean
  /** The page wants text beside the voice. */
  readonly text: boolean
  readonly words: PanelWords
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
  /** How many the customer has written: the field is empty after each. */
  readonly written: number
  readonly video: boolean
  readonly cameraOn: boolean
  readonly seatOn: boolean
  readonly swapped: boolean
  /** When the floating window opens: `picture-in-picture-mode` of live-player. */
  readonly modes: readonly string[]
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
  if (session.media === 'video' && camera.state === 'failed') return gapOf('CAMERA_FAILED').message
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
const partOf = ({ session, volume }: Seen, { now, words }: Around): Part => {
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
        time: clockText(Math.max(0, Math.floor((now - acceptedAt) / 1000))),
        level: microphone.desired === 'off' ? 0 : Math.min(4, Math.ceil(volume / 25)),
      }
    }
    case 'ended': {
      const { end } = session
      return {
        hint: reasonOf(end, words),
        time: end.duration > 0 ? `${words.lasted} ${clockText(end.duration)}` : '',
      }
    }
  }
}

/** '': nothing that a tap could open. */
const labelOf = (action: Gap['action'], words: PanelWords): string =>
  action === null || action === 'logIn' ? '' : words[action]

/** What keeps the customer from calling, and the button that opens what mends it. */
const gateOf = ({ session, gaps, failed }: Seen, { words }: Around): Part => {
  if (isRunning(session)) return {}
  const error = failed ?? (session.phase === 'ended' ? session.end.error : null)
  const gap = error === null ? gaps.find(({ action }) => labelOf(action, words) !== '') : gapOf(error)
  if (gap === undefined) return {}
  const gateLabel = labelOf(gap.action, words)
  return { hint: gap.message, gateLabel, gateCode: gateLabel === '' ? '' : gap.code }
}

const mediaOf = (session: Session, floats: boolean): Part => {
  if (!isRunning(session) || session.media !== 'video') return {}
  const { camera, remote } = session
  return {
    video: true,
    cameraOn: camera.desired === 'on' && camera.state !== 'failed',
    seatOn: remote.playUrl !== '' && remote.hasVideo !== false,
    modes: floats && session.phase === 'talking' ? WHENEVER_LEFT : NONE,
  }
}

const isNew = ({ by, seen }: Text): boolean => by === 'seat' && seen !== 'read'

export const viewOf = (seen: Seen, around: Around): PanelView => {
  const { session, texts, digits, swapped } = seen
  const running = isRunning(session)
  const sheet = running ? seen.sheet : ''
  const reads = sheet === 'texts'
  return {
    phase: session.phase,
    running,
    title: around.words[session.phase],
    initial: '',
    hint: '',
    time: '',
    held: false,
    notice: noticeOf(session, around.words),
    place: 0,
    wait: '',
    prompt: '',
    menu: NONE,
    muted: session.microphone.desired === 'off',
    loud: session.soundMode.desired === 'speaker',
    level: 0,
    digits,
    sheet,
    writes:
      around.text && isConnected(session) && session.line.state === 'up' && session.line.can?.includes('text') === true,
    texts: reads ? texts : NONE,
    unread: reads ? 0 : texts.filter(isNew).length,
    written: texts.filter(({ by }) => by === 'customer').length,
    video: false,
    cameraOn: false,
    seatOn: false,
    swapped,
    modes: NONE,
    gateCode: '',
    gateLabel: '',
    ...partOf(seen, around),
    ...gateOf(seen, around),
    ...mediaOf(session, around.floats),
  }
}
