/** What systemd does with a unit, as far as ours asks for it. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './programs'

export interface Unit {
  /** What the journal holds of it. */
  log(): string
  start(): Promise<void>
  /** Ends the process, and waits for that. Another one has to be started. */
  stop(signal: NodeJS.Signals): Promise<void>
}

interface UnitPlace {
  /** The text of the unit, with the places of this machine; it is read at each start. */
  readonly read: () => string
  /** Where `%d` is. */
  readonly credentials: string
  readonly port: number
}

export function createUnit({ read, credentials, port }: UnitPlace): Unit {
  let said = ''
  let child: ChildProcess | undefined
  const hear = (text: string): void => {
    said += text
  }
  return {
    log: () => said,
    async start() {
      const lines = linesOf(read())
      mkdirSync(credentials, { recursive: true })
      for (const credential of lines('LoadCredential')) {
        const [name = '', file = ''] = credential.split(':')
        copyFileSync(file, join(credentials, name))
      }
      const [program = '', ...args] = (lines('ExecStart')[0] ?? '').split(' ')
      const asked = lines('Environment').map((setting) => setting.replace('%d', credentials).split('='))
      const env = { ...process.env, ...(Object.fromEntries(asked) as NodeJS.ProcessEnv) }
      const [cwd = ''] = lines('WorkingDirectory')
      // The port is the only thing of which the unit says nothing: 7100 may be taken on this machine.
      child = await start(program, [...args, '--port', String(port)], port, { env, cwd, hear })
    },
    async stop(signal) {
      if (child === undefined) return
      const exit = once(child, 'exit')
      child.kill(signal)
      await exit
    },
  }
}

/** The values of a setting. */
const linesOf =
  (unit: string) =>
  (setting: string): readonly string[] =>
    [...unit.matchAll(new RegExp(`^${setting}=(.*)$`, 'gm'))].map(([, value = '']) => value)

/** Takes the mark of a comment away from the settings below the comment that names this. */
export const switchedOn = (unit: string, name: string): string => {
  const [before, rest = ''] = unit.split(new RegExp(`^(?=# With .*${name})`, 'm'))
  const [heading = '', ...lines] = rest.split('\n')
  const end = lines.findIndex((line) => !/^# \w+=/.test(line))
  const settings = lines.slice(0, end).map((line) => line.slice(2))
  return [`${before ?? ''}${heading}`, ...settings, ...lines.slice(end)].join('\n')
}
