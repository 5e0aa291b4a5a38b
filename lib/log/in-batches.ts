import { buffer, connect, filter, map, type OperatorFunction, throttle, timer } from 'rxjs'
import { jsonBytes } from '../black-box/json-bytes'

export interface BatchLimits {
  /** The least time between two batches; a first line waits as long, for others to come with it. */
  readonly ms: number
  /** The most bytes of one batch; of the lines that do not fit, only their number is told. */
  readonly bytes: number
}

/** Enough for the note that lines are missing. */
const NOTE_BYTES = 40

const joined = (lines: readonly string[], bytes: number): string => {
  let left = bytes - NOTE_BYTES
  const kept = lines.filter((line) => {
    left -= jsonBytes([line])
    return left >= 0
  })
  const missing = lines.length - kept.length
  return [...kept, ...(missing === 0 ? [] : [`and ${String(missing)} more`])].join('\n')
}

/** Lines as few texts. The rest is told when the lines end. */
export const inBatches = ({ ms, bytes }: BatchLimits): OperatorFunction<string, string> =>
  connect((line$) =>
    line$.pipe(
      buffer(line$.pipe(throttle(() => timer(ms), { leading: false, trailing: true }))),
      filter((lines) => lines.length > 0),
      map((lines) => joined(lines, bytes)),
    ),
  )
