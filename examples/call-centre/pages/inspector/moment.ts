/** What happened at a moment, and the session after it with its changes marked. */
import type { Session } from 'tccc-wx-sdk/call'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Picture } from './picture'
import type { InspectorWords } from './words'

interface Fact {
  readonly name: string
  readonly text: string
}

const isTime = (name: string, value: unknown): value is number =>
  typeof value === 'number' && value > 0 && /(At|since)$/.test(name)

const textOf = (name: string, value: unknown): string => {
  if (isTime(name, value)) return new Date(value).toISOString().slice(11, 23)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The session as lines, its phase first; what belongs together stays in one. */
export const factsOf = (session: Session): readonly Fact[] => {
  const { phase, ...facts } = session
  return Object.entries({ phase, ...facts }).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [{ name, text: textOf(name, value) }]
    const parts = Object.entries(value).map(([part, inner]: [string, unknown]) => `${part} ${textOf(part, inner)}`)
    return [{ name, text: parts.join(', ') }]
  })
}

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

/** The cards below the diagram for one of its columns. */
export const moment = (picture: Picture, column: number, words: InspectorWords): readonly View[] => {
  const looked = picture.columns[column]
  if (looked === undefined) return []
  const { from, to, event, at } = looked.transition
  const sent = looked.marbles.filter(({ lane }) => lane === 'out')
  return [
    h(
      'section',
      { class: 'card happened', key: 'happened' },
      h('h2', {}, words.happened, ' ', h('span', { class: 'quiet number' }, new Date(at).toISOString().slice(11, 23))),
      json(event),
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
