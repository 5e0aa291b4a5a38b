import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020'
import type { RawData, WebSocket } from 'ws'
import { limits } from './limits'

/** A frame that is a JSON object with a type, or what is wrong with it, and its number if it has a good one. */
export type Parsed = { readonly fault: string; readonly n?: number | undefined } | { readonly frame: TypedFrame }

export type TypedFrame = Readonly<Record<string, unknown>> & { readonly type: string }

/** Reads a frame from anybody: whatever comes, it never throws. `limitBytes`: 65,536 unless told. */
export function parseFrame(data: RawData, isBinary: boolean, limitBytes: number = limits.frameBytes): Parsed {
  if (isBinary) return { fault: 'frames are text' }
  const bytes = toBuffer(data)
  const value = parse(bytes.toString())
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not a JSON object' }
  const n = numberOf(value)
  if (bytes.length > limitBytes) return { fault: `a frame has at most ${limitBytes} bytes`, n }
  if (!fitsLevels(value, limits.frameLevels)) return { fault: `a frame has at most ${limits.frameLevels} levels`, n }
  if (!('type' in value) || typeof value.type !== 'string') return { fault: 'there is no type' }
  return { frame: value as TypedFrame }
}

/** PROTOCOL.md §3.2. Undefined: there is none, or none that is good. */
export function numberOf(frame: object): number | undefined {
  const n = 'n' in frame ? frame.n : undefined
  return typeof n === 'number' && Number.isSafeInteger(n) && n > 0 ? n : undefined
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

/** Sends text. A peer that does not read loses the socket, so that it cannot fill the memory. */
export function write(socket: WebSocket, text: string): void {
  if (socket.bufferedAmount > limits.unsentBytes) socket.terminate()
  else if (socket.readyState === socket.OPEN) socket.send(text)
}

const tooFast = 4429

/** Closes with a word of why. A flood is not even read any more: the word is for a client that reads. */
export function close(socket: WebSocket, code: number, reason: string): void {
  if (code === tooFast) socket.pause()
  socket.close(code, reason)
}

/** What a 4429 or 4503 says to whoever is well meant. */
export const comeBackLater = `retryAfterMs=${limits.retryAfterMs}`
