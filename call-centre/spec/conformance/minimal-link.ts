/** The link of PROTOCOL.md §3, written from that page and the schemas alone. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import type { WebSocket } from 'ws'

export type Message = Readonly<Record<string, unknown>> & { readonly type: string }

export interface LinkTimes {
  readonly heartbeatMs: number
  readonly windowMs: number
}

/** What stands behind the link. */
export interface Behind {
  taken(link: MinimalLink, message: Message): void
  /** Whether a call runs on the link. */
  isBusy(link: MinimalLink): boolean
  /** The socket went away, or came back. */
  lineChanged(link: MinimalLink, isUp: boolean): void
  /** The window is over, or the client is done. */
  forgotten(link: MinimalLink): void
}

const schemaFile = join(__dirname, '../../../lib/link/protocol.schema.json')
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { readonly $id: string; readonly $defs: object }
const ajv = new Ajv2020({ strict: false }).addSchema(schema)

/** Spoken by clients; other types of the schema are unknown to a server. */
const CALL_TYPES = ['call/start', 'call/digits', 'call/hold', 'call/rejoin', 'call/hangUp']
const CLIENT_TYPES = [...CALL_TYPES, 'link/ack', 'link/heartbeat']
const MOST_BYTES = 65_536
const MOST_LEVELS = 16
const MOST_WAITING = 512

const levelsOf = (text: string): number => {
  let [level, most] = [0, 0]
  for (const [sign] of text.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    level += sign === '[' || sign === '{' ? 1 : -1
    most = Math.max(most, level)
  }
  return most
}

/** Of a frame that is otherwise wrong. */
const numberIn = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { readonly n?: unknown } | null)?.n
  } catch {
    return undefined
  }
}

/** The message, or what is wrong with the frame. */
const read = (data: Buffer, isBinary: boolean): Message | string => {
  if (isBinary) return 'frames are text'
  if (data.length > MOST_BYTES) return 'the frame is too long'
  const text = data.toString()
  if (levelsOf(text) > MOST_LEVELS) return 'the frame is too deep'
  try {
    const value = JSON.parse(text) as unknown
    const isTyped = typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
    return isTyped ? (value as Message) : 'the frame is no object with a type'
  } catch {
    return 'the frame is no JSON'
  }
}

const faultIn = (message: Message): string | null => {
  if (!CLIENT_TYPES.includes(message.type)) return null
  const fits = ajv.validate({ $ref: `${schema.$id}#/$defs/${message.type.replace('/', '~1')}` }, message)
  return fits ? null : `${message.type}: ${ajv.errorsText()}`
}

export class MinimalLink {
  readonly linkId = randomUUID()
  /** The last client number taken, and the last of its own. */
  private seen = 0
  private sent = 0
  private waiting: { readonly n: number; readonly text: string }[] = []
  private covered = 0
  private socket: WebSocket | null = null
  private silence: NodeJS.Timeout | undefined
  private window: NodeJS.Timeout | undefined

  constructor(
    readonly userId: string,
    private readonly times: LinkTimes,
    private readonly behind: Behind,
  ) {}

  /** Whether a client that has taken so many can go on. */
  canResumeFrom(seen: number): boolean {
    return seen >= this.covered && seen <= this.sent
  }

  attach(socket: WebSocket, resumedFrom: number | null): void {
    const older = this.socket
    this.socket = socket
    older?.close(4409, 'another socket took over')
    clearTimeout(this.window)
    if (resumedFrom !== null) this.cover(resumedFrom)
    const { linkId, seen, times } = this
    this.say({
      type: 'link/welcome',
      linkId,
      resumed: resumedFrom !== null,
      seen,
      ...times,
      time: Date.now(),
      can: ['rejoin'],
    })
    for (const { text } of this.waiting) socket.send(text)
    this.listenForSilence()
    socket.on('message', (data: Buffer, isBinary) => {
      if (this.socket === socket) this.hear(data, isBinary)
    })
    socket.on('close', (code) => {
      if (this.socket === socket) this.lose(code)
    })
    this.behind.lineChanged(this, true)
  }

  /** Says something that is numbered, now or as soon as there is a socket. */
  tell(message: object): void {
    this.sent += 1
    const text = JSON.stringify({ ...message, n: this.sent })
    this.waiting.push({ n: this.sent, text })
    this.socket?.send(text)
    if (this.waiting.length >= MOST_WAITING) this.shut(4400)
  }

  /** Takes the socket away without a word, as a tunnel does. */
  cut(): void {
    this.socket?.terminate()
  }

  stop(): void {
    clearTimeout(this.silence)
    clearTimeout(this.window)
    this.socket?.terminate()
    this.socket = null
  }

  private say(frame: object): void {
    this.socket?.send(JSON.stringify(frame))
  }

  private hear(data: Buffer, isBinary: boolean): void {
    this.listenForSilence()
    const message = read(data, isBinary)
    if (typeof message === 'string') {
      this.say({ type: 'link/invalid', reason: message })
      const n = isBinary ? undefined : numberIn(data.toString())
      if (Number.isSafeInteger(n) && Number(n) >= 1) this.take(Number(n), null)
      return
    }
    const fault = faultIn(message)
    if (fault !== null) this.say({ type: 'link/invalid', reason: fault })
    const n = message['n']
    if (fault === null && message.type === 'link/ack') this.cover(Number(message['seen']))
    else if (fault === null && message.type === 'link/heartbeat') this.beat(Number(message['seen']))
    else if (Number.isSafeInteger(n) && Number(n) >= 1) this.take(Number(n), fault === null ? message : null)
  }

  private take(n: number, message: Message | null): void {
    if (n > this.seen + 1) {
      this.shut(4400)
      return
    }
    const isNew = n > this.seen
    this.seen = Math.max(this.seen, n)
    this.say({ type: 'link/ack', seen: this.seen })
    if (isNew && message !== null) this.behind.taken(this, message)
  }

  private beat(seen: number): void {
    this.cover(seen)
    this.say({ type: 'link/heartbeat', seen: this.seen })
  }

  private cover(seen: number): void {
    if (seen > this.sent) this.say({ type: 'link/invalid', reason: 'seen is above all that was sent' })
    else this.covered = Math.max(this.covered, seen)
    this.waiting = this.waiting.filter(({ n }) => n > this.covered)
  }

  private listenForSilence(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => {
      this.shut(4408)
    }, 2 * this.times.heartbeatMs)
  }

  private shut(code: number): void {
    this.socket?.close(code)
    this.lose(code)
  }

  private lose(code: number): void {
    this.socket = null
    clearTimeout(this.silence)
    if (code === 1000 && !this.behind.isBusy(this) && this.waiting.length === 0) {
      this.behind.forgotten(this)
      return
    }
    this.behind.lineChanged(this, false)
    clearTimeout(this.window)
    this.window = setTimeout(() => {
      this.behind.forgotten(this)
    }, this.times.windowMs)
  }
}
