/** The events of `<tccc-wx-sdk>`, and where a handler reads a payload off the event itself: WeChat puts it into `detail`. */
import type { AnyNode, Pattern } from 'acorn'
import type { TcccWxSdkDetails } from 'tccc-wx-sdk'
import { type FunctionNode, keyOf, lineOf, nodesOf } from './script'

type Payloads = { readonly [Name in keyof TcccWxSdkDetails]: Readonly<Record<keyof TcccWxSdkDetails[Name], true>> }

export const PAYLOADS: Payloads = {
  stateChange: { phase: true, from: true },
  sessionStart: { sessionId: true },
  accepted: { sessionId: true, seat: true },
  sessionEnded: { sessionId: true, closeBy: true, endStatus: true, code: true, duration: true, cause: true },
  reconnecting: { since: true },
  reconnected: {},
  networkQuality: { local: true, remote: true },
  advice: { advice: true },
  notice: { topic: true, policy: true },
  aside: { about: true, body: true },
  error: { code: true, title: true, message: true, remedy: true, cause: true },
}

/** `null`: the component has no such event. */
export const payloadOf = (event: string): readonly string[] | null => {
  const known = Object.entries(PAYLOADS).find(([name]) => name === event)
  return known === undefined ? null : Object.keys(known[1])
}

export interface Misread {
  readonly field: string
  readonly line: number
}

const keysOf = (pattern: Pattern): readonly Misread[] => {
  if (pattern.type !== 'ObjectPattern') return []
  return pattern.properties.flatMap((property) => {
    const field = property.type === 'Property' ? keyOf(property) : null
    return field === null ? [] : [{ field, line: lineOf(property) }]
  })
}

/** What `event.field`, `event['field']` and `const { field } = event` read. */
const readOff = (name: string, node: AnyNode): readonly Misread[] => {
  const isEvent = (value: AnyNode | null | undefined) => value?.type === 'Identifier' && value.name === name
  if (node.type === 'VariableDeclarator' && isEvent(node.init)) return keysOf(node.id)
  if (node.type !== 'MemberExpression' || !isEvent(node.object)) return []
  const { property, computed } = node
  if (property.type === 'Literal') return [{ field: String(property.value), line: lineOf(node) }]
  return property.type === 'Identifier' && !computed ? [{ field: property.name, line: lineOf(node) }] : []
}

/** What a handler of `event` reads off the event although it is in `event.detail`. */
export const misreadIn = ({ params, body }: FunctionNode, event: string): readonly Misread[] => {
  const [given] = params as readonly (Pattern | undefined)[]
  const first = given?.type === 'AssignmentPattern' ? given.left : given
  if (first === undefined) return []
  const inside = (Array.isArray(body) ? body : [body]) as readonly AnyNode[]
  const reads =
    first.type === 'Identifier'
      ? inside.flatMap((part) => [...nodesOf(part)]).flatMap((node) => readOff(first.name, node))
      : keysOf(first)
  const payload = payloadOf(event) ?? []
  return reads.filter(({ field }) => payload.includes(field))
}
