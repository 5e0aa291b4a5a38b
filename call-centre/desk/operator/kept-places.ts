/** The places that customers keep without holding the line. */
import type { KeptPlace } from '../../server/operator-messages'
import { h, type View } from '../shared/h'
import { clock } from '../shared/times'
import { boardWords, type BoardWords } from './board-words'
import type { OperatorPage } from './state'

const row = (
  { placeId, caller, channel, since, state, dueAt, seatName, message }: KeptPlace,
  now: number,
  words: BoardWords,
) =>
  h(
    'li',
    { key: placeId, class: `live is-${state}`, 'data-place': placeId, 'data-state': state },
    h('div', { class: 'live-who' }, h('span', { class: 'caller' }, caller), h('span', { class: 'quiet' }, channel)),
    h(
      'div',
      { class: 'live-phase' },
      h('span', { class: 'chip phase' }, words.place[state]),
      h('span', { class: 'number' }, clock(now - since)),
      state === 'called' && h('span', { class: 'chip' }, words.left(Math.max(0, dueAt - now))),
      seatName !== undefined && state !== 'gone' && h('span', { class: 'chip' }, words.expectedAt(seatName)),
      state === 'called' &&
        message !== undefined &&
        message !== 'sent' &&
        h('span', { class: 'chip alarm' }, words.unreached),
    ),
  )

/** Null: there are none. */
export const keptPlaces = ({ places, language, clockAheadMs }: OperatorPage, now: number): View | null => {
  if (places.length === 0) return null
  const words = boardWords[language]
  return h(
    'section',
    { class: 'card live-calls', key: 'places' },
    h('h2', {}, words.places),
    h('ul', { class: 'lives' }, ...places.map((place) => row(place, now + clockAheadMs, words))),
  )
}
