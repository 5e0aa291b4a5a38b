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

/** As long as this may have waited on the way. */
const backlogMs = 500
/** What may come at once of that which a cut held back. */
const afterCutMs = 100

/**
 * Whether a frame of the phone may go on to the desk. TCP holds back what a cut of its road does not let through, and gives it
 * back at once: the desk's browser would need many seconds to catch up with it, and would be behind for so long.
 */
export function createThrottle(): (now: number) => boolean {
  let [creditMs, lastAt] = [backlogMs, -Infinity]
  return (now) => {
    const sinceMs = now - lastAt
    lastAt = now
    creditMs = sinceMs > backlogMs ? afterCutMs : Math.min(creditMs + sinceMs, backlogMs)
    if (creditMs < frameMs) return false
    creditMs -= frameMs
    return true
  }
}

/** A frame of the desk's, as it came over the network. */
export interface DeskFrame {
  /** By which the connection is known that it came over. */
  readonly source: number
  /** One more for each frame, of 16 bits. */
  readonly sequence: number
  readonly frame: Buffer
}

/**
 * Gives the phone one frame for each {@link frameMs}, whatever comes from the desk: something for what is missing, since an ffmpeg
 * that hears nothing ends; and nothing of what would come on top, since it would be a delay for ever.
 */
export interface DeskPace {
  /** A frame from the desk; the answer is what goes out for it. */
  readonly take: (said: DeskFrame, now: number) => readonly Buffer[]
  /** Some time has passed; the answer is what is due in the place of frames that did not come. */
  readonly pass: (now: number) => readonly Buffer[]
}

/** How late a frame may be before something stands in for it; and how early, before it is dropped. */
export const slackMs = 2 * frameMs
/** So many in a row are covered by the frame before them; then there is silence. */
export const coveredFrames = 3

/** `begin`: when the first frame is due. */
export function createDeskPace(begin: number): DeskPace {
  let due = begin
  let last: DeskFrame | undefined
  let standIns = 0
  const standIn = (count: number): readonly Buffer[] => {
    const first = standIns
    standIns += count
    due += count * frameMs
    return Array.from({ length: count }, (_, n) => (last && first + n < coveredFrames ? last.frame : silence))
  }
  const pass = (now: number): readonly Buffer[] => standIn(Math.max(0, Math.ceil((now - due - slackMs) / frameMs)))
  return {
    pass,
    take(said, now) {
      const lost = lostBetween(last, said)
      const missed = pass(now)
      if (lost < 0) return missed
      const room = Math.floor((now + slackMs - due) / frameMs)
      const inPlace = room < 0 ? [] : standIn(Math.max(0, Math.min(lost, coveredFrames, room) - standIns))
      // One that is dropped was not lost: nothing stands in for it.
      ;[last, standIns] = [said, 0]
      if (room < 0) return missed
      due += frameMs
      return [...missed, ...inPlace, said.frame]
    },
  }
}

/** Below 0: it comes after its place. */
function lostBetween(last: DeskFrame | undefined, { source, sequence }: DeskFrame): number {
  if (last?.source !== source) return 0
  return (((sequence - last.sequence) << 16) >> 16) - 1
}
