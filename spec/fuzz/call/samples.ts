/** What the media tags may measure. */
import type { Sample } from '../../../lib/call/quality'

export const SAMPLES: Readonly<Record<string, Sample>> = {
  g: { local: 1, remote: 1, audioKbps: 40, volume: 30 },
  b: { local: 5 },
  r: { remote: 6 },
  n: { audioKbps: 0, volume: 0 },
  v: { volume: 90 },
}
