import type { LogConfig } from '../config/centre-config'
import type { CentreEvent } from '../observe/events'
import { createLog, noteIn } from '../observe/log'
import { createCallLog } from './call-log'
import { terminalLanguage } from './words'

/** Where the command speaks: to a person, or in JSON to whoever collects the lines. */
export interface Output {
  readonly say: (line: string) => void
  /** Something that somebody should mend. */
  readonly complain: (line: string) => void
  readonly note: (event: CentreEvent) => void
}

export function createOutput({ format, level }: LogConfig): Output {
  if (format === 'text')
    return {
      say: console.log,
      complain: console.error,
      note: createCallLog(console.log, terminalLanguage(process.env)),
    }
  const log = createLog(level)
  return {
    say: (line) => {
      log.info(line.trim())
    },
    complain: (line) => {
      log.warn(line)
    },
    note: noteIn(log),
  }
}
