import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { Failure, type Frame, must, readServerFrame } from './server-frame'

/** What has not come this long after the answer to a heartbeat is taken not to come. */
const SETTLE_MS = 60

/**
 * A client that does only what it is told: one socket of a link, with the numbers in both directions. What it hears
 * is held against the schemas and against the order of the numbers.
 */
export class RawLink {
  readonly heard: Frame[] = []
  /** The last server number. */
  seen: number
  /** Its own last number. */
  sent: number
  /** What the server has done wrong on this socket so far. */
  readonly faults: string[] = []
  private readonly socket: WebSocket
  private readonly asked = new Set<Frame>()
  private readonly watchers = new Set<() => void>()
  private code: number | undefined
  private openedAt = 0
  private closedAt = 0
  private error = ''

  constructor(
    url: string,
    protocols: readonly string[],
    private readonly limitMs: number,
    private readonly before?: { readonly seen: number; readonly sent: number },
  ) {
    this.seen = before?.seen ?? 0
    this.sent = before?.sent ?? 0
    this.socket = new WebSocket(url, [...protocols], { handshakeTimeout: limitMs, perMessageDeflate: false })
    this.socket.on('error', ({ message }) => {
      this.error = ` (${message})`
    })
    this.socket.on('message', (data: Buffer) => {
      this.hear(readServerFrame(data.toString()))
    })
    this.socket.on('open', () => {
      this.openedAt = Date.now()
    })
    this.socket.on('close', (code) => {
      this.closedAt = Date.now()
      this.code = code
      this.look()
    })
  }

  get protocol(): string {
    return this.socket.protocol
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN
  }

  /** Sends as soon as the socket is open. */
  say(frame: object | string | Buffer): void {
    const data = typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame)
    if (this.socket.readyState === WebSocket.CONNECTING) {
      this.socket.once('open', () => {
        this.socket.send(data)
      })
    } else if (this.isOpen) this.socket.send(data)
  }

  /** Sends with the next number, which it answers. */
  tell(message: object): number {
    this.sent += 1
    this.say({ ...message, n: this.sent })
    return this.sent
  }

  acknowledge(): void {
    this.say({ type: 'link/ack', seen: this.seen })
  }

  /** The first frame that fits and was not taken before, now or when it comes. */
  find(words: string, fits: (frame: Frame) => boolean): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(limit)
        this.watchers.delete(look)
      }
      const fail = (why: string) => {
        done()
        reject(new Failure(`${words} did not come: ${why}`))
      }
      const limit = setTimeout(() => {
        fail(`nothing within ${this.limitMs} ms`)
      }, this.limitMs)
      const look = () => {
        const frame = this.heard.find((candidate) => !this.asked.has(candidate) && fits(candidate))
        if (frame) {
          this.asked.add(frame)
          done()
          resolve(frame)
        } else if (this.code !== undefined) fail(`the socket was closed with ${this.code}${this.error}`)
      }
      this.watchers.add(look)
      look()
    })
  }

  next(type: string): Promise<Frame> {
    return this.find(type, (frame) => frame.type === type)
  }

  /** The server has taken all up to this number, and says so. */
  async covered(n: number): Promise<void> {
    const saysSeen = ({ type }: Frame) => type === 'link/ack' || type === 'link/heartbeat'
    const words = `an acknowledgement of number ${n}`
    const { seen } = await this.find(words, (frame) => saysSeen(frame) && Number(frame['seen']) >= n)
    must(Number(seen) <= this.sent, `the server acknowledged ${String(seen)}, but only ${this.sent} were sent`)
  }

  async beat(): Promise<Frame> {
    this.say(`{"type":"link/heartbeat","seen":${this.seen}}`)
    return this.next('link/heartbeat')
  }

  /** A heartbeat goes round, and a moment passes: the answer is all that was heard since the last time. */
  async settle(): Promise<readonly Frame[]> {
    await this.beat()
    await pause(SETTLE_MS)
    const news = this.heard.splice(0)
    this.asked.clear()
    return news
  }

  /** The code with which the server closes the socket. */
  async closed(withinMs = this.limitMs): Promise<number> {
    const until = Date.now() + withinMs
    while (this.code === undefined && Date.now() < until) await pause(10)
    must(this.code !== undefined, `the server did not close the socket within ${withinMs} ms`)
    return this.code
  }

  /** How long the socket was open. */
  get lastedMs(): number {
    return this.closedAt - this.openedAt
  }

  /** Ends the socket without a word, as a tunnel does. */
  async lose(): Promise<void> {
    this.socket.terminate()
    await pause(SETTLE_MS)
  }

  close(code: number): void {
    this.socket.close(code)
  }

  private hear(frame: Frame | string): void {
    if (typeof frame === 'string') {
      this.faults.push(frame)
      return
    }
    if (frame.type === 'link/welcome' && frame['resumed'] === false && this.before) {
      this.seen = 0
      this.sent = 0
    }
    const n = Number(frame['n'] ?? 0)
    if (n > this.seen + 1) this.faults.push(`the server sent number ${n} after ${this.seen}`)
    this.seen = Math.max(this.seen, n)
    this.heard.push(frame)
    this.look()
  }

  private look(): void {
    for (const watcher of [...this.watchers]) watcher()
  }
}
