import { randomUUID } from 'node:crypto'
import { Failure, type Frame, must } from './server-frame'
import { RawLink } from './raw-link'

/** The server that is looked at, and who looks. */
export interface Target {
  /** `ws://…/signalling` */
  readonly url: string
  readonly token: string
  /** Of another customer; absent: there is only one. */
  readonly otherToken?: string
  /** An entry channel that takes calls. */
  readonly channelId: string
  /** How long the server may take for any answer. */
  readonly limitMs: number
}

/** One thing that a server has to do. It throws a {@link Failure} when the server does not. */
export interface Scenario {
  readonly title: string
  /** Without it the scenario is left out. */
  readonly needs?: 'two customers'
  readonly run: (visit: Visit) => Promise<void>
}

/** A link that the server has welcomed. */
export interface Welcomed {
  readonly link: RawLink
  readonly linkId: string
  readonly welcome: Frame
}

/** What one scenario opens, so that it can be left as it was found. */
export class Visit {
  private readonly links: RawLink[] = []
  private readonly calls: string[] = []

  constructor(readonly target: Target) {}

  /** Opens a socket that offers just this. */
  offer(protocols: readonly string[], before?: { readonly seen: number; readonly sent: number }): RawLink {
    const link = new RawLink(this.target.url, protocols, this.target.limitMs, before)
    this.links.push(link)
    return link
  }

  open(token = this.target.token): RawLink {
    return this.offer(['tccc.1', `token.${token}`])
  }

  async enter(): Promise<Welcomed> {
    return welcomed(this.open())
  }

  /** Comes back to a link; `seen` is what it claims to have taken. */
  comeBack({ link, linkId }: Welcomed, seen = link.seen, token = this.target.token): RawLink {
    return this.offer(['tccc.1', `token.${token}`, `resume.${linkId}.${seen}`], { seen, sent: link.sent })
  }

  async resume(before: Welcomed, seen = before.link.seen): Promise<Welcomed> {
    const after = await welcomed(this.comeBack(before, seen))
    must(after.welcome['resumed'] === true, 'the welcome does not say resumed: true')
    must(after.linkId === before.linkId, 'the resumed link has another linkId')
    return after
  }

  /** A name that no call had before. */
  callId(): string {
    const callId = `conformance-${randomUUID()}`
    this.calls.push(callId)
    return callId
  }

  startOf(callId: string, channelId = this.target.channelId): object {
    return { type: 'call/start', callId, channelId, media: 'audio' }
  }

  /** A call that the server has started. */
  async call(link: RawLink): Promise<{ readonly callId: string; readonly sessionId: string }> {
    const callId = this.callId()
    link.tell(this.startOf(callId))
    const answer = await link.find('call/started', isAnswer)
    must(answer.type === 'call/started', `the call was refused: ${String(answer['code'])}`)
    must(answer['callId'] === callId, 'call/started names another callId')
    return { callId, sessionId: String(answer['sessionId']) }
  }

  /** Hangs up and closes what is still open, and tells what went wrong by the way. */
  async leave(): Promise<void> {
    const open = this.links.filter(({ isOpen }) => isOpen)
    const last = open.at(-1)
    for (const callId of last ? this.calls : []) last?.tell(hangUpOf(callId))
    await last?.beat().catch(() => undefined)
    for (const link of open) {
      link.acknowledge()
      link.close(1000)
    }
    const [fault] = this.links.flatMap(({ faults }) => faults)
    if (fault !== undefined) throw new Failure(fault)
  }
}

export const isAnswer = ({ type }: Frame): boolean => type === 'call/started' || type === 'call/refused'

export const hangUpOf = (callId: string, sessionId?: string): object => ({
  type: 'call/hangUp',
  callId,
  ...(sessionId === undefined ? {} : { sessionId }),
  closeBy: 'client',
  endStatus: 'ivrGiveUp',
})

/** The first frame has to be the welcome. */
export const welcomed = async (link: RawLink): Promise<Welcomed> => {
  const welcome = await link.find('a first frame', () => true)
  must(welcome.type === 'link/welcome', `the first frame is ${welcome.type}, not link/welcome`)
  return { link, linkId: String(welcome['linkId']), welcome }
}
