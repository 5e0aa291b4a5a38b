/**
 * What is said and how it is heard. Both functions stand alone, so that a page, a worker and a worklet can be given their
 * text: the two ends of a call are measured by the same code.
 */

/**
 * Says 10 ms of sound at a time, as a microphone does: when its last sample is there. `steady` is a tone without end, `beeps`
 * is one of four tones each half second, so that two seconds of delay cannot be mistaken. `ppm`: by how much its clock is fast.
 * `due(now)` gives what has to go out, `said` is told the moment of each beep's first sample. All times in ms.
 */
export const createMouth = (begin, ppm, said) => {
  const tones = [600, 900, 1350, 2025]
  const [frame, period, length, perMs] = [480, 24_000, 5_760, 48 * (1 + ppm / 1e6)]
  let mode = 'steady'
  let sent = 0
  let beep = 0
  const sample = (index) => {
    const place = index % period
    if (mode === 'steady') return 0.3 * Math.sin((2 * Math.PI * 440 * index) / 48_000)
    if (mode !== 'beeps' || place >= length) return 0
    if (place === 0) {
      beep += 1
      said({ tone: beep % tones.length, at: begin + index / perMs })
    }
    return 0.3 * Math.sin((2 * Math.PI * tones[beep % tones.length] * place) / 48_000)
  }
  return {
    say: (next) => (mode = next),
    due: (now) => {
      const frames = []
      while (sent + frame <= (now - begin) * perMs) {
        frames.push(Float32Array.from({ length: frame }, (_, offset) => sample(sent + offset)))
        sent += frame
      }
      return frames
    },
  }
}

/**
 * Hears blocks of 128 samples at 48 kHz. `heard` is told `{ tone, at }` of each beep, `{ from, to }` of each silence beyond
 * 30 ms, and `{ first }`: the moment from which there is sound at all.
 */
export const createEar = (heard) => {
  const tones = [600, 900, 1350, 2025]
  let loudAt
  let begunAt
  let beep = []
  const power = (samples, hz) => {
    const turn = (2 * Math.PI * hz) / 48_000
    const [x, y] = samples.reduce(
      ([x, y], value, n) => [x + value * Math.cos(turn * n), y + value * Math.sin(turn * n)],
      [0, 0],
    )
    return x * x + y * y
  }
  const toneOf = (samples) => {
    const powers = tones.map((hz) => power(samples, hz))
    return powers.indexOf(Math.max(...powers))
  }
  return (block, at) => {
    const isLoud = Math.sqrt(block.reduce((sum, value) => sum + value * value, 0) / block.length) > 0.05
    if (isLoud) {
      if (loudAt === undefined) heard({ first: at })
      else if (at - loudAt > 30) heard({ from: loudAt, to: at })
      if (loudAt === undefined || at - loudAt > 150) [begunAt, beep] = [at, []]
      loudAt = at
    }
    if (begunAt === undefined) return
    beep.push(...block)
    if (beep.length < 2_048) return
    heard({ tone: toneOf(beep.slice(512)), at: begunAt })
    begunAt = undefined
  }
}
