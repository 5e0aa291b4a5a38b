/**
 * The two directions of a bridge keep time, each in its own way. Both number the frames themselves: what ffmpeg and a browser
 * count begins anew whenever one of them does.
 */

/** Opus in frames of this length, both ways. */
export const frameMs = 20
/** Of the clock of 48 kHz by which RTP stamps Opus. */
export const frameTicks = 960

/** Opus that says nothing for one frame (RFC 6716: CELT, one frame). */
export const silence = Buffer.from([0xf8, 0xff, 0xfe])

/** The count of a frame: 0 for the first, one more for each {@link frameMs} after it. */
export type Count = number

/**
 * Counts the frames of the phone, which came over TCP and are all there: as many as lie between their stamps. From one source to
 * the next the time that has passed counts, or what was lost would be a delay for ever.
 */
export function createPhonePace(): (source: number, ticks: number, now: number) => Count {
  let last: { readonly source: number; readonly ticks: number; readonly at: number } | undefined
  let count = 0
  return (source, ticks, now) => {
    if (last !== undefined) count += Math.max(1, stepsBetween(last, source, ticks, now))
    last = { source, ticks, at: now }
    return count
  }
}

/** Stamps are 32 bits. One that jumps further than this is of another beginning. */
const jumpTicks = 48_000 * 10

function stepsBetween(
  last: { readonly source: number; readonly ticks: number; readonly at: number },
  source: number,
  ticks: number,
  now: number,
): number {
  const between = (ticks - last.ticks) | 0
  const isSame = source === last.source && between > 0 && between < jumpTicks
  return Math.round(isSame ? between / frameTicks : (now - last.at) / frameMs)
}

/**
 * Gives the phone one frame for each {@link frameMs}, whatever comes from the desk: silence for what is missing, since an ffmpeg
 * that hears nothing ends; and nothing of what would come on top, since it would be a delay for ever.
 */
export interface DeskPace {
  /** A frame from the desk; the answer is what goes out for it. */
  readonly take: (frame: Buffer, now: number) => readonly Buffer[]
  /** Some time has passed; the answer is the silence that is due. */
  readonly pass: (now: number) => readonly Buffer[]
}

/** How late a frame may be before silence stands in for it; and how early, before it is dropped. */
export const slackMs = 2 * frameMs

/** `begin`: when the first frame is due. */
export function createDeskPace(begin: number): DeskPace {
  let due = begin
  const pass = (now: number): readonly Buffer[] => {
    const missing = Math.max(0, Math.ceil((now - due - slackMs) / frameMs))
    due += missing * frameMs
    return Array.from({ length: missing }, () => silence)
  }
  return {
    pass,
    take(frame, now) {
      const missed = pass(now)
      if (due - now > slackMs) return missed
      due += frameMs
      return [...missed, frame]
    },
  }
}
