/** Tones of the telephone as sound files: nothing has to be shipped or downloaded. */

/** 450 Hz, as in mainland China: ITU-T E.180, supplement 2. */
const TONE_HZ = 450
const SAMPLES_PER_SECOND = 8_000
/** Of 127: loud enough beside a voice. */
const LOUDNESS = 40
const SILENCE = 128
const HEADER_BYTES = 44

export interface Cadence {
  readonly onMs: number
  readonly offMs: number
}

/** The seat rings: 1 s of tone, 4 s of silence. */
export const RING_BACK: Cadence = { onMs: 1_000, offMs: 4_000 }

/** The call is over: 0.35 s of tone, 0.35 s of silence. */
export const BUSY: Cadence = { onMs: 350, offMs: 350 }

const samples = (ms: number): number => (ms * SAMPLES_PER_SECOND) / 1_000

/** One turn of a cadence as a WAV file, 8 bit, mono, to be played in a loop. */
export const toneFile = ({ onMs, offMs }: Cadence): ArrayBuffer => {
  const length = samples(onMs + offMs)
  const file = new ArrayBuffer(HEADER_BYTES + length)
  const view = new DataView(file)
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index))
  }
  write(0, 'RIFF')
  view.setUint32(4, file.byteLength - 8, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, SAMPLES_PER_SECOND, true)
  view.setUint32(28, SAMPLES_PER_SECOND, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, length, true)
  for (let index = 0; index < length; index += 1) {
    const angle = (2 * Math.PI * TONE_HZ * index) / SAMPLES_PER_SECOND
    const sample = index < samples(onMs) ? SILENCE + LOUDNESS * Math.sin(angle) : SILENCE
    view.setUint8(HEADER_BYTES + index, Math.round(sample))
  }
  return file
}
