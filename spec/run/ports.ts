/** A call whose line, phone and surroundings are Subjects: what is open, sent and probed can be counted. */
import { Observable, Subject } from 'rxjs'
import {
  type Call,
  type CallOptions,
  type ClientMessage,
  createCall,
  type EnvironmentEvent,
  type LineEvent,
  type MediaEvent,
  type Phase,
  type Sample,
  type ServerMessage,
  startCall,
} from '../../lib/entries/call'
import { CALL_ID, SESSION_ID } from '../../lib/entries/testing'

const sessionId = SESSION_ID
const seat = { seatId: '1001', name: 'Lin' }

export const START = startCall({ channelId: 'service', callId: CALL_ID })
export const STARTED: ServerMessage = { type: 'call/started', callId: CALL_ID, sessionId }
export const QUEUED: ServerMessage = { type: 'call/queued', sessionId, position: 1 }
export const RINGING: ServerMessage = { type: 'call/ringing', sessionId, seat }
export const ACCEPTED: ServerMessage = { type: 'call/accepted', sessionId, seat }
export const ENDED: ServerMessage = { type: 'call/ended', sessionId, closeBy: 'seat', endStatus: 'ok' }
export const REFUSED: ServerMessage = { type: 'call/refused', callId: CALL_ID, code: 'TOO_BUSY', message: 'Busy' }

const SAID: Readonly<Record<Exclude<Phase, 'idle'>, readonly ServerMessage[]>> = {
  dialling: [],
  ivr: [STARTED],
  waiting: [STARTED, QUEUED],
  ringing: [STARTED, RINGING],
  talking: [STARTED, RINGING, ACCEPTED],
  ended: [STARTED, RINGING, ACCEPTED, ENDED],
}

export interface World {
  readonly call: Call
  readonly line$: Subject<LineEvent | ServerMessage>
  readonly media$: Subject<MediaEvent>
  readonly environment$: Subject<EnvironmentEvent>
  readonly sample$: Subject<Sample>
  readonly sent: ClientMessage[]
  /** `open` and `close` of the line, and the types of what is sent between them. */
  readonly log: string[]
  /** What the link throws from now on. */
  readonly faults: { send: Error | null }
  readonly counts: { lines: number; opened: number; probes: number }
  /** Dials and lets the call centre speak until the phase is there. */
  readonly reach: (phase: Exclude<Phase, 'idle'>) => void
}

export const world = (options: CallOptions = {}): World => {
  const line$ = new Subject<LineEvent | ServerMessage>()
  const media$ = new Subject<MediaEvent>()
  const environment$ = new Subject<EnvironmentEvent>()
  const sample$ = new Subject<Sample>()
  const sent: ClientMessage[] = []
  const log: string[] = []
  const faults: World['faults'] = { send: null }
  const counts = { lines: 0, opened: 0, probes: 0 }
  const link = {
    open: () =>
      new Observable<LineEvent | ServerMessage>((subscriber) => {
        counts.lines += 1
        counts.opened += 1
        log.push('open')
        subscriber.add(() => {
          counts.lines -= 1
          log.push('close')
        })
        return line$.subscribe(subscriber)
      }),
    send: (message: ClientMessage) => {
      if (faults.send !== null) throw faults.send
      sent.push(message)
      log.push(message.type)
    },
    probe: () => {
      counts.probes += 1
    },
  }
  const call = createCall({ link, media$, environment$, sample$ }, options)
  const reach = (phase: Exclude<Phase, 'idle'>) => {
    call.dispatch(START)
    for (const message of SAID[phase]) line$.next(message)
  }
  return { call, line$, media$, environment$, sample$, sent, log, faults, counts, reach }
}
