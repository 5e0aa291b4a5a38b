/** The calls of PROTOCOL.md §4: one channel with a menu, and one seat, which does what a test tells it. */
import { randomUUID } from 'node:crypto'
import type { Message, MinimalLink } from './minimal-link'

interface Call {
  readonly callId: string
  readonly sessionId: string
  link: MinimalLink
  isUp: boolean
  /** What was said last of where the call is. */
  where: Message | null
  end: { readonly closeBy: string; readonly endStatus: string } | null
}

const SEAT = { seatId: '7', name: 'Mei' }
const ROOM = { kind: 'url', pushUrl: 'rtmp://127.0.0.1/push', playUrl: 'rtmp://127.0.0.1/play' }
const CHANNEL = 'service'

/** How a call ends that is hung up where it is. */
const GIVEN_UP: Readonly<Record<string, string>> = {
  'call/queued': 'waitingGiveUp',
  'call/ringing': 'ringingGiveUp',
  'call/accepted': 'ok',
}
const ONLY_THE_CLIENT_KNOWS: readonly unknown[] = ['clientError', 'callConflict']

const endOf = ({ where }: Call, { closeBy, endStatus }: Message) => ({
  closeBy: String(closeBy),
  endStatus: ONLY_THE_CLIENT_KNOWS.includes(endStatus)
    ? String(endStatus)
    : (GIVEN_UP[where?.type ?? ''] ?? 'ivrGiveUp'),
})

const freshRoom = () => ({ ...ROOM, pushUrl: `${ROOM.pushUrl}?key=${randomUUID()}` })

export class MinimalCalls {
  private readonly calls: Call[] = []
  private readonly refused = new Map<string, Message>()
  /** What customers said of their calls. */
  readonly heard: Message[] = []

  /** The calls that go on. */
  get running(): readonly Call[] {
    return this.calls.filter(({ end }) => end === null)
  }

  isBusy(link: MinimalLink): boolean {
    return this.running.some((call) => call.link === link)
  }

  lineChanged(link: MinimalLink, isUp: boolean): void {
    for (const call of this.running.filter((running) => running.link === link)) call.isUp = isUp
  }

  /** The seat speaks to the only customer. */
  seatSays(type: string, more: object = {}): void {
    const [call] = this.running
    if (call === undefined) throw new Error('there is no call')
    if (type === 'call/ended') this.finish(call, 'seat', 'ok')
    else this.say(call, { type, sessionId: call.sessionId, ...more })
  }

  accept(): void {
    this.seatSays('call/accepted', { seat: SEAT, room: ROOM })
  }

  forgotten(link: MinimalLink): void {
    for (const call of this.running.filter((running) => running.link === link))
      call.end = { closeBy: 'admin', endStatus: 'clientTimeout' }
  }

  taken(link: MinimalLink, message: Message): void {
    this.heard.push(message)
    const [callId, sessionId] = [message['callId'], message['sessionId']]
    const own = this.running.filter((call) => call.link.userId === link.userId)
    const call = own.find((one) => (sessionId === undefined ? one.callId === callId : one.sessionId === sessionId))
    if (message.type === 'call/start') this.start(link, String(callId), String(message['channelId']))
    else if (message.type === 'call/hangUp' && call) call.end = endOf(call, message)
    else if (message.type === 'call/rejoin' && call) link.tell({ type: 'call/room', sessionId, room: freshRoom() })
    else if (message.type === 'call/digits' && call) this.press(call, String(message['digits']))
  }

  private start(link: MinimalLink, callId: string, channelId: string): void {
    const known = this.calls.find((call) => call.link.userId === link.userId && call.callId === callId)
    const refused = this.refused.get(`${link.userId} ${callId}`)
    if (refused !== undefined) link.tell(refused)
    else if (known !== undefined) this.answerAgain(link, known)
    else if (channelId !== CHANNEL) this.refuse(link, callId, 'CHANNEL_UNKNOWN')
    else this.begin(link, callId)
  }

  private answerAgain(link: MinimalLink, call: Call): void {
    const { callId, sessionId, end } = call
    link.tell({ type: 'call/started', callId, sessionId })
    if (end !== null) link.tell({ type: 'call/ended', sessionId, ...end })
    else if (link !== call.link) {
      Object.assign(call, { link, isUp: true })
      if (call.where !== null) link.tell(call.where)
    }
  }

  private begin(link: MinimalLink, callId: string): void {
    const before = this.running.find((call) => call.link.userId === link.userId)
    if (before?.isUp === true) {
      this.refuse(link, callId, 'CALL_IN_PROGRESS')
      return
    }
    if (before !== undefined) this.finish(before, 'admin', 'callConflict')
    const sessionId = randomUUID()
    const call: Call = { callId, sessionId, link, isUp: true, where: null, end: null }
    this.calls.push(call)
    link.tell({ type: 'call/started', callId, sessionId })
    this.menu(call)
  }

  private menu(call: Call): void {
    const { sessionId } = call
    this.say(call, { type: 'call/ivr', sessionId, prompt: 'Press 1', keys: [{ key: '1', label: 'Seat' }], path: [] })
  }

  private press(call: Call, digits: string): void {
    for (const digit of digits) {
      if (call.where?.type !== 'call/ivr') return
      if (digit === '1') this.ring(call)
      else this.menu(call)
    }
  }

  private refuse(link: MinimalLink, callId: string, code: string): void {
    const answer = { type: 'call/refused', callId, code, message: 'No.' }
    this.refused.set(`${link.userId} ${callId}`, answer)
    link.tell(answer)
  }

  private ring(call: Call): void {
    const { sessionId } = call
    this.say(call, { type: 'call/queued', sessionId, position: 1 })
    this.say(call, { type: 'call/ringing', sessionId, seat: SEAT })
  }

  private say(call: Call, message: Message): void {
    call.where = message
    call.link.tell(message)
  }

  private finish(call: Call, closeBy: string, endStatus: string): void {
    call.end = { closeBy, endStatus }
    call.link.tell({ type: 'call/ended', sessionId: call.sessionId, closeBy, endStatus })
  }
}
