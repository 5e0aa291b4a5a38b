/** To whom a call can be given away: a group, the queue, or a seat, found by name or number among hundreds. */
import type { Choices, SeatInfo } from '../../server/desk-messages'
import { valueOf } from '../shared/form'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Act } from './ringing-stage'
import type { WorkstationWords } from './words'

const MOST_SHOWN = 20

interface Around {
  readonly words: WorkstationWords
  readonly ready: boolean
  /** Seats that can take the call over, and all others but the own one. */
  readonly seats: readonly SeatInfo[]
  readonly groups: Choices['groups']
  readonly act: Act
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
  readonly to: { readonly toSeatId?: string; readonly toGroup?: string }
}

const target = ({ name, label, note, disabled, to }: Target, act: Act): View =>
  h(
    'button',
    {
      ...{ type: 'button', key: name, 'data-do': `transfer-${name}`, disabled },
      onclick: () => {
        act({ type: 'click/transfer', ...to })
      },
    },
    label,
    note !== undefined && h('span', { class: 'quiet number' }, note),
  )

const search = (sought: string, words: WorkstationWords, act: Act): View =>
  h(
    'label',
    { class: 'field', key: 'search' },
    h('span', { class: 'label' }, words.transferTo),
    h('input', {
      ...{ type: 'search', value: sought, 'data-do': 'search-seats', placeholder: words.searchSeats },
      oninput: (event) => {
        act({ type: 'click/seek', sought: valueOf(event) })
      },
    }),
  )

export const transferPanel = (sought: string, { words, ready, seats, groups, act }: Around): View => {
  const found = soughtSeats(seats, sought)
  const hidden = found.length - MOST_SHOWN
  const toGroups = groups.map(({ groupId, name }) =>
    target({ name: `group-${groupId}`, label: name, disabled: !ready, to: { toGroup: groupId } }, act),
  )
  const toSeats = found.slice(0, MOST_SHOWN).map((seat) => {
    const { seatId, name, status } = seat
    const note = isFree(seat) ? seatId : `${seatId} · ${words.seatStatus[status]}`
    return target({ name: seatId, label: name, note, disabled: !ready || !isFree(seat), to: { toSeatId: seatId } }, act)
  })
  return h(
    'div',
    { class: 'transfer', key: 'transfer', role: 'group', 'aria-label': words.transferTo },
    search(sought, words, act),
    found.every((seat) => !isFree(seat)) && h('p', { class: 'quiet', role: 'status' }, words.nobodyFree),
    h('div', { class: 'targets', key: 'seats' }, ...toSeats),
    hidden > 0 && h('p', { class: 'quiet' }, words.moreSeats(hidden)),
    h(
      'div',
      { class: 'targets', key: 'groups' },
      ...toGroups,
      target({ name: 'queue', label: words.toQueue, disabled: !ready, to: {} }, act),
    ),
  )
}
