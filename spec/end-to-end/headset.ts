/** A headset with a plug that a spec can pull, in place of the browser’s own devices. */
import type { Page } from 'playwright-core'

interface Headset {
  readonly headset: { pull(left: 'nothing' | 'another'): void; putBack(): void }
}

/** Runs in the page before its own code: the devices of the browser, with a plug that can be pulled. */
export const plug = () => {
  const live = new Set<MediaStreamTrack>()
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  let isThere = true
  mediaDevices.getUserMedia = async (wanted) => {
    if (!isThere) throw new DOMException('unplugged', 'NotFoundError')
    const stream = await open(wanted)
    for (const track of stream.getTracks()) live.add(track)
    return stream
  }
  const changed = () => mediaDevices.dispatchEvent(new Event('devicechange'))
  const headset = {
    pull: (left: 'nothing' | 'another') => {
      isThere = left === 'another'
      for (const track of live) {
        track.stop()
        // The browser tells a page that did not stop it itself.
        track.dispatchEvent(new Event('ended'))
      }
      live.clear()
      changed()
    },
    putBack: () => {
      isThere = true
      changed()
    },
  }
  Object.assign(window, { headset })
}

export const pullHeadset = (page: Page, left: 'nothing' | 'another'): Promise<void> =>
  page.evaluate((how) => {
    ;(window as unknown as Headset).headset.pull(how)
  }, left)

export const putHeadsetBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    ;(window as unknown as Headset).headset.putBack()
  })
