/** A browser's socket and connection without a network, as far as a room needs them: what was made last is at hand. */

export class FakeSocket extends EventTarget {
  static readonly OPEN = 1
  static readonly made: FakeSocket[] = []
  readonly readyState = FakeSocket.OPEN

  constructor() {
    super()
    FakeSocket.made.push(this)
  }

  readonly sent: unknown[] = []

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  open(): void {
    this.dispatchEvent(new Event('open'))
  }

  close(): void {
    this.dispatchEvent(new Event('close'))
  }

  hear(notice: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(notice) }))
  }
}

export class FakeConnection extends EventTarget {
  static readonly made: FakeConnection[] = []
  connectionState: RTCPeerConnectionState = 'new'
  readonly localDescription = null

  constructor() {
    super()
    FakeConnection.made.push(this)
  }

  addTransceiver = (): void => undefined
  getTransceivers = (): readonly never[] => []
  setLocalDescription = (): Promise<void> => Promise.resolve()
  getStats = (): Promise<ReadonlyMap<string, object>> => Promise.resolve(new Map())

  close(): void {
    this.connectionState = 'closed'
  }

  /** The voice of the peer, when it is `connected`. */
  turn(state: RTCPeerConnectionState): void {
    if (state === 'connected') this.dispatchEvent(Object.assign(new Event('track'), { track: { kind: 'audio' } }))
    this.connectionState = state
    this.dispatchEvent(new Event('connectionstatechange'))
  }
}

export class FakePlayer {
  play = (): Promise<void> => Promise.resolve()
  pause = (): void => undefined
}

export class FakeStream {
  constructor(readonly tracks: readonly unknown[]) {}
}
