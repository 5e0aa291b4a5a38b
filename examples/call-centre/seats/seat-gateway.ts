import { Ajv2020 } from 'ajv/dist/2020'
import type { RawData, WebSocket } from 'ws'
import { faultOf, parseFrame } from '../frames'
import type { SeatCommand, SeatNotice } from '../seat-messages'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import type { Post } from '../state/post'
import { write } from '../write'
import { closeUnlessSpoken } from '../http/patience'
import schema from './seat-command.schema.json'

export interface SeatGateway {
  readonly open: (socket: WebSocket) => void
  send(seatId: string, notice: SeatNotice): void
}

const isCommand = new Ajv2020({ strict: false }).compile<SeatCommand>(schema)

/** The door of the workstation pages. One page a seat: a later one takes over. */
export function createSeatGateway(centre: Centre, post: Post, clock: Clock): SeatGateway {
  const sockets = new Map<string, WebSocket>()
  const textOf = createTexts()
  const leave = (seatId: string | undefined, socket: WebSocket): void => {
    if (seatId === undefined || sockets.get(seatId) !== socket) return
    sockets.delete(seatId)
    centre.seatGone(seatId)
  }
  const signIn = (seatId: string, socket: WebSocket): void => {
    const older = sockets.get(seatId)
    sockets.set(seatId, socket)
    if (older !== socket) older?.close(4409, 'another page took over')
  }
  return {
    open(socket) {
      let seatId: string | undefined
      const stopWaiting = closeUnlessSpoken(socket, clock)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        leave(seatId, socket)
      })
      socket.on('message', (data, isBinary) => {
        const command = readCommand(socket, data, isBinary)
        if (!command) return
        if (command.type === 'seat/signIn') {
          if (seatId !== command.seatId) leave(seatId, socket)
          seatId = command.seatId
          stopWaiting()
          signIn(seatId, socket)
        }
        if (seatId === undefined) refuse(socket, command.type, 'Sign in first.')
        else if (sockets.get(seatId) === socket) centre.seat(seatId, command)
      })
    },
    send: (seatId, notice) => {
      say(post, sockets.get(seatId), textOf(notice))
    },
  }
}

/** What all seats are told, one after the other, is written once. */
function createTexts(): (notice: SeatNotice) => string {
  let last: { readonly notice: SeatNotice; readonly text: string } | undefined
  return (notice) => {
    if (last?.notice !== notice) last = { notice, text: JSON.stringify(notice) }
    return last.text
  }
}

/** After the commit: a seat is told nothing that the centre may forget. */
function say(post: Post, socket: WebSocket | undefined, text: string): void {
  post.send(() => {
    if (socket) write(socket, text)
  })
}

function readCommand(socket: WebSocket, data: RawData, isBinary: boolean): SeatCommand | undefined {
  const parsed = parseFrame(data, isBinary)
  if ('fault' in parsed) {
    refuse(socket, '', parsed.fault)
    return undefined
  }
  const { frame } = parsed
  if (isCommand(frame)) return frame
  refuse(socket, frame.type, faultOf(isCommand))
  return undefined
}

function refuse(socket: WebSocket, command: string, message: string): void {
  const notice: SeatNotice = { type: 'seat/refused', command, message }
  write(socket, JSON.stringify(notice))
}
