/** The phone's cameras, as `live-pusher` opens them. */
export type Facing = 'front' | 'back'

const MODES = { front: 'user', back: 'environment' } as const

let refused = false

/** Told by the panel: from now on nobody may see. */
export const refuseCamera = (refuse: boolean): void => {
  refused = refuse
}

export const isCameraRefused = (): boolean => refused

/** Where cameras do not say how they face, the first stands for the front one, and the last for the back one. */
const open = async (facing: Facing): Promise<MediaStreamTrack> => {
  if (refused) throw new DOMException('refused', 'NotAllowedError')
  const devices = await navigator.mediaDevices.enumerateDevices()
  const cameras = devices.filter(({ kind }) => kind === 'videoinput')
  const deviceId = cameras.at(facing === 'front' ? 0 : -1)?.deviceId ?? ''
  const size = { width: 640, height: 480, frameRate: 15 }
  // Until a camera was allowed once, the browser names none.
  const video = { ...size, ...(deviceId === '' ? { facingMode: MODES[facing] } : { deviceId: { exact: deviceId } }) }
  const [track] = (await navigator.mediaDevices.getUserMedia({ video })).getVideoTracks()
  if (track === undefined) throw new DOMException('no camera', 'NotFoundError')
  return track
}

export interface CameraPorts {
  /** The picture from now on; null: none. */
  readonly changed: (track: MediaStreamTrack | null) => void
  readonly failed: (error: unknown) => void
}

/** One of the cameras at a time, open as long as it is wanted. */
export class Camera {
  private facing: Facing | null = null
  private track: MediaStreamTrack | null = null
  /** Counts the wishes, so that a camera which opens too late is closed again. */
  private wishes = 0

  constructor(private readonly ports: CameraPorts) {}

  /** Opens the camera that faces so, in the place of another one; null closes it. True: it is so. */
  async want(facing: Facing | null): Promise<boolean> {
    if (facing === this.facing) return true
    const before = this.facing
    this.facing = facing
    this.wishes += 1
    const wish = this.wishes
    if (facing === null) {
      this.show(null)
      return true
    }
    try {
      const track = await open(facing)
      if (wish === this.wishes) this.show(track)
      else track.stop()
      return wish === this.wishes
    } catch (error) {
      if (wish !== this.wishes) return false
      this.facing = before
      if (before === null) this.ports.failed(error)
      return false
    }
  }

  private show(track: MediaStreamTrack | null): void {
    this.track?.stop()
    this.track = track
    this.ports.changed(track)
  }
}
