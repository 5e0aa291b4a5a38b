import type { ClientMessage, Room, ServerMessage } from '../../lib/link/messages'
import type { Phone } from '../wx/phone'

export const ROOM: Room = { kind: 'url', pushUrl: 'room://push', playUrl: 'room://play' }
export const SEAT = { seatId: '1001', name: 'Ming' }
export const SESSION_ID = 'session-1'

const PHASES = ['dialling', 'ivr', 'waiting', 'ringing', 'talking'] as const
export type CallPhase = (typeof PHASES)[number]

const ANSWERS: Readonly<Record<Exclude<CallPhase, 'dialling' | 'ivr'>, ServerMessage>> = {
  waiting: { type: 'call/queued', sessionId: SESSION_ID, position: 2 },
  ringing: { type: 'call/ringing', sessionId: SESSION_ID, seat: SEAT },
  talking: { type: 'call/accepted', sessionId: SESSION_ID, seat: SEAT },
}

/** The call centre at the far end of a phone's sockets. */
export class Centre {
  private n = 0

  constructor(private readonly phone: Phone) {}

  /** The socket opens, and the link is welcomed. */
  welcomes(resumed = false, can?: readonly string[]): void {
    this.phone.socket().opens()
    const times = { heartbeatMs: 10_000, windowMs: 30_000, time: Date.now() }
    this.phone
      .socket()
      .says(JSON.stringify({ type: 'link/welcome', linkId: 'link-1', resumed, seen: 0, can, ...times }))
  }

  says(message: ServerMessage): void {
    this.n += 1
    this.phone.socket().says(JSON.stringify({ ...message, n: this.n }))
  }

  /** What it has been told about calls, in order. */
  heard(): readonly ClientMessage[] {
    const frames = this.phone.sockets.flatMap(({ sent }) => sent)
    const messages = frames.map((frame) => JSON.parse(frame) as ClientMessage)
    return messages.filter(({ type }) => type.startsWith('call/'))
  }

  callId(): string {
    const starts = this.heard().filter((message) => message.type === 'call/start')
    return starts[starts.length - 1]?.callId ?? 'none'
  }

  starts(room: Room = ROOM): void {
    this.says({ type: 'call/started', callId: this.callId(), sessionId: SESSION_ID, room })
  }

  /** Takes a call that was just dialled to this phase. */
  takesTo(phase: CallPhase): void {
    const steps = PHASES.slice(1, PHASES.indexOf(phase) + 1)
    steps.forEach((step) => {
      if (step === 'ivr') this.starts()
      else if (step !== 'dialling') this.says(ANSWERS[step])
    })
  }

  ends(closeBy: 'seat' | 'admin' = 'seat'): void {
    this.says({ type: 'call/ended', sessionId: SESSION_ID, closeBy, endStatus: 'ok' })
  }
}
