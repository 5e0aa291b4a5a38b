/** Measures what is heard: level and spectrum, inside of a page, by the same code for a call and for a file. */
export interface Heard {
  /** Root mean square of the loudest tenth of the moments, in dB of full scale; −200 is digital silence. */
  readonly levelDb: number
  /** Mean power in bands of a third of an octave from 125 Hz to 6.3 kHz, in dB. */
  readonly bandsDb: readonly number[]
}

export interface Listening {
  /** A WAV file in base64; absent: the stream that `source` finds. */
  readonly wav?: string
  readonly source?: 'phone' | 'workstation'
  readonly ms: number
}

/** Runs in the page, so it must not use anything from outside of itself. */
export const listen = async ({ wav, source, ms }: Listening): Promise<Heard> => {
  const found = () => {
    const all = window as unknown as {
      readonly phone?: { remoteStreams(): readonly MediaStream[] }
      readonly workstation?: { remoteStream(): MediaStream | null }
    }
    return source === 'phone' ? all.phone?.remoteStreams()[0] : all.workstation?.remoteStream()
  }
  const stream = wav === undefined ? found() : null
  if (wav === undefined && !stream) throw new Error('there is no stream to listen to')
  // Not before: a page that has left some twenty of them open gives the next one no sound, which looks like silence.
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 })
  const open = async () => {
    if (stream) {
      context.createMediaStreamSource(stream).connect(analyser)
      return
    }
    const bytes = Uint8Array.from(atob(wav ?? ''), (sign) => sign.charCodeAt(0))
    const player = new AudioBufferSourceNode(context, { buffer: await context.decodeAudioData(bytes.buffer) })
    player.connect(analyser)
    player.start()
  }
  await open()
  const edges = Array.from({ length: 19 }, (_, band) => 112 * 2 ** (band / 3))
  const sums = edges.slice(1).map(() => 0)
  const levels: number[] = []
  const wave = new Float32Array(analyser.fftSize)
  const spectrum = new Float32Array(analyser.frequencyBinCount)
  const binHz = context.sampleRate / analyser.fftSize
  const moments = Math.round(ms / 50)
  for (let moment = 0; moment < moments; moment += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    analyser.getFloatTimeDomainData(wave)
    analyser.getFloatFrequencyData(spectrum)
    levels.push(Math.sqrt(wave.reduce((sum, value) => sum + value * value, 0) / wave.length))
    spectrum.forEach((db, bin) => {
      const band = edges.findIndex((edge, index) => bin * binHz >= edge && bin * binHz < (edges[index + 1] ?? 0))
      if (band >= 0 && band < sums.length) sums[band] = (sums[band] ?? 0) + 10 ** (Math.max(db, -200) / 10)
    })
  }
  const heardFor = context.currentTime
  await context.close()
  if (heardFor === 0) throw new Error('the page gave no sound to listen to')
  const loudest = levels.sort((a, b) => b - a).slice(0, Math.ceil(levels.length / 10))
  const level = loudest.reduce((sum, value) => sum + value, 0) / loudest.length
  return {
    levelDb: level === 0 ? -200 : 20 * Math.log10(level),
    bandsDb: sums.map((sum) => 10 * Math.log10(sum / moments + 1e-20)),
  }
}

export interface Waiting {
  readonly untilDb: number
  readonly withinMs: number
}

/** Waits until the workstation plays something as loud as this, and gives how long that took. Runs in the page, like `listen`. */
export const waitForSound = async ({ untilDb, withinMs }: Waiting): Promise<number> => {
  const { workstation } = window as unknown as {
    readonly workstation: { remoteStream(): MediaStream | null }
  }
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  const wave = new Float32Array(analyser.fftSize)
  const begin = performance.now()
  let joined: MediaStream | null = null
  for (;;) {
    const stream = workstation.remoteStream()
    if (stream && stream !== joined) context.createMediaStreamSource(stream).connect(analyser)
    joined = stream
    analyser.getFloatTimeDomainData(wave)
    const level = Math.sqrt(wave.reduce((sum, value) => sum + value * value, 0) / wave.length)
    const passed = performance.now() - begin
    if (20 * Math.log10(level + 1e-10) > untilDb || passed > withinMs) {
      await context.close()
      if (passed > withinMs) throw new Error(`nothing was heard within ${String(withinMs)} ms`)
      return passed
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** How alike two spectra are, whatever their level: 1 is the same shape, 0 has nothing in common. */
export const likeness = (one: Heard, other: Heard): number => {
  const centred = ({ bandsDb }: Heard) => {
    const mean = bandsDb.reduce((sum, value) => sum + value, 0) / bandsDb.length
    return bandsDb.map((value) => value - mean)
  }
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
  const [a, b] = [centred(one), centred(other)]
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
