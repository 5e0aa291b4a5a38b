/** What happened at a moment, and the session after it with its changes marked. */
import { factsOf, type Picture, statusCode, type StatusCode } from 'tccc-wx-sdk/black-box'
import type { CallEvent, Session } from 'tccc-wx-sdk/call'
import type { View } from '../../../call-centre/desk/shared/h'
import { h } from '../../../call-centre/desk/shared/h'
import type { InspectorWords } from './words'

const factRows = (from: Session, to: Session): readonly View[] => {
  const before = new Map(factsOf(from).map(({ name, text }) => [name, text]))
  return factsOf(to).map(({ name, text }) =>
    h(
      'div',
      { key: name, class: before.get(name) === text ? 'fact' : 'fact is-new', 'data-fact': name },
      h('dt', {}, name),
      h('dd', {}, text),
    ),
  )
}

const json = (value: object): View => h('pre', {}, JSON.stringify(value, null, 2))

/** What is known of the code that a media tag has told. */
const codeOf = (event: CallEvent): StatusCode | undefined => {
  if (event.type === 'player/status') return statusCode('live-player', event.code)
  const isPusher = event.type === 'pusher/status' || event.type === 'pusher/error'
  return isPusher ? statusCode('live-pusher', event.code) : undefined
}

/** The cards below the diagram for one of its columns. */
export const moment = (picture: Picture, column: number, words: InspectorWords): readonly View[] => {
  const looked = picture.columns[column]
  if (looked === undefined) return []
  const { from, to, event, at } = looked.transition
  const known = codeOf(event)
  const sent = looked.marbles.filter(({ lane }) => lane === 'out')
  return [
    h(
      'section',
      { class: 'card happened', key: 'happened' },
      h('h2', {}, words.happened, ' ', h('span', { class: 'quiet number' }, new Date(at).toISOString().slice(11, 23))),
      json(event),
      known !== undefined && h('p', { class: 'quiet meaning' }, words.codeMeans(known)),
      sent.length > 0 && h('h2', {}, words.sent),
      ...sent.map(({ value }) => json(value)),
    ),
    h(
      'section',
      { class: 'card session-then', key: 'session' },
      h('h2', {}, words.sessionThen, ' ', h('span', { class: `chip is-${to.phase}` }, words.phase[to.phase])),
      h('dl', { class: 'facts' }, ...factRows(from, to)),
    ),
  ]
}
