/** To whom a call can be given away, or who can be asked about it: seats, found by name or number among hundreds, or a group. */
import type { Choices, SeatInfo } from '../../server/desk-messages'
import { valueOf } from '../shared/form'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Act } from './ringing-stage'
import type { Click } from './events'
import type { Aim } from './state'
import type { WorkstationWords } from './words'

const MOST_SHOWN = 20

interface Around {
  readonly words: WorkstationWords
  readonly ready: boolean
  /** Seats that can take the call over, and all others but the own one. */
  readonly seats: readonly SeatInfo[]
  readonly groups: Choices['groups']
  readonly act: Act
  readonly aim: Aim
}

export const isFree = ({ status, sessionId, line }: SeatInfo): boolean =>
  status === 'online' && sessionId === undefined && line === undefined

/** Whose name or number has the words in it: those that are free first, each by name. */
export const soughtSeats = (seats: readonly SeatInfo[], sought: string): readonly SeatInfo[] => {
  const words = sought.toLowerCase().split(/\s+/)
  return seats
    .filter(({ seatId, name }) => words.every((word) => `${name} ${seatId}`.toLowerCase().includes(word)))
    .sort((a, b) => Number(isFree(b)) - Number(isFree(a)) || a.name.localeCompare(b.name))
}

interface Target {
  readonly name: string
  readonly label: string
  readonly note?: string
  readonly disabled: boolean
  readonly click: Click
}

const target = ({ name, label, note, disabled, click }: Target, act: Act): View =>
  h(
    'button',
    {
      ...{ type: 'button', key: name, 'data-do': name, disabled },
      onclick: () => {
        act(click)
      },
    },
    label,
    note !== undefined && h('span', { class: 'quiet number' }, note),
  )

const search = (sought: string, label: string, { words, act }: Around): View =>
  h(
    'label',
    { class: 'field', key: 'search' },
    h('span', { class: 'label' }, label),
    h('input', {
      ...{ type: 'search', value: sought, 'data-do': 'search-seats', placeholder: words.searchSeats },
      oninput: (event) => {
        act({ type: 'click/seek', sought: valueOf(event) })
      },
    }),
  )

/** Where nobody in person is named. */
const others = ({ words, ready, groups, act }: Around): View => {
  const give = (name: string, label: string, to: { readonly toGroup?: string }): View =>
    target({ name: `transfer-${name}`, label, disabled: !ready, click: { type: 'click/transfer', ...to } }, act)
  return h(
    'div',
    { class: 'targets', key: 'groups' },
    ...groups.map(({ groupId, name }) => give(`group-${groupId}`, name, { toGroup: groupId })),
    give('queue', words.toQueue, {}),
  )
}

export const transferPanel = (sought: string, around: Around): View => {
  const { words, ready, seats, act, aim } = around
  const found = soughtSeats(seats, sought)
  const hidden = found.length - MOST_SHOWN
  const label = aim === 'consult' ? words.consultWith : words.transferTo
  const toSeats = found.slice(0, MOST_SHOWN).map((seat) => {
    const { seatId, name, status } = seat
    const note = isFree(seat) ? seatId : `${seatId} · ${words.seatStatus[status]}`
    const click = { type: `click/${aim}`, toSeatId: seatId } as const
    return target({ name: `${aim}-${seatId}`, label: name, note, disabled: !ready || !isFree(seat), click }, act)
  })
  return h(
    'div',
    { class: 'transfer', key: aim, role: 'group', 'aria-label': label },
    search(sought, label, around),
    found.every((seat) => !isFree(seat)) && h('p', { class: 'quiet', role: 'status' }, words.nobodyFree),
    h('div', { class: 'targets', key: 'seats' }, ...toSeats),
    hidden > 0 && h('p', { class: 'quiet' }, words.moreSeats(hidden)),
    aim === 'transfer' && others(around),
  )
}
