/** The calls of one customer as the server keeps them: PROTOCOL.md §4. */
import type { ClientMessage, ServerMessage } from '../../../lib/link/messages'
import { about } from '../call/alphabet'
import type { ModelLink } from './server'

export interface ModelCall {
  readonly callId: string
  readonly sessionId: string
  link: ModelLink
  isOver: boolean
}

export interface Centre {
  readonly calls: ReadonlyMap<string, ModelCall>
  running(): ModelCall | undefined
  message(link: ModelLink, message: ClientMessage): void
  gone(link: ModelLink): void
  /** What the seat or the system does in the running call, by the letter of the alphabet. */
  says(letter: string): void
}

/** `later`: an answer takes its time; the acknowledgement does not wait for it. */
export const createCentre = (
  send: (link: ModelLink, message: ServerMessage) => void,
  later: (answer: () => void) => void,
): Centre => {
  const calls = new Map<string, ModelCall>()
  const running = () => [...calls.values()].find(({ isOver }) => !isOver)
  const wording = ({ callId }: ModelCall) => about(Number(callId.replace('call-', '')))

  const say = (call: ModelCall, letter: string) => {
    const message = wording(call)[letter]
    if (message !== undefined) send(call.link, message)
  }

  const start = (link: ModelLink, callId: string) => {
    const known = calls.get(callId)
    const busy = running()
    if (known === undefined && busy !== undefined) {
      send(link, { type: 'call/refused', callId, code: 'CALL_IN_PROGRESS', message: 'busy' })
      return
    }
    const call = known ?? { callId, sessionId: callId.replace('call', 'session'), link, isOver: false }
    call.link = link
    calls.set(callId, call)
    later(() => {
      say(call, 's')
      if (call.isOver) say(call, 'e')
    })
  }

  /** A fresh one for whoever asks, while the call goes on. */
  const giveRoom = (sessionId: string) => {
    later(() => {
      const call = running()
      if (call?.sessionId === sessionId) say(call, 'k')
    })
  }

  return {
    calls,
    running,
    message: (link, message) => {
      if (message.type === 'call/start') start(link, message.callId)
      const call = message.type === 'call/hangUp' ? calls.get(message.callId) : undefined
      if (call !== undefined) call.isOver = true
      if (message.type === 'call/rejoin') giveRoom(message.sessionId)
    },
    gone: (link) => {
      calls.forEach((call) => {
        if (call.link === link) call.isOver = true
      })
    },
    says: (letter) => {
      const call = running()
      if (call === undefined) return
      say(call, letter)
      if (letter === 'e' || letter === 'x') call.isOver = true
    },
  }
}
