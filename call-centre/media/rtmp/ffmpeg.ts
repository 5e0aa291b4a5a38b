import { spawn, spawnSync } from 'node:child_process'
import { ConfigFault } from '../../server/config/read-config'
import type { Begin } from './keep-running'

/** Begins ffmpeg. `arrange` is asked anew each time, as addresses and ports are of one process; undefined ends it at once. */
export type Ffmpeg = (arrange: () => Arrangement | Promise<Arrangement>) => Begin

export interface Arrangement {
  readonly args: readonly string[]
  /** What it reads from its input. */
  readonly input?: string
}

/** It gets no secret of the centre's environment, and what it says is not heard: its errors quote addresses with their secrets. */
export const ffmpegAt =
  (path: string): Ffmpeg =>
  (arrange) =>
  (ended) => {
    let kill = (): void => {
      killed = true
    }
    let killed = false
    const start = ({ args, input = '' }: Arrangement): void => {
      if (killed) return
      const child = spawn(path, args, { stdio: ['pipe', 'ignore', 'ignore'], env: { PATH: process.env['PATH'] } })
      kill = () => child.kill('SIGKILL')
      child.once('error', ended).once('exit', ended)
      child.stdin.on('error', () => undefined)
      child.stdin.end(input)
    }
    Promise.resolve(arrange()).then(start, ended)
    return {
      kill: () => {
        kill()
      },
    }
  }

/** @throws {ConfigFault} when it is not there, or cannot make Opus. */
export function checkFfmpeg(path: string): void {
  const { status, stdout } = spawnSync(path, ['-hide_banner', '-encoders'], { encoding: 'utf8' })
  if (status === 0 && stdout.includes('libopus')) return
  const what = status === 0 ? 'has no encoder libopus' : 'cannot be run'
  throw new ConfigFault(
    `media.plane is rtmp, and ${path} ${what}. Install ffmpeg, or name another in media.rtmp.ffmpeg.`,
  )
}
