/** The bundled call centre itself, two seats at it, in the story's time. */
import { createTokens } from '../../../call-centre/server/login/tokens'
import { createRoomKeys } from '../../../call-centre/media/webrtc/room-keys'
import { createWebrtcPlane } from '../../../call-centre/media/webrtc/webrtc-plane'
import type { CallRecord } from '../../../call-centre/server/records/call-record'
import { createRecordBook } from '../../../call-centre/server/records/record-book'
import type { SeatRequest, SeatNotice } from '../../../call-centre/server/desk-messages'
import type { OperatorState } from '../../../call-centre/server/operator-messages'
import { createCentre } from '../../../call-centre/server/sessions/centre'
import type { Clock as CentreClock } from '../../../call-centre/server/sessions/clock'
import {
  createSignallingGateway,
  type SignallingGateway,
} from '../../../call-centre/server/signalling/signalling-gateway'
import { noShelf } from '../../../call-centre/server/state/shelf'
import { noDetails } from '../../../call-centre/spec/no-details'
import { noMessages } from '../../../call-centre/spec/no-messages'
import { testConfig } from '../../../call-centre/spec/test-config'
import type { Clock } from '../wire/clock'
import type { Peer } from '../wire/network'

const config = testConfig({ heartbeatMs: 10_000, windowMs: 30_000 })
const tokens = createTokens({ clock: { now: () => 0 }, shelf: noShelf, tokenLifeMs: 1e14 })

export const { sdkAppId } = config
export const TOKEN = tokens.sign({ sdkAppId, userId: 'ann', expiresAt: 1e14 })

/** The day on which a story plays. */
const EPOCH_MS = 1_780_000_000_000

const SEATS = ['1001', '1002'] as const
type SeatId = (typeof SEATS)[number]

/** What a workstation page knows of its call. */
export interface Desk {
  ringing: string | null
  talking: string | null
  /** A colleague is asked about the talk. */
  asks: boolean
  /** It is asked by another about this call. */
  advises: string | null
  held: boolean
  /** The customer is away, as far as this desk was told. */
  away: boolean
  /** How many keys of customers were heard here, in all, but for those that a colleague who was brought in heard besides. */
  keys: number
}

export interface WholeCentre {
  readonly accept: (peer: Peer) => void
  readonly desks: Readonly<Record<SeatId, Desk>>
  /** When each session was recorded. */
  readonly endedAtMs: ReadonlyMap<string, number>
  /** What an agent does, by letter. */
  seat(seatId: SeatId, letter: string): void
  state(): OperatorState
}

/** A page that knows of no call. */
const nothing = { ringing: null, talking: null, asks: false, advises: null, held: false, away: false } as const

const consultSteps: Readonly<Partial<Record<string, 'seat/together' | 'seat/handOver' | 'seat/goBack'>>> = {
  ...{ j: 'seat/together', m: 'seat/handOver', g: 'seat/goBack' },
}

const heard = (desk: Desk, notice: SeatNotice): void => {
  switch (notice.type) {
    // Another page of the same agent, or the same page anew: it knows of no call.
    case 'seat/signedIn':
      Object.assign(desk, nothing)
      break
    case 'seat/incoming':
      desk.ringing = notice.sessionId
      break
    case 'seat/talking':
      Object.assign(
        desk,
        nothing,
        notice.consult?.part === 'asked'
          ? { advises: notice.sessionId }
          : { talking: notice.sessionId, held: notice.held, asks: notice.consult !== undefined },
      )
      break
    case 'seat/consult':
      if (notice.sessionId === desk.talking)
        Object.assign(desk, { held: notice.held, asks: notice.consult !== undefined })
      break
    case 'seat/held':
      desk.held = notice.held
      break
    case 'seat/digits':
      if (desk.advises === null) desk.keys += notice.digits.length
      break
    case 'seat/customerHeld':
      desk.away = notice.held
      break
    case 'seat/missed':
      desk.ringing = null
      break
    case 'seat/advised':
    case 'seat/transferred':
    case 'seat/ended':
      Object.assign(desk, nothing)
      break
    default:
  }
}

export const createWholeCentre = (time: Clock, clockStepMs: () => number): WholeCentre => {
  const clock: CentreClock = {
    now: () => time.now(),
    date: () => EPOCH_MS + time.now() + clockStepMs(),
    after: (ms, run) => {
      const timer = time.after(ms, run)
      return () => {
        timer.unsubscribe()
      }
    },
  }
  const endedAtMs = new Map<string, number>()
  const noteEnd = ({ SessionId }: CallRecord) => void endedAtMs.set(SessionId, time.now())
  const desk = (): Desk => ({ ...nothing, keys: 0 })
  const desks = { 1001: desk(), 1002: desk() }
  const centre = createCentre({
    ...{ config, clock, customers: noDetails, messages: noMessages, shelf: noShelf },
    media: createWebrtcPlane(
      config.sdkAppId,
      createRoomKeys(() => undefined, noShelf),
    ),
    book: createRecordBook(config.sdkAppId, clock, noteEnd, noShelf),
    out: {
      toCustomer: (linkId, message) => {
        signalling.send(linkId, message)
      },
      toSeat: (seatId, notice) => {
        heard(desks[seatId as SeatId], notice)
      },
      changed: () => undefined,
      phase: () => undefined,
    },
  })
  const signalling: SignallingGateway = createSignallingGateway({ config, clock, tokens, centre, shelf: noShelf })
  const signIn = (seatId: SeatId) => {
    centre.signIn(seatId, `Seat ${seatId}`)
  }
  SEATS.forEach(signIn)
  const commandOf = (seatId: SeatId, letter: string): SeatRequest | null => {
    const { ringing, talking, advises } = desks[seatId]
    const [other = ''] = SEATS.filter((id) => id !== seatId)
    if (letter === 'a' && ringing !== null) return { type: 'seat/answer', sessionId: ringing }
    if (letter === 'n' && ringing !== null) return { type: 'seat/decline', sessionId: ringing }
    if (letter === 'b') return { type: 'seat/status', status: 'busy' }
    if (letter === 'e') return { type: 'seat/status', status: 'online' }
    const sessionId = talking ?? advises ?? ringing
    if (sessionId === null) return null
    if (letter === 'h') return { type: 'seat/hangUp', sessionId }
    if (letter === 'o' || letter === 'c') return { type: 'seat/hold', sessionId, held: letter === 'o' }
    if (letter === 'k') return { type: 'seat/consult', sessionId, toSeatId: other }
    const step = consultSteps[letter]
    if (step !== undefined) return { type: step, sessionId }
    if (letter === 't') return { type: 'seat/transfer', sessionId, toSeatId: other }
    return letter === 'q' ? { type: 'seat/transfer', sessionId } : null
  }
  return {
    ...{ desks, endedAtMs },
    accept: (peer) => {
      signalling.open(
        {
          send: (text) => {
            peer.send(text)
          },
          close: (code, reason) => {
            peer.close(code, reason)
          },
          destroy: () => {
            peer.close(1006, '')
          },
          onFrame: (listener) =>
            void (peer.onFrame = (frame) => {
              listener(Buffer.from(frame), false)
            }),
          onClose: (listener) => void (peer.onClose = listener),
        },
        peer.protocols.join(', '),
      )
    },
    seat: (seatId, letter) => {
      if (letter === 'x') {
        centre.seatGone(seatId)
        Object.assign(desks[seatId], nothing)
      } else if (letter === 'i') signIn(seatId)
      else {
        const command = commandOf(seatId, letter)
        if (command !== null) centre.seat(seatId, command)
      }
    },
    state: () => centre.state(),
  }
}
