/** What a server says, and in words what it does otherwise than PROTOCOL.md. */
import { Ajv2020 } from 'ajv/dist/2020'
import schema from 'tccc-wx-sdk/signalling/protocol.schema.json'

/** What a server does otherwise than PROTOCOL.md says, in words. */
export class Failure extends Error {}

export function must(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Failure(words)
}

export type Frame = Readonly<Record<string, unknown>> & { readonly type: string }

const HEARTBEAT = '{"type":"link/heartbeat"'
const ajv = new Ajv2020({ strict: false }).addSchema(schema)
const known = new Set(Object.keys(schema.$defs).filter((name) => name.includes('/')))

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads what a server says; a string says what is wrong with it. A type that is not known may have any fields. */
export const readServerFrame = (text: string): Frame | string => {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') {
    return 'the server sent a frame that is no JSON object with a type'
  }
  const { type } = value
  if (type === 'link/heartbeat' && !text.startsWith(HEARTBEAT)) return `a heartbeat has to begin with ${HEARTBEAT}`
  if (Buffer.byteLength(text) > 65_536) return `the server sent ${type} with more than 65,536 bytes`
  if (known.has(type) && !ajv.validate({ $ref: `${schema.$id}#/$defs/${type.replace('/', '~1')}` }, value)) {
    return `${type} does not fit its schema: ${ajv.errorsText(ajv.errors, { dataVar: type })}`
  }
  return value as Frame
}
