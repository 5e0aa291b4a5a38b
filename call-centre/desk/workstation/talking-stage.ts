/** The stage during a conversation. */
import type { SeatInfo } from '../../seat-messages'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { IconName } from '../shared/icons'
import { icon } from '../shared/icons'
import { clock } from '../shared/times'
import { pictures } from './pictures'
import type { Act } from './ringing-stage'
import { callerLines } from './ringing-stage'
import type { Click, TalkingCall } from './state'
import type { WorkstationWords } from './words'

const SHOWN_DIGITS = 24

interface Around {
  readonly now: number
  readonly words: WorkstationWords
  readonly ready: boolean
  /** Seats that can take the call over. */
  readonly free: readonly SeatInfo[]
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
      onclick: () => {
        act(control.click)
      },
    },
    icon(control.icon),
    h('span', {}, control.label),
  )

/** What the agent must know beside the words of the customer, the gravest first. */
const notices = (call: TalkingCall, words: WorkstationWords): readonly string[] => {
  const interruption = call.customerHeld
  return [
    interruption && (interruption.reason === undefined ? words.interrupted : words.interruptedBy(interruption.reason)),
    call.held && words.onHoldText,
    words.microphone[call.microphone],
    words.cameraStates[call.camera],
    call.muted && words.mutedText,
    words.voice[call.voice],
  ].filter((text): text is string => typeof text === 'string' && text !== '')
}

const cameraControl = ({ shown }: TalkingCall, words: WorkstationWords): Control => ({
  name: 'camera',
  icon: shown ? 'camera' : 'cameraOff',
  label: shown ? words.cameraOff : words.cameraOn,
  click: { type: 'click/camera' },
  pressed: !shown,
})

const controls = (call: TalkingCall, { words, ready, act }: Around): View => {
  const mute = call.muted ? words.unmute : words.mute
  const hold = call.held ? words.resume : words.hold
  const open = call.choosingSeat
  const list: readonly Control[] = [
    {
      name: 'mute',
      icon: call.muted ? 'muted' : 'microphone',
      label: mute,
      click: { type: 'click/mute' },
      pressed: call.muted,
    },
    ...(call.media === 'video' ? [cameraControl(call, words)] : []),
    {
      name: 'hold',
      icon: call.held ? 'resume' : 'hold',
      label: hold,
      click: { type: 'click/hold' },
      pressed: call.held,
      disabled: !ready,
    },
    {
      name: 'transfer',
      icon: 'transfer',
      label: words.transfer,
      click: { type: 'click/chooseSeat' },
      expanded: open,
      disabled: !ready,
    },
    {
      name: 'hang-up',
      icon: 'hangUp',
      label: words.hangUp,
      click: { type: 'click/hangUp' },
      class: 'stop',
      disabled: !ready,
    },
  ]
  return h('div', { class: 'actions controls' }, ...list.map((control) => button(act, control)))
}

const transferList = ({ words, free, ready, act }: Around): View =>
  h(
    'div',
    { class: 'transfer', key: 'transfer', role: 'group', 'aria-label': words.transferTo },
    h('p', { class: 'label' }, words.transferTo),
    free.length === 0 && h('p', { class: 'quiet' }, words.nobodyFree),
    ...free.map(({ seatId, name }) =>
      h(
        'button',
        {
          type: 'button',
          key: seatId,
          'data-do': `transfer-${seatId}`,
          disabled: !ready,
          onclick: () => {
            act({ type: 'click/transfer', toSeatId: seatId })
          },
        },
        name,
        h('span', { class: 'quiet number' }, seatId),
      ),
    ),
    h(
      'button',
      {
        type: 'button',
        'data-do': 'transfer-queue',
        disabled: !ready,
        onclick: () => {
          act({ type: 'click/transfer' })
        },
      },
      words.toQueue,
    ),
  )

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
      h('p', { class: 'eyebrow' }, call.held ? words.onHold : words.talking),
      h('span', { class: 'clock number', role: 'timer' }, clock(now - call.since)),
    ),
    callerLines(call, words),
    pictures(call, words),
    h('div', { class: 'notices', role: 'status' }, ...notices(call, words).map((text) => h('p', { key: text }, text))),
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
    call.choosingSeat && transferList(around),
  )
}
