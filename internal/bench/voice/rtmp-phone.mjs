/** The phone of the plane `rtmp`: ffmpeg at both ends, as the two tags of a mini program, without the player's own cache. */
import { spawn } from 'node:child_process'
import { createCustomer } from '../load/customer.mjs'
import { createEar, createMouth } from './sound.mjs'

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-threads', '1']
const atOnce = ['-fflags', 'nobuffer', '-flags', 'low_delay', '-probesize', '32', '-analyzeduration', '0']
const wire = ['-f', 's16le', '-ar', '48000', '-ac', '1']

const begin = (args) => {
  const child = spawn('ffmpeg', [...quiet, ...args], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => undefined)
  return child
}

const publish = (url, ppm, told) => {
  const child = begin([
    ...atOnce,
    ...wire,
    '-i',
    'pipe:0',
    '-c:a',
    'aac',
    '-b:a',
    '48k',
    '-flush_packets',
    '1',
    '-f',
    'flv',
    url,
  ])
  const mouth = createMouth(Date.now(), ppm, (beep) => told.said.push(beep))
  const timer = setInterval(() => {
    for (const frame of mouth.due(Date.now())) {
      const bytes = Buffer.alloc(2 * frame.length)
      frame.forEach((value, n) => bytes.writeInt16LE(Math.round(value * 32_767), 2 * n))
      child.stdin.write(bytes)
    }
  }, 5)
  return { say: mouth.say, stop: () => (clearInterval(timer), child.kill('SIGKILL')) }
}

const blockBytes = 256
const player = (url, told) => {
  const child = begin([...atOnce, '-i', url, '-flush_packets', '1', ...wire, 'pipe:1'])
  const ear = createEar((word) => told.heard.push(word))
  let rest = Buffer.alloc(0)
  child.stdout.on('data', (bytes) => {
    rest = Buffer.concat([rest, bytes])
    const now = Date.now()
    let at = 0
    for (; at + blockBytes <= rest.length; at += blockBytes) {
      const block = Float32Array.from({ length: blockBytes / 2 }, (_, n) => rest.readInt16LE(at + 2 * n) / 32_768)
      // What comes in one piece is played one sample after the other.
      ear(block, now + at / 96)
    }
    rest = rest.subarray(at)
  })
  return { stop: () => child.kill('SIGKILL') }
}

/** A customer on a bare socket. `call()` comes back when it rings; its tags begin with the answer of a seat. */
export const openPhone = async ({ url, name, ppm = 0 }) => {
  const told = { said: [], heard: [] }
  const tags = []
  let accepted
  const answered = new Promise((resolve) => (accepted = resolve))
  const hear = ({ type, room }) => {
    if (type === 'call/ended') for (const { stop } of tags.splice(0)) stop()
    if (type !== 'call/accepted') return
    tags.push(publish(room.pushUrl, ppm, told), player(room.playUrl, told))
    accepted()
  }
  let customer
  return {
    call: async () => {
      customer = await createCustomer(url, name, hear)
    },
    answered,
    say: (mode) => answered.then(() => tags[0]?.say(mode)),
    told: () => told,
    counted: () => undefined,
    close: () => {
      for (const { stop } of tags.splice(0)) stop()
      clearInterval(customer?.beat)
      customer?.socket.close()
    },
  }
}
