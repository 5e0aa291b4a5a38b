/** What a page of the call centre is given before it begins: a microphone that says what is asked, and an ear at what it plays. */
import { createEar, createMouth } from './sound.mjs'

/** Runs in a worker of the page: a timer of the page itself would wait for what the page does. */
const microphone = (createMouth) => {
  const writers = []
  const mouth = createMouth(Date.now(), Number(new URLSearchParams(self.name).get('ppm')), (told) => postMessage(told))
  let timestamp = 0
  setInterval(() => {
    for (const data of mouth.due(Date.now())) {
      const shape = { format: 'f32-planar', sampleRate: 48_000, numberOfFrames: data.length, numberOfChannels: 1 }
      for (const writer of writers)
        void writer.write(new AudioData({ ...shape, timestamp, data })).catch(() => undefined)
      timestamp += 10_000
    }
  }, 5)
  addEventListener('message', ({ data: { say, writable } }) => {
    if (writable) writers.push(writable.getWriter())
    if (say) mouth.say(say)
  })
}

const worklet = (createEar) => {
  class Ear extends AudioWorkletProcessor {
    ear = createEar((told) => this.port.postMessage(told))
    process([input]) {
      if (input[0]) this.ear(input[0], Date.now())
      return true
    }
  }
  registerProcessor('ear', Ear)
}

/** Runs in the page. */
const prepare = ({ ppm, microphone, worklet }) => {
  const url = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const told = { said: [], heard: [] }
  const worker = new Worker(url(microphone), { name: `ppm=${ppm}` })
  worker.addEventListener('message', ({ data }) => told.said.push(data))
  navigator.mediaDevices.getUserMedia = async () => {
    const generator = new MediaStreamTrackGenerator({ kind: 'audio' })
    worker.postMessage({ writable: generator.writable }, [generator.writable])
    return new MediaStream([generator])
  }
  const stream = () => window.workstation?.remoteStream() ?? window.phone?.remoteStreams()[0]
  const hear = async () => {
    const context = new AudioContext({ sampleRate: 48_000, latencyHint: 'interactive' })
    await context.audioWorklet.addModule(url(worklet))
    const ear = new AudioWorkletNode(context, 'ear')
    ear.port.addEventListener('message', ({ data }) => told.heard.push(data))
    ear.port.start()
    let heard
    setInterval(() => {
      const next = stream()
      if (!next || next === heard?.stream) return
      heard?.source.disconnect()
      heard = { stream: next, source: context.createMediaStreamSource(next) }
      heard.source.connect(ear)
    }, 10)
  }
  const connections = []
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super(configuration)
      connections.push(this)
    }
  }
  /** Samples that were played so far, and those of them that were made up for what was missing. */
  const counted = async () => {
    const sum = { played: 0, madeUp: 0 }
    for (const connection of connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue
        sum.played += report.totalSamplesReceived ?? 0
        sum.madeUp += report.concealedSamples ?? 0
      }
    }
    return sum
  }
  window.voice = { say: (mode) => worker.postMessage({ say: mode }), hear, told: () => told, counted }
}

/** The text of a script that a page runs first. `ppm`: by how much its microphone is fast. */
export const prepared = (ppm) =>
  `(${prepare})(${JSON.stringify({
    ppm,
    microphone: `(${microphone})(${createMouth})`,
    worklet: `(${worklet})(${createEar})`,
  })})`
