/** A link as plain values: what happens is folded through the step, and the world answers as a quiet one does. */
import { step } from '../../lib/link/step'
import { AT_REST, type LinkEffect, type Input, type LinkState } from '../../lib/link/state'
import { callDialect } from '../../lib/link/codec'
import type { ClientMessage, ServerMessage } from '../../lib/entries/call'

export const START = { type: 'call/start', callId: 'c', channelId: 'service', media: 'audio' } as const
export const DIGITS = { type: 'call/digits', sessionId: 's', digits: '1' } as const
export const HOLD = { type: 'call/hold', sessionId: 's', held: true } as const
export const HANG_UP = { type: 'call/hangUp', callId: 'c', closeBy: 'client', endStatus: 'ok' } as const

export const logIn = (token: string | null = 'one'): Input => ({ type: 'token', token })
export const send = (message: ClientMessage): Input => ({
  type: 'send',
  said: { message, asks: callDialect.asks?.(message) ?? null, outlivesLink: callDialect.outlivesLink(message) },
})
export const opened = (id = 1): Input => ({ type: 'opened', id })
export const frame = (value: object, id = 1): Input => {
  const incoming = callDialect.decode(JSON.stringify(value))
  return { type: 'frame', id, incoming, answers: callDialect.answers?.(incoming) ?? null }
}
export const closed = (code: number, reason = '', id = 1): Input => ({
  ...{ type: 'closed', id, closed: { type: 'closed', code, reason } },
})
export const welcome = (changes: object = {}, id = 1): Input =>
  frame(
    {
      ...{ type: 'link/welcome', linkId: 'L', resumed: false, seen: 0 },
      ...{ heartbeatMs: 10_000, windowMs: 30_000, time: 1, ...changes },
    },
    id,
  )
export const says = (message: ServerMessage & { readonly n: number }, id = 1): Input => frame(message, id)
export const queued = (n: number, id = 1): Input => says({ type: 'call/queued', n, sessionId: 's', position: n }, id)

/** What the world answers to an effect. */
export interface World {
  readonly inCall?: boolean
  readonly random?: number
  /** What the app's own function says; left out: the pause is asked, and no answer comes. */
  readonly delay?: unknown
}

const answers = (effect: LinkEffect, world: World): readonly Input[] => {
  const { inCall = true, random = 0.5 } = world
  if (effect.do === 'next') return [effect.input]
  if (effect.do === 'askSituation') return [{ type: 'situation', inCall, random }]
  return effect.do === 'askDelay' && 'delay' in world ? [{ type: 'delay', ms: world.delay }] : []
}

export interface Folded {
  readonly link: LinkState
  readonly effects: readonly LinkEffect[]
}

const isInput = (item: Input | number): item is Input => typeof item !== 'number'

/** Numbers are milliseconds of a clock that go by. Gives the last state, and all effects. */
export const fold = (story: readonly (Input | number)[], world: World = {}, from = AT_REST): Folded => {
  let link = from
  let now = from.at
  const effects: LinkEffect[] = []
  for (const item of story) {
    if (!isInput(item)) now += item
    const waiting = isInput(item) ? [item] : []
    for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
      const [next, done] = step(link, { input, now })
      link = next
      effects.push(...done)
      waiting.push(...done.flatMap((effect) => answers(effect, world)))
    }
  }
  return { link, effects }
}

export const toldIn = ({ effects }: Folded): readonly object[] =>
  effects.flatMap((effect) => (effect.do === 'tell' ? [effect.event] : []))

const briefly = (text: string): string => {
  const { type, n, seen } = JSON.parse(text) as { readonly type: string; readonly n?: number; readonly seen?: number }
  return `${type} ${String(n ?? seen)}`
}

export const sentIn = ({ effects }: Folded): readonly string[] =>
  effects.flatMap((effect) => (effect.do === 'send' ? [briefly(effect.frame)] : []))

export const pendingIn = ({ link }: Folded): readonly string[] =>
  link.outbox.unacked.map(({ message: { type, n } }) => `${type} ${String(n)}`)
