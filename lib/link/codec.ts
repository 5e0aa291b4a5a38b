/** Frames to messages and back. Never throws; only known fields of known types come out of it. */
import { type Fields, type Form, LATER_WORD, number, record, text } from './shapes'
import {
  type ClientMessage,
  HEARTBEAT_PREFIX,
  LINK_FRAMES,
  type LinkFrame,
  type LinkMessage,
  type Numbered,
  SERVER_MESSAGES,
  type ServerMessage,
} from './messages'

export type Incoming<Message = ServerMessage> =
  | LinkFrame
  | Numbered<Message>
  | { readonly type: 'heartbeat'; readonly seen: number }
  /** A numbered message of a later version: taken, acknowledged, ignored. */
  | { readonly type: 'unknown'; readonly n: number | null }
  /** With a number that is good, the rest is not. */
  | { readonly type: 'invalid'; readonly reason: string; readonly n: number | null }
  /** So long that it was not read. */
  | { readonly type: 'unreadable' }

/** PROTOCOL.md §3.6: bytes of UTF-8, as on the wire. What is longer is read for its number only. */
export const MAX_FRAME_BYTES = 65_536
/** What is longer is not even read. */
const MOST_READ_BYTES = 524_288
const MAX_LEVELS = 16

type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g

const isLong = (value: string, { least, most }: { readonly least: number; readonly most: number }): boolean => {
  const length = value.length > most ? value.length - (value.match(PAIRS) ?? []).length : value.length
  return length < least || length > most
}

/** A clean copy of what is known of the value, or undefined when it does not fit. What needs no cleaning is no copy. */
const fit = (form: Form, value: unknown): unknown => {
  switch (form.is) {
    case 'text':
      return typeof value === 'string' && !isLong(value, form) ? value : undefined
    case 'bytes':
      return typeof value === 'string' && value !== '' && !isLonger(value, form.most) ? value : undefined
    case 'names':
      if (!Array.isArray(value)) return value === undefined ? value : []
      return value.filter((name) => typeof name === 'string').slice(0, 32)
    case 'matching':
      return typeof value === 'string' && form.pattern.test(value) ? value : undefined
    case 'whole':
      return Number.isSafeInteger(value) && Number(value) >= form.least && Number(value) <= form.most
        ? value
        : undefined
    case 'flag':
      return typeof value === 'boolean' ? value : undefined
    case 'word':
      if (typeof value === 'string' && form.words.includes(value)) return value
      return form.other !== undefined && fit(LATER_WORD, value) !== undefined ? form.other : undefined
    case 'list':
      return Array.isArray(value) && value.length <= form.most ? fitItems(form.item, value) : undefined
    case 'record':
      return isObject(value) ? fitFields(form.fields, value) : undefined
    case 'either':
      return form.forms.map((one) => fit(one, value)).find((fitting) => fitting !== undefined)
  }
}

const fitItems = (item: Form, given: readonly unknown[]): readonly unknown[] | undefined => {
  const items = given.map((one) => fit(item, one))
  if (items.includes(undefined)) return undefined
  return items.every((one, index) => one === given[index]) ? given : items
}

/** All other fields are left behind, so `__proto__` and friends never arrive. */
const fitFields = (fields: Fields, value: Json): Json | undefined => {
  let others = Object.keys(value).length
  for (const name in fields) {
    const shape = fields[name]
    const field = value[name]
    if (shape === undefined || (field === undefined && shape.isOptional === true)) continue
    const fitting = fit(shape, field)
    if (fitting === undefined) return undefined
    // A field that was changed is left behind, too.
    if (fitting === field) others -= 1
  }
  return others === 0 ? value : copyOf(value, fields)
}

const copyOf = (value: Json, fields: Fields): Json => {
  const copy: Record<string, unknown> = {}
  for (const name in fields) {
    const shape = fields[name]
    const field = shape === undefined ? undefined : fit(shape, value[name])
    if (field !== undefined) copy[name] = field
  }
  return copy
}

/** Whether the value has the shape; of a record, what is not described does not count. */
export const fits = (form: Form, value: unknown): boolean => fit(form, value) !== undefined

/** Whether nothing in the value lies deeper than so many levels of objects and lists. */
const fitsLevels = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => fitsLevels(inner, levels - 1)))

export type Check<Value = unknown> = (value: unknown) => Value | undefined

const type = text(1, 64)

/** The checks of messages by their type; `also` are fields that each of them has. */
const checksOf = (all: Readonly<Record<string, Fields>>, also: Fields): ReadonlyMap<string, Check> =>
  new Map(
    Object.keys(all).map((name): [string, Check] => {
      const frame = record({ type, ...also, ...all[name] })
      return [name, (value) => fit(frame, value)]
    }),
  )

