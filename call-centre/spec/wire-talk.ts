import type { CallCentre } from '../server/create-call-centre'
import { customerWire, seatWire, startFrame, type Frame } from './wire'

interface RoomField {
  readonly room: { readonly roomId: string; readonly userId: string; readonly userSig: string }
}

const roomOf = (frame: Frame) => (frame as unknown as RoomField).room

/** Ann talks with seat 1. */
export async function talk(centre: CallCentre) {
  const seat = await seatWire(centre, '1')
  const ann = await customerWire(centre, 'ann')
  ann.say({ ...startFrame, n: 1 })
  const started = await ann.next('call/started')
  await ann.next('call/ringing')
  const sessionId = String(started['sessionId'])
  seat.say({ type: 'seat/answer', sessionId })
  const annRoom = roomOf(await ann.next('call/accepted'))
  return { seat, ann, sessionId, annRoom, seatRoom: roomOf(await seat.next('seat/talking')) }
}
