import { BUSY, RING_BACK, toneFile } from '../../lib/wx/tone'

/** How often the sound goes up through its middle, in a stretch of seconds. */
const pitch = (file: ArrayBuffer, fromS: number, toS: number): number => {
  const samples = new Uint8Array(file, 44).subarray(fromS * 8_000, toS * 8_000)
  return samples.filter((sample, index) => sample >= 128 && (samples[index - 1] ?? 128) < 128).length / (toS - fromS)
}

describe('a tone', () => {
  it('is 450 Hz for as long as it is on, and silent else', () => {
    const file = toneFile(RING_BACK)
    expect(Math.abs(pitch(file, 0, 1) - 450)).toBeLessThan(2)
    expect(pitch(file, 1, 5)).toBe(0)
    expect(Math.abs(pitch(toneFile(BUSY), 0, 0.35) - 450)).toBeLessThan(4)
    expect(pitch(toneFile(BUSY), 0.35, 0.7)).toBe(0)
  })

  it('is a WAV file of its whole length, 8 kHz, 8 bit, one channel', () => {
    const file = toneFile(BUSY)
    const view = new DataView(file)
    const text = (at: number) => String.fromCharCode(...new Uint8Array(file, at, 4))
    expect([text(0), text(8), text(12), text(36)]).toEqual(['RIFF', 'WAVE', 'fmt ', 'data'])
    expect(view.getUint32(4, true)).toBe(file.byteLength - 8)
    expect([view.getUint16(20, true), view.getUint16(22, true), view.getUint32(24, true)]).toEqual([1, 1, 8_000])
    expect(view.getUint32(40, true)).toBe(5_600)
    expect(file.byteLength).toBe(44 + 5_600)
  })
})
