/** A message is described once: the JSON Schema and the tables of PROTOCOL.md say the same, and each fits into a frame. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_FRAME_BYTES } from '../../lib/link/codec'
import { type Fields, type Form, LATER_WORD, number, type Shape } from '../../lib/link/shapes'
import { CLIENT_MESSAGES, LINK_FRAMES, SERVER_MESSAGES } from '../../lib/link/messages'
import schema from '../../lib/link/protocol.schema.json'

const calls: Readonly<Record<string, Fields>> = { ...CLIENT_MESSAGES, ...SERVER_MESSAGES }
const frames: Readonly<Record<string, Fields>> = LINK_FRAMES
const described = [
  ...Object.entries(calls).map(([type, fields]): [string, Fields] => [type, { n: number, ...fields }]),
  ...Object.entries(frames),
]

type Json = Readonly<Record<string, unknown>>

const requiredOf = (fields: Fields) => Object.keys(fields).filter((name) => fields[name]?.isOptional !== true)

const schemaOf = (form: Form): Json => {
  switch (form.is) {
    case 'text':
      return { type: 'string', ...(form.least > 0 ? { minLength: form.least } : {}), maxLength: form.most }
    case 'bytes':
      return { type: 'string', minLength: 1, maxLength: form.most }
    case 'names':
      return { type: 'array', maxItems: 32, items: { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,31}$' } }
    case 'matching':
      return { type: 'string', pattern: form.pattern.source }
    case 'whole':
      return { type: 'integer', minimum: form.least, maximum: form.most }
    case 'flag':
      return { type: 'boolean' }
    case 'word':
      if (form.other !== undefined) return schemaOf(LATER_WORD)
      return form.words.length === 1 ? { const: form.words[0] } : { enum: [...form.words] }
    case 'list':
      return { type: 'array', maxItems: form.most, items: schemaOf(form.item) }
    case 'record':
      return { type: 'object', required: requiredOf(form.fields), properties: propertiesOf(form.fields) }
    case 'either':
      return { oneOf: form.forms.map(schemaOf) }
  }
}

const propertiesOf = (fields: Fields): Json =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, schemaOf(shape)]))

const defs: Readonly<Record<string, unknown>> = schema.$defs
const nameOf = ($ref: string): string => $ref.replace('#/$defs/', '').replace('~1', '/')

/** With each reference in its place, and without what is only said to people. */
const resolved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(resolved)
  if (typeof value !== 'object' || value === null) return value
  if ('$ref' in value) return resolved(defs[nameOf(String(value.$ref))])
  const said = Object.entries(value).filter(([name, part]) => name !== 'description' || typeof part === 'object')
  return Object.fromEntries(said.map(([name, part]) => [name, resolved(part)]))
}

describe('the JSON Schema', () => {
  it('names each message in its direction, and no other', () => {
    const { ClientMessage, ServerMessage, LinkFrame } = schema.$defs
    const named = [ClientMessage, ServerMessage, LinkFrame].map(({ oneOf }) => oneOf.map(({ $ref }) => nameOf($ref)))
    expect(named).toEqual([CLIENT_MESSAGES, SERVER_MESSAGES, LINK_FRAMES].map((all) => Object.keys(all)))
  })

  it.each(described)('%s has the fields that are described', (type, fields) => {
    const { properties, required, ...rest } = resolved(defs[type]) as { properties: Json; required: string[] }
    const { type: ofType } = properties
    expect(properties).toEqual({ type: ofType, ...propertiesOf(fields) })
    expect(ofType).toEqual({ const: type })
    expect([...required].sort()).toEqual(['type', ...requiredOf(fields)].sort())
    expect(rest).toEqual({ type: 'object' })
  })
})

const protocol = readFileSync(join(__dirname, '../../PROTOCOL.md'), 'utf8')

/** The names in the second column of a message's row, before what is said of each; `?` marks one that may be absent. */
const rowOf = (type: string): readonly string[] => {
  const [, cell = ''] = new RegExp(`^\\| \`${type}\` \\| (.*?) \\| `, 'm').exec(protocol) ?? []
  return [...cell.matchAll(/(?:^|, |; )`(\w+)`(\??)/g)].map(([, name = '', mark = '']) => name + mark)
}

describe('the tables of PROTOCOL.md', () => {
  it.each(Object.entries(calls))('%s: names its fields, and which of them may be absent', (type, fields) => {
    const named = Object.keys(fields).map((name) => (fields[name]?.isOptional === true ? `${name}?` : name))
    expect(rowOf(type)).toEqual(named)
  })
})

/** The longest value that fits, of the characters that take most room as JSON. */
const longest = (form: Form): unknown => {
  switch (form.is) {
    case 'text':
      return '\u0000'.repeat(form.most)
    case 'bytes':
      return '\u0000'.repeat(form.most)
    case 'names':
      return Array.from({ length: 32 }, () => 'x'.repeat(32))
    case 'matching':
      return 'X'.repeat(Number(/(\d+)\}\$$/.exec(form.pattern.source)?.[1] ?? 0) + 1)
    case 'whole':
      return form.most
    case 'flag':
      return false
    case 'word':
      return form.other === undefined ? [...form.words].sort((a, b) => b.length - a.length)[0] : longest(LATER_WORD)
    case 'list':
      return Array.from({ length: form.most }, () => longest(form.item))
    case 'record':
      return Object.fromEntries(
        Object.entries(form.fields).map(([name, shape]: [string, Shape]) => [name, longest(shape)]),
      )
    case 'either':
      return form.forms.map(longest).sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]
  }
}

describe('the longest of each message', () => {
  it.each(described)('%s fits into a frame', (type, fields) => {
    const message = { type, ...(longest({ is: 'record', fields }) as object) }
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(MAX_FRAME_BYTES)
  })
})
