/** Reads what a node and Redis say to each other over a wire into the history of the shard. */
import { createHash } from 'node:crypto'
import { commitScript, releaseScript, renewScript, takeScript } from '../../call-centre/server/cluster/shard-scripts'
import type { WireWatch } from '../external/redis'
import type { Ask, ShardHistory } from './shard-history'

type Reply = string | null | readonly Reply[]

/** The value of RESP that begins there, and where the next one begins; undefined when it is not whole yet. */
function read(data: Buffer, at: number): readonly [value: Reply, next: number] | undefined {
  const end = data.indexOf('\r\n', at)
  if (end < 0) return undefined
  const [kind, text] = [String.fromCharCode(data[at] ?? 0), data.toString('utf8', at + 1, end)]
  const length = Number(text)
  let next = end + 2
  if (kind === '_' || length < 0) return [null, next]
  if (kind === '$' || kind === '=') {
    return next + length + 2 > data.length ? undefined : [data.toString('utf8', next, next + length), next + length + 2]
  }
  if (!'*~%'.includes(kind)) return [kind === '-' ? `-${text}` : text, next]
  const values: Reply[] = []
  for (let left = kind === '%' ? 2 * length : length; left > 0; left -= 1) {
    const value = read(data, next)
    if (!value) return undefined
    values.push(value[0])
    next = value[1]
  }
  return [values, next]
}

/** Calls `hear` with each value of a stream, whole. */
function values(hear: (value: Reply) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0)
  return (data) => {
    rest = Buffer.concat([rest, data])
    for (let value = read(rest, 0); value; value = read(rest, 0)) {
      rest = rest.subarray(value[1])
      hear(value[0])
    }
  }
}

const scripts = new Map(
  Object.entries({ take: takeScript, renew: renewScript, commit: commitScript, release: releaseScript }).flatMap(
    ([name, { text, digest }]) => [
      [text, name],
      [digest, name],
    ],
  ),
)

/** Undefined: the shard does not change by it. */
function askOf(words: readonly string[]): Ask | undefined {
  const [, script = '', , , , first = '', ...rest] = words
  const kind = scripts.get(script)
  if (kind === 'take') return { kind, id: first }
  if (kind === 'renew' || kind === 'release') return { kind, fence: first }
  if (kind !== 'commit') return undefined
  const [predecessor, number, ...changes] = rest
  const sum = createHash('sha1').update(JSON.stringify(changes)).digest('base64url').slice(0, 12)
  return { kind, fence: first, predecessor: Number(predecessor), number: Number(number), sum }
}

/** Who holds it instead is not in the model. */
function toldBy(reply: Reply): string {
  const [kind, ...rest] = typeof reply === 'object' && reply !== null ? reply : [reply]
  return kind === 'held' || kind === 'newer' ? 'held' : [kind, ...rest].join(' ')
}

/** Of each connection over the wire of `by`. */
export const watchFor =
  (history: ShardHistory, by: string): (() => WireWatch) =>
  () => {
    const waiting: ((answer: string | undefined) => void)[] = []
    return {
      asked: values((words) => {
        const ask = askOf(words as readonly string[])
        waiting.push(ask ? history.ask(by, ask) : () => undefined)
      }),
      answered: values((reply) => waiting.shift()?.(toldBy(reply))),
      closed() {
        for (const tell of waiting.splice(0)) tell(undefined)
      },
    }
  }
