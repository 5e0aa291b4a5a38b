/** Watches a picture inside of a page: whether it moves, and how large it is. */
export interface Seen {
  /** How many of the looks differ from the one before. */
  readonly changes: number
  /** In pixels of the stream; 0: there is none. */
  readonly width: number
}

export interface Watching {
  /** The `<video>` to look at. */
  readonly selector: string
  readonly looks: number
}

const LOOK_MS = 100

/** Runs in the page, so it must not use anything from outside of itself. */
export const look = async ({ selector, looks, everyMs }: Watching & { readonly everyMs: number }): Promise<Seen> => {
  const video = document.querySelector<HTMLVideoElement>(selector)
  if (video === null || video.videoWidth === 0) return { changes: 0, width: 0 }
  const canvas = new OffscreenCanvas(64, 48)
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  let changes = 0
  let before = ''
  for (let each = 0; each < looks; each += 1) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    paper?.drawImage(video, 0, 0, 64, 48)
    const now = paper?.getImageData(0, 0, 64, 48).data.join() ?? ''
    if (before !== '' && now !== before) changes += 1
    before = now
  }
  return { changes, width: video.videoWidth }
}

export const watching = (selector: string, looks = 8) => ({ selector, looks, everyMs: LOOK_MS })
