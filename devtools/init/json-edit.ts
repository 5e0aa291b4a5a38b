/** Puts something into a JSON text and leaves everything else of it as its author wrote it. */
import { type Expression, type ObjectExpression, parseExpressionAt } from 'acorn'
import { keyOf } from '../check/script'

interface Place {
  readonly start: number
  readonly end: number
}

/** The indentation of the line on which `at` stands. */
const indentOf = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? ''

/** A step of the text's own: the indentation of its first line that has one. */
const stepOf = (text: string): string => /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '

const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** `added` as the last of a list or of an object, on a line of its own where the one before it has one. */
const append = (text: string, within: Place, items: readonly Place[], added: string): string => {
  const last = items.at(-1)
  if (last !== undefined) {
    const before = items.at(-2)?.end ?? within.start
    const gap = /\s*$/.exec(text.slice(before, last.start))?.[0] ?? ''
    const isFirstOfLine = items.length === 1 && gap === ''
    return `${text.slice(0, last.end)},${isFirstOfLine ? ' ' : gap}${added}${text.slice(last.end)}`
  }
  const newline = lineBreak(text)
  const indent = indentOf(text, within.start)
  const inside = `${newline}${indent}${stepOf(text)}${added}${newline}${indent}`
  return text.slice(0, within.start + 1) + inside + text.slice(within.end - 1)
}

const rootOf = (text: string): ObjectExpression =>
  parseExpressionAt(text.replace(/^\uFEFF/, ' '), 0, { ecmaVersion: 'latest' }) as ObjectExpression

const valueOf = ({ properties }: ObjectExpression, key: string): Expression | undefined =>
  properties.flatMap((each) => (each.type === 'Property' && keyOf(each) === key ? [each.value] : [])).at(-1)

const member = (key: string, value: string): string => `${JSON.stringify(key)}: ${value}`

/** An item at the end of the list `key` of a JSON object, which gets one when it has none. */
export const withItem = (text: string, key: string, item: string): string => {
  const root = rootOf(text)
  const list = valueOf(root, key)
  if (list?.type !== 'ArrayExpression') {
    return append(text, root, root.properties, member(key, `[${JSON.stringify(item)}]`))
  }
  const items = list.elements.filter((each) => each !== null)
  return append(text, list, items, JSON.stringify(item))
}

/** A member at the end of the object `key` of a JSON object, which gets one when it has none. */
export const withMember = (text: string, key: string, name: string, value: string): string => {
  const root = rootOf(text)
  const object = valueOf(root, key)
  const added = member(name, JSON.stringify(value))
  if (object?.type === 'ObjectExpression') return append(text, object, object.properties, added)
  const [newline, step] = [lineBreak(text), stepOf(text)]
  return append(text, root, root.properties, member(key, `{${newline}${step}${step}${added}${newline}${step}}`))
}
