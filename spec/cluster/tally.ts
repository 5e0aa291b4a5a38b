/** What people hear over their sockets, each frame held against the history of its link. */
import { tap } from 'rxjs'
import type { OpenSocket } from '../../lib/entries/call'
import { createHistory, type LinkHistory } from './history'

/** A time without a line, of `performance.now()`. */
export interface Gap {
  readonly name: string
  readonly from: number
  readonly to: number
  /** What was tried meanwhile, and what came of it, each with milliseconds since the loss. */
  readonly tried: readonly string[]
}

export interface Tally {
  readonly faults: string[]
  /** What customers and seats were told of each call, in order, each thing once. */
  readonly told: Map<string, string[]>
  readonly gaps: Gap[]
  /** Whose line is lost at the moment. */
  readonly down: Set<string>
  /** Counts anew. */
  readonly forget: () => void
}

export const createTally = (): Tally => {
  const faults: string[] = []
  const told = new Map<string, string[]>()
  const gaps: Tally['gaps'] = []
  const forget = (): void => {
    told.clear()
    faults.length = 0
    gaps.length = 0
  }
  return { faults, told, gaps, down: new Set(), forget }
}

/** Who is without a line, from when the socket closes, or is given up, until the next welcome. */
function lineOf(name: string, { gaps, down }: Tally) {
  let lost: { readonly from: number; readonly tried: string[] } | undefined
  const note = (what: string): void => {
    if (lost) lost.tried.push(`${Math.round(performance.now() - lost.from)} ${what}`)
  }
  return {
    note,
    fell(what: string): void {
      lost ??= { from: performance.now(), tried: [] }
      down.add(name)
      note(what)
    },
    isBack(): void {
      if (lost) gaps.push({ name, to: performance.now(), ...lost })
      lost = undefined
      down.delete(name)
    },
  }
}

/** A socket that is listened to: `histories` are those of the links of one person. */
export function watched(open: OpenSocket, name: string, tally: Tally): OpenSocket {
  const histories = new Map<string, LinkHistory>()
  const heardN = new Set<string>()
  const line = lineOf(name, tally)
  return (url, protocols) => {
    const socket = open(url, protocols)
    line.note('opens')
    let history: LinkHistory | undefined
    let linkId = ''
    const event$ = socket.event$.pipe(
      tap((event) => {
        if (event.type === 'closed') line.fell(`closed ${event.code} ${event.reason}`)
        if (event.type === 'open') line.note('open')
        if (event.type !== 'frame') return
        const frame = JSON.parse(event.frame) as Readonly<Record<string, unknown>>
        if (frame['type'] === 'link/welcome') {
          linkId = String(frame['linkId'])
          history = histories.get(linkId) ?? createHistory(name)
          histories.set(linkId, history)
          line.isBack()
        }
        const before = history?.faults.length ?? 0
        history?.hear(event.frame)
        tally.faults.push(...(history?.faults.slice(before) ?? []))
        const id = `${linkId} ${String(frame['n'])}`
        if (frame['n'] === undefined || heardN.has(id)) return
        heardN.add(id)
        count(tally, frame)
      }),
    )
    const close: typeof socket.close = (code, reason) => {
      line.fell(`given up ${code} ${reason}`)
      socket.close(code, reason)
    }
    return { ...socket, event$, close }
  }
}

function count({ told }: Tally, { type, sessionId }: Readonly<Record<string, unknown>>): void {
  if (typeof sessionId === 'string') told.set(sessionId, [...(told.get(sessionId) ?? []), String(type)])
}
