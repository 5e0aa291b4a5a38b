import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import type { CentreEvent } from './events'

export const levels = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof levels)[number]

/** What must never be written, should it ever be handed over with an object. */
const secrets = ['token', 'password', 'secret', 'jsCode', 'sessionKey', 'phoneNumber', 'authorization', 'cookie']

/** JSON, a line each: `time` (ISO 8601, UTC), `level`, `msg`, and what it is about. */
export function createLog(level: Level, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      // The number of the process and the name of the machine are known to whoever collects the lines.
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  )
}

/** Writes an event at the level that fits it. */
export function noteIn(log: Logger): (event: CentreEvent) => void {
  return (event) => {
    const { type, ...fields } = event
    log[levelOf(event)](fields, words[type])
  }
}

const words: Readonly<Record<CentreEvent['type'], string>> = {
  call: 'call',
  logIn: 'log-in',
  link: 'link',
  record: 'record push',
}

function levelOf(event: CentreEvent): Level {
  if (event.type === 'link') return 'debug'
  if (event.type === 'record') return event.result === 'failed' ? 'warn' : 'info'
  return event.type === 'logIn' && event.result === 'unavailable' ? 'error' : 'info'
}
