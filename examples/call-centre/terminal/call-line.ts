/** A call as one line of text, like a marble diagram with times: `D 12ms V 0.3s W 1.2s R 0.4s T 61s E`. */
export interface Mark {
  readonly letter: string
  /** Epoch milliseconds. */
  readonly at: number
}

export const duration = (ms: number): string => {
  if (ms < 100) return `${String(Math.round(ms))}ms`
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)}s` : `${String(Math.round(ms / 1000))}s`
}

export const callLine = (marks: readonly Mark[]): string =>
  marks
    .map(({ letter, at }, index) => {
      const before = marks[index - 1]
      return before === undefined ? letter : `── ${duration(at - before.at)} ──► ${letter}`
    })
    .join(' ')
