/** One line of the log. It holds no secret, no telephone number and no address of a room. */
export interface LogEntry {
  /** `info`: another phase. `warn`: something failed. `debug`: everything else. */
  readonly level: 'debug' | 'info' | 'warn'
  readonly line: string
}

/** Takes each line as it comes. */
export type LogSink = (entry: LogEntry) => void
