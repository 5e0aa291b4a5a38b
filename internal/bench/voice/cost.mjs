/**
 * What a call costs the machine of the call centre: processor and memory of the centre, its ffmpeg and nginx together. The
 * other ends are beside them on the other processors, and count for nothing.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { loadSource } from '../../scripts/load-source.mjs'
import { cpuMs, residentMB } from '../load/centre.mjs'
import { createCustomer, createSeat } from '../load/customer.mjs'
import { stayOff } from '../load/processors.mjs'
import { pause, until } from '../load/until.mjs'
import { openPlane } from './open-call.mjs'

const childrenOf = (pid) =>
  spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .flatMap((child) => [Number(child), ...childrenOf(child)])

const isNginx = (pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('nginx')

/** The processes of the call centre's machine. */
const machine = ({ centre }) => {
  const pids = [centre.pid, ...childrenOf(centre.pid), ...childrenOf(process.pid).filter(isNginx)]
  const sum = (read) => pids.reduce((total, pid) => total + read(pid), 0)
  return { cpuMs: sum(cpuMs), residentMB: sum(residentMB) }
}

/** One phone's two tags, of which nothing is decoded. */
const connectTags = ({ pushUrl, playUrl }) => {
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-threads', '1']
  const tone = ['-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000']
  const push = [...quiet, ...tone, '-c:a', 'aac', '-b:a', '48k', '-f', 'flv', pushUrl]
  const play = [...quiet, '-i', playUrl, '-c', 'copy', '-f', 'null', '-']
  return [push, play].map((args) => spawn('ffmpeg', args, { stdio: 'ignore' }))
}

/** Frames of Opus, as a desk would send them. */
const speakOpus = async (hear) => {
  const socket = createSocket('udp4')
  await new Promise((ready) => socket.bind(0, '127.0.0.1', ready))
  socket.on('message', (packet) => hear(packet.subarray(12)))
  const tone = ['-re', '-f', 'lavfi', '-i', 'sine=frequency=600:sample_rate=48000']
  const opus = ['-c:a', 'libopus', '-b:a', '24k', '-frame_duration', '20', '-ac', '1', '-f', 'rtp']
  const { port } = socket.address()
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-threads', '1']
  const child = spawn('ffmpeg', [...quiet, ...tone, ...opus, `rtp://127.0.0.1:${port}?rtcpport=${port}`], {
    stdio: 'ignore',
  })
  return () => (child.kill('SIGKILL'), socket.close())
}

/** Calls that talk, on bare sockets. */
const begin = async ({ url, centre, plane }, calls) => {
  const { joinAsDesk } = await loadSource('spec/external/node-desk.ts')
  const desks = []
  const phones = []
  const sockets = []
  for (let n = 0; n < calls; n += 1) {
    const seatId = String(5_000 + n)
    let isTalking = false
    const seat = await createSeat(url, seatId, await centre.signIn(seatId), (notice) => {
      if (notice.type !== 'seat/talking') return
      isTalking = true
      if (plane === 'rtmp') desks.push(joinAsDesk(url, notice.room))
    })
    const customer = await createCustomer(url, `cost${n}`, ({ type, room }) => {
      if (type === 'call/accepted' && plane === 'rtmp') phones.push(...connectTags(room))
    })
    sockets.push(seat, customer)
    await until('a call', () => isTalking)
  }
  const joined = await Promise.all(desks)
  const stopSpeaking =
    plane === 'rtmp' ? await speakOpus((frame) => joined.forEach(({ say }) => say(frame))) : () => undefined
  return {
    heard: () => joined.map(({ heard }) => heard()),
    end: () => {
      stopSpeaking()
      for (const { leave } of joined) leave()
      for (const phone of phones) phone.kill('SIGKILL')
      for (const { beat, socket } of sockets) (clearInterval(beat), socket.close())
    },
  }
}

/** Frames of 20 ms that each desk should have heard, and how many of ten it may lack before the figure is of no call. */
const FRAME_MS = 20
const ENOUGH = 0.9

const costOf = async (plane, calls, seconds) => {
  const opened = await openPlane(plane, { sharesProcessors: false, maxCalls: calls })
  await pause(1_000)
  const empty = machine(opened)
  await pause(1_000 * seconds)
  const idleMs = machine(opened).cpuMs - empty.cpuMs
  const talks = await begin(opened, calls)
  await pause(5_000)
  const [before, heardBefore] = [machine(opened), talks.heard()]
  await pause(1_000 * seconds)
  const [after, heardAfter] = [machine(opened), talks.heard()]
  talks.end()
  await opened.close()
  const share = heardAfter.map((heard, n) => ((heard - heardBefore[n]) * FRAME_MS) / (1_000 * seconds))
  if (share.some((one) => one < ENOUGH)) throw new Error(`a desk heard ${Math.min(...share)} of its phone`)
  const cpuShare = (after.cpuMs - before.cpuMs - idleMs) / (1_000 * seconds) / calls
  return { calls, cpuShare, residentMB: (after.residentMB - empty.residentMB) / calls, callsPerCore: 1 / cpuShare }
}

/** `webrtc` carries no voice: its two ends meet each other. */
export const cost = async ({ seconds }) => {
  stayOff()
  return { rtmp: await costOf('rtmp', 10, seconds), webrtc: await costOf('webrtc', 100, seconds) }
}
