/** What the app has said of a call, to be read at a glance: the names and values of its context. */
import type { View } from '../shared/h'
import { h } from '../shared/h'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parse = (context: string): unknown => {
  try {
    return JSON.parse(context)
  } catch {
    return undefined
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** An app that does not keep to the protocol may have said anything: that is shown as it came. */
export const contextList = (context: string | undefined, label: string): View | false => {
  if (context === undefined) return false
  const fields = parse(context)
  if (!isRecord(fields)) return h('p', { class: 'context', 'aria-label': label }, context)
  const entries = Object.entries(fields)
  if (entries.length === 0) return false
  return h(
    'dl',
    { class: 'context', 'aria-label': label },
    ...entries.flatMap(([name, value]) => [
      h('dt', { key: `name ${name}` }, name),
      h('dd', { key: name }, textOf(value)),
    ]),
  )
}
