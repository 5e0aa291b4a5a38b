import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020'
import type { RawData } from 'ws'

const maxBytes = 65_536
const maxLevels = 16

/** A frame that is a JSON object with a type, or what is wrong with it. */
export type Parsed = { readonly fault: string } | { readonly frame: TypedFrame }

export type TypedFrame = Readonly<Record<string, unknown>> & { readonly type: string }

/** Reads a frame from anybody: whatever comes, it never throws. `limitBytes`: 65,536 unless told. */
export function parseFrame(data: RawData, isBinary: boolean, limitBytes = maxBytes): Parsed {
  if (isBinary) return { fault: 'frames are text' }
  const bytes = toBuffer(data)
  if (bytes.length > limitBytes) return { fault: `a frame has at most ${limitBytes} bytes` }
  const value = parse(bytes.toString())
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not a JSON object' }
  if (!fitsLevels(value, maxLevels)) return { fault: `a frame has at most ${maxLevels} levels` }
  if (!('type' in value) || typeof value.type !== 'string') return { fault: 'there is no type' }
  return { frame: value as TypedFrame }
}

/** Says in a few words why a value does not fit its schema. */
export function faultOf({ errors }: Pick<ValidateFunction, 'errors'>): string {
  const { instancePath, message = 'is wrong' }: Partial<ErrorObject> = errors?.[0] ?? {}
  return `${instancePath ?? ''} ${message}`.trim()
}

function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fitsLevels(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => fitsLevels(inner, levels - 1))
}
