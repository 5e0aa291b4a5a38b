/** ffmpeg as the two tags of a phone: `live-pusher` says a sentence again and again, `live-player` writes down what it hears. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { voicePath } from '../end-to-end/stage'
import { newFolder } from './programs'

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin']
const asAPhone = ['-c:a', 'aac', '-b:a', '48k', '-ar', '48000', '-ac', '1', '-f', 'flv']
const begun = new Set<ChildProcess>()
const timers = new Set<NodeJS.Timeout>()

export interface Ended {
  readonly code: number | null
  readonly said: string
}

export interface Program {
  readonly ended: Promise<Ended>
  readonly isOver: () => boolean
  readonly stop: () => void
}

function begin(args: readonly string[]): Program {
  const child = spawn('ffmpeg', [...quiet, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  begun.add(child)
  let said = ''
  child.stderr.on('data', (words: Buffer) => (said += words.toString()))
  return {
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, said })),
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => child.kill('SIGKILL'),
  }
}

/** Says the customer's sentence, or a tone, until it is stopped. */
export const push = (url: string, sound: 'sentence' | 'tone' = 'sentence'): Program => {
  const input =
    sound === 'tone'
      ? ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000']
      : ['-stream_loop', '-1', '-i', voicePath('customer')]
  return begin(['-re', ...input, ...asAPhone, url])
}

/** Begins a push anew whenever it has ended, as a phone does (1102), until all hang up. */
export function keepPushing(url: string): void {
  const again = (): void => {
    const { ended } = push(url)
    void ended.then(() => {
      timers.add(setTimeout(again, 300))
    })
  }
  again()
}

/** Plays for so long and gives the sound as WAV in base64; rejects when nothing came. */
export async function play(url: string, ms: number): Promise<string> {
  const file = join(newFolder('heard'), 'heard.wav')
  const input = ['-fflags', 'nobuffer', '-probesize', '32', '-analyzeduration', '0', '-i', url]
  const player = begin([...input, '-t', String(ms / 1_000), '-ar', '48000', '-ac', '1', file])
  const limit = setTimeout(player.stop, ms + 8_000)
  const { said } = await player.ended
  clearTimeout(limit)
  const wav = readFileSync(file)
  rmSync(file)
  if (wav.length < 1_000) throw new Error(`nothing was heard: ${said}`)
  return wav.toString('base64')
}

export async function hangUpAll(): Promise<void> {
  const ended = [...begun].filter((child) => child.exitCode === null && child.signalCode === null)
  const closed = ended.map((child) => once(child, 'close'))
  for (const child of ended) child.kill('SIGKILL')
  await Promise.all(closed)
  for (const timer of timers) clearTimeout(timer)
  timers.clear()
  begun.clear()
}
