import { Observable } from 'rxjs'
import { WebSocket } from 'ws'
import type { SeatCommand, SeatNotice } from '../seat-messages'

/** A seat that answers whatever rings, after `answerAfterMs`. It is online while subscribed; each notice is told. */
export const scriptedSeat = (url: string, answerAfterMs: number): Observable<SeatNotice> =>
  new Observable((subscriber) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/seat`)
    let answering: NodeJS.Timeout | undefined
    const say = (command: SeatCommand) => {
      socket.send(JSON.stringify(command))
    }
    socket.on('open', () => {
      say({ type: 'seat/signIn', seatId: 'self-check', name: 'Self-check' })
      say({ type: 'seat/status', status: 'online' })
    })
    socket.on('message', (data: Buffer) => {
      const notice = JSON.parse(data.toString()) as SeatNotice
      subscriber.next(notice)
      if (notice.type !== 'seat/incoming') return
      answering = setTimeout(() => {
        say({ type: 'seat/answer', sessionId: notice.sessionId })
      }, answerAfterMs)
    })
    socket.on('error', (fault) => {
      subscriber.error(fault)
    })
    return () => {
      clearTimeout(answering)
      socket.close()
    }
  })
