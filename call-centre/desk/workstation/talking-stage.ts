/** The stage during a conversation. */
import type { Choices, SeatInfo } from '../../server/desk-messages'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { IconName } from '../shared/icons'
import { icon } from '../shared/icons'
import { clock } from '../shared/times'
import { pictures } from './pictures'
import { type KeyName, keyCap, shortcut } from './keys'
import type { Act } from './ringing-stage'
import { callerLines } from './ringing-stage'
import { isAsked, isRoomOfTwo, talkActs, type TalkAct } from './consult'
import { consultLines, talkTitle, voiceLine } from './consult-lines'
import type { Click } from './events'
import type { TalkingCall } from './state'
import { transferPanel } from './transfer-panel'
import type { WorkstationWords } from './words'

const SHOWN_DIGITS = 24

interface Around {
  readonly now: number
  readonly words: WorkstationWords
  readonly ready: boolean
  /** The other seats. */
  readonly seats: readonly SeatInfo[]
  readonly groups: Choices['groups']
  readonly act: Act
}

interface Control {
  readonly name: string
  readonly icon: IconName
  readonly label: string
  readonly click: Click
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly disabled?: boolean
  readonly shortcut?: KeyName
  readonly class?: string
}

const button = (act: Act, control: Control): View =>
  h(
    'button',
    {
      type: 'button',
      key: control.name,
      class: control.class,
      'data-do': control.name,
      'data-on': control.pressed,
      'aria-expanded': control.expanded === undefined ? undefined : String(control.expanded),
      disabled: control.disabled,
      ...(control.shortcut === undefined ? {} : shortcut(control.shortcut)),
      onclick: () => {
        act(control.click)
      },
    },
    icon(control.icon),
    h('span', {}, control.label),
    control.shortcut !== undefined && keyCap(control.shortcut),
  )

/** What the agent must know beside the words of the customer, the gravest first. */
const notices = (call: TalkingCall, words: WorkstationWords): readonly string[] => {
  const interruption = call.customerHeld
  return [
    interruption && (interruption.reason === undefined ? words.interrupted : words.interruptedBy(interruption.reason)),
    ...consultLines(call, words),
    words.microphone[call.microphone],
    words.cameraStates[call.camera],
    call.muted && words.mutedText,
    voiceLine(call, words),
    call.blocked && words.soundBlocked,
    words.quality[call.quality],
  ].filter((text): text is string => typeof text === 'string' && text !== '')
}

const cameraControl = ({ shown }: TalkingCall, words: WorkstationWords): Control => ({
  name: 'camera',
  icon: shown ? 'camera' : 'cameraOff',
  label: shown ? words.cameraOff : words.cameraOn,
  click: { type: 'click/camera' },
  pressed: !shown,
})

/** What each act is called now, and shows. */
const actControl = (act: TalkAct, call: TalkingCall, { words, ready }: Around): Control => {
  const { held, consult, sought, aim } = call
  const open = sought !== null && aim === act
  switch (act) {
    case 'hold':
      return {
        ...{
          name: 'hold',
          icon: held ? 'resume' : 'hold',
          label: holdLabel(call, words),
          click: { type: 'click/hold' },
        },
        ...{ shortcut: 'hold', ...(isRoomOfTwo(consult) ? {} : { pressed: held }) },
      }
    case 'transfer':
    case 'consult':
      return {
        ...{ name: act, icon: act, label: words[act], click: { type: 'click/chooseSeat', aim: act } },
        ...{ expanded: open, shortcut: act, disabled: !ready },
      }
    case 'hangUp':
      return {
        ...{ name: 'hang-up', icon: 'hangUp', label: consult === null ? words.hangUp : words.hangUpAll },
        ...{ click: { type: 'click/hangUp' }, shortcut: 'hangUp', class: 'stop' },
      }
    default:
      return consultControl(act, call, words, ready)
  }
}

const CONSULT_ICONS = { together: 'consult', handOver: 'transfer', goBack: 'answer' } as const

const consultControl = (
  act: keyof typeof CONSULT_ICONS,
  call: TalkingCall,
  words: WorkstationWords,
  ready: boolean,
): Control => ({
  ...{ name: act, icon: CONSULT_ICONS[act], click: { type: `click/${act}` }, shortcut: act, disabled: !ready },
  label: act === 'goBack' && isAsked(call) ? words.leaveConsult : words[act],
})

const holdLabel = ({ held, consult }: TalkingCall, words: WorkstationWords): string => {
  if (!isRoomOfTwo(consult)) return held ? words.resume : words.hold
  return held ? words.toCustomer : words.toColleague(consult.name)
}

const controls = (call: TalkingCall, around: Around): View => {
  const { words, act } = around
  const mute = call.muted ? words.unmute : words.mute
  const list: readonly Control[] = [
    {
      ...{ name: 'mute', icon: call.muted ? 'muted' : 'microphone', label: mute, click: { type: 'click/mute' } },
      ...{ pressed: call.muted, shortcut: 'mute' },
    },
    ...(call.media === 'video' && !isAsked(call) ? [cameraControl(call, words)] : []),
    ...talkActs(call).map((each) => actControl(each, call, around)),
  ]
  return h('div', { class: 'actions controls' }, ...list.map((control) => button(act, control)))
}

/** What brings a voice back that does not come back by itself. */
const mending = ({ voice, blocked, microphone }: TalkingCall, { words, ready, act }: Around): View | null => {
  const rejoin = {
    name: 'rejoin',
    icon: 'resume',
    label: words.rejoin,
    click: { type: 'click/rejoin' },
    disabled: !ready,
  } satisfies Control
  const soundOn = {
    name: 'sound-on',
    icon: 'resume',
    label: words.soundOn,
    click: { type: 'click/soundOn' },
  } satisfies Control
  const devices = {
    ...{ name: 'try-devices', icon: 'microphone', label: words.tryDevices },
    click: { type: 'click/tryDevices' },
  } satisfies Control
  const controls = [
    ...(voice === 'refused' ? [rejoin] : []),
    ...(blocked ? [soundOn] : []),
    ...(microphone === 'asking' || microphone === 'ready' ? [] : [devices]),
  ]
  if (controls.length === 0) return null
  return h('div', { class: 'actions', key: 'mending' }, ...controls.map((control) => button(act, control)))
}

export const talkingStage = (call: TalkingCall, around: Around): View => {
  const { now, words } = around
  return h(
    'section',
    {
      class: `stage talking${call.held ? ' held' : ''}`,
      key: 'talking',
      'aria-label': words.talking,
      'data-phase': 'talking',
    },
    h(
      'div',
      { class: 'stage-head' },
      h('p', { class: 'eyebrow' }, talkTitle(call, words)),
      h('span', { class: 'clock number', role: 'timer' }, clock(now - call.since)),
    ),
    callerLines(call, words),
    !isAsked(call) && pictures(call, words),
    h('div', { class: 'notices', role: 'status' }, ...notices(call, words).map((text) => h('p', { key: text }, text))),
    mending(call, around),
    call.digits !== '' &&
      h(
        'p',
        { class: 'digits' },
        h('span', { class: 'label' }, words.digits),
        ...call.digits
          .slice(-SHOWN_DIGITS)
          .split('')
          .map((digit) => h('kbd', {}, digit)),
      ),
    controls(call, around),
    call.sought !== null && transferPanel(call.sought, { ...around, aim: call.aim }),
  )
}