const linkChecks = checksOf(LINK_FRAMES, {})
const callChecks = checksOf(SERVER_MESSAGES, { n: number })

/** A unit of UTF-16 takes one byte to three; only what could be too long is counted. */
const isLonger = (frame: string, bytes: number): boolean => {
  if (frame.length > bytes || frame.length * 3 <= bytes) return frame.length > bytes
  let counted = frame.length
  for (let index = 0; index < frame.length; index += 1) {
    const unit = frame.charCodeAt(index)
    // Each half of a pair is two of the four bytes that the two take.
    if (unit > 0x7f) counted += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return counted > bytes
}

const invalid = (reason: string, n: number | null = null): Incoming<never> => ({ type: 'invalid', reason, n })

const parse = (frame: string): unknown => {
  try {
    return JSON.parse(frame) as unknown
  } catch {
    return undefined
  }
}

const typeOf = (value: unknown): string | undefined => {
  const name = isObject(value) ? fit(type, value['type']) : undefined
  return typeof name === 'string' ? name : undefined
}

const numberOf = (value: unknown): number | null =>
  isObject(value) && fit(number, value['n']) !== undefined ? Number(value['n']) : null

/**
 * Reads the frames of a link that carries `Message`. `checkOf` gives the check of a type that it knows, whose copy keeps
 * the number `n`.
 */
export const decoder =
  <Message>(checkOf: (type: string) => Check | undefined) =>
  (frame: string): Incoming<Message> =>
    read<Message>(frame, checkOf)

/** Reads what a call centre says to a customer. */
export const decode = decoder<ServerMessage>((name) => callChecks.get(name))

const read = <Message>(frame: string, checkOf: (type: string) => Check | undefined): Incoming<Message> => {
  if (isLonger(frame, MOST_READ_BYTES)) return { type: 'unreadable' }
  if (isLonger(frame, MAX_FRAME_BYTES)) return invalid('the frame is too long', numberOf(parse(frame)))
  if (frame.startsWith(HEARTBEAT_PREFIX)) return heartbeat(frame)
  const value = parse(frame)
  const name = typeOf(value)
  if (name === undefined) return invalid('the frame is no JSON object with a type')
  const check = linkChecks.get(name) ?? checkOf(name)
  // The checks of the shapes mirror the types; spec/link/codec.spec.ts holds them against the JSON Schema.
  const message = check?.(value) as Incoming<Message> | undefined
  // Only a field that is not known could be deep, and here is none.
  if (message !== undefined && message === value) return message
  if (!fitsLevels(value, MAX_LEVELS)) return invalid('the frame is too deep', numberOf(value))
  if (check === undefined) return { type: 'unknown', n: numberOf(value) }
  return message ?? invalid(`the fields of ${name} are wrong`, numberOf(value))
}

const SEEN = /"seen":(\d{1,15})/

const heartbeat = (frame: string): Incoming<never> => {
  const seen = SEEN.exec(frame)?.[1]
  return seen === undefined ? invalid('a heartbeat without seen') : { type: 'heartbeat', seen: Number(seen) }
}

export const encodeHeartbeat = (seen: number): string => `${HEARTBEAT_PREFIX},"seen":${String(seen)}}`

export const encodeAck = (seen: number): string => `{"type":"link/ack","seen":${String(seen)}}`

/** What a link carries: how its frames are read, and what of it counts on another link (PROTOCOL.md §3.4). */
export interface Dialect<Said extends LinkMessage = ClientMessage, Heard extends LinkMessage = ServerMessage> {
  /** Never throws. `decoder` makes one. */
  decode(frame: string): Incoming<Heard>
  /** Whether a message that was not acknowledged is sent again on a new link, after a resume was refused. */
  outlivesLink(message: Said): boolean
  /**
   * The name of what a message asks for, `null`: nothing. While it waits to be acknowledged it is not queued again, and it
   * goes over a line of the log-in of now. Left out: no message asks for anything.
   */
  asks?(message: Said): string | null
  /** The name of what a message answers: that was taken, whatever became of its acknowledgement. */
  answers?(incoming: Incoming<Heard>): string | null
}

/** A customer's call: what is named by a `callId` does nothing twice, wherever it is said again. */
export const callDialect: Dialect = {
  decode,
  outlivesLink: (message) =>
    message.type === 'call/aside' ? message.about === 'rating' : /start|hangUp/.test(message.type),
  asks: (message) => (message.type === 'call/start' ? message.callId : null),
  answers: (incoming) =>
    incoming.type === 'call/started' || incoming.type === 'call/refused' ? incoming.callId : null,
}
