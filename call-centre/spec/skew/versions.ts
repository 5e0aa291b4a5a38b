/** Two versions of the SDK and of the call centre, each behind one shape. */
import * as call from 'tccc-wx-sdk/call'
import * as login from 'tccc-wx-sdk/login'
import { rating } from 'tccc-wx-sdk/rating'
import { waiting } from 'tccc-wx-sdk/waiting'
import * as today from '../../server/create-call-centre'
import type { CallCentre } from '../../server/create-call-centre'
import { seatWire, wire, type Wire } from '../wire'

type Calls = Pick<typeof call, 'createCall' | 'createLink' | 'startCall' | 'hangUp' | 'sendDigits' | 'PHASE_LETTERS'>

/** Of what stands beside the voice, 0.1.0 has nothing. */
type Beside = Partial<{ readonly rating: typeof rating; readonly waiting: typeof waiting }>

export type Sdk = Calls & Pick<typeof login, 'configure' | 'login'> & Beside

export interface CentreVersion {
  readonly create: typeof today.createCallCentre
  /** A seat that has signed in and is online. */
  readonly seat: (centre: CallCentre, seatId: string) => Promise<Wire>
  /** It asks for ratings, and offers to leave the line. */
  readonly knowsAsides: boolean
}

const frozen = (file: string) => jest.requireActual<object>(`./0.1.0/${file}`)

const seatOfThen = async (centre: CallCentre, seatId: string): Promise<Wire> => {
  const seat = wire(centre, '/seat')
  seat.say({ type: 'seat/signIn', seatId, name: `Seat ${seatId}` })
  await seat.next('seat/signedIn')
  return seat
}

/** Today's seat has a link of its own, which lives by its heartbeats. */
const seatOfToday = async (centre: CallCentre, seatId: string): Promise<Wire> => {
  const seat = await seatWire(centre, seatId)
  const seen = () => Math.max(0, ...seat.heard.map(({ n }) => Number(n ?? 0)))
  const beating = setInterval(() => {
    seat.say(`{"type":"link/heartbeat","seen":${String(seen())}}`)
  }, 200)
  seat.socket.once('close', () => {
    clearInterval(beating)
  })
  return seat
}

export const SDKS = {
  'the SDK of 0.1.0': () => frozen('client.cjs') as Sdk,
  'the SDK of today': () => ({ ...call, ...login, rating, waiting }),
} satisfies Readonly<Record<string, () => Sdk>>

export const CENTRES = {
  'the centre of 0.1.0': () => ({
    create: (frozen('centre.cjs') as Pick<typeof today, 'createCallCentre'>).createCallCentre,
    seat: seatOfThen,
    knowsAsides: false,
  }),
  'the centre of today': () => ({ create: today.createCallCentre, seat: seatOfToday, knowsAsides: true }),
} satisfies Readonly<Record<string, () => CentreVersion>>
