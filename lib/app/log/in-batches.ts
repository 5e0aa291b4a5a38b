import { Observable, type OperatorFunction, Subscription, timer } from 'rxjs'
import { jsonBytes } from '../../recording/recording'

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
export const inBatches =
  ({ ms, bytes }: BatchLimits): OperatorFunction<string, string> =>
  (line$) =>
    new Observable((out) => {
      let lines: string[] = []
      let pause = Subscription.EMPTY
      const tell = () => {
        const batch = lines
        lines = []
        if (batch.length > 0) out.next(joined(batch, bytes))
      }
      const wait = () => {
        pause = timer(ms).subscribe(() => {
          if (lines.length === 0) return
          tell()
          wait()
        })
        out.add(pause)
      }
      const take = (line: string) => {
        lines.push(line)
        if (pause.closed) wait()
      }
      const complete = () => {
        tell()
        out.complete()
      }
      out.add(line$.subscribe({ next: take, complete }))
    })
