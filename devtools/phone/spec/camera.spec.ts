import { Camera, type Facing } from '../elements/camera'

class FakeTrack {
  stopped = false
  constructor(readonly deviceId: string) {}

  stop(): void {
    this.stopped = true
  }
}

interface Asked {
  readonly video: { readonly deviceId: { readonly exact: string } }
}

/** Two cameras; each opens when it is told to. */
const giveCameras = () => {
  const asked: { readonly allow: () => FakeTrack; readonly refuse: () => void }[] = []
  const mediaDevices = {
    enumerateDevices: () => Promise.resolve(['first', 'second'].map((deviceId) => ({ kind: 'videoinput', deviceId }))),
    getUserMedia: ({ video }: Asked) =>
      new Promise((resolve, reject) => {
        asked.push({
          allow: () => {
            const track = new FakeTrack(video.deviceId.exact)
            resolve({ getVideoTracks: () => [track] })
            return track
          },
          refuse: () => {
            reject(new DOMException('no', 'NotAllowedError'))
          },
        })
      }),
  }
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { mediaDevices } })
  return asked
}

const settled = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
}

const open = () => {
  const asked = giveCameras()
  const shown: unknown[] = []
  let failures = 0
  const camera = new Camera({
    changed: (track) => shown.push((track as unknown as FakeTrack | null)?.deviceId ?? null),
    failed: () => {
      failures += 1
    },
  })
  const want = (facing: Facing | null) => void camera.want(facing)
  return { asked, shown, failures: () => failures, want, camera }
}

describe('the camera of the phone', () => {
  it('opens the first device in front and the last at the back, and closes the one before', async () => {
    const { asked, shown, want } = open()
    want('front')
    await settled()
    const front = asked[0]?.allow()
    await settled()
    want('back')
    await settled()
    asked[1]?.allow()
    await settled()
    expect(shown).toEqual(['first', 'second'])
    expect(front?.stopped).toBe(true)
  })

  it('that opens too late is closed again, and never shown', async () => {
    const { asked, shown, want } = open()
    want('front')
    await settled()
    want(null)
    const late = asked[0]?.allow()
    await settled()
    expect(late?.stopped).toBe(true)
    expect(shown).toEqual([null])
  })

  it('that is refused says so, and is asked for again the next time', async () => {
    const { asked, shown, failures, want } = open()
    want('front')
    await settled()
    asked[0]?.refuse()
    await settled()
    want('front')
    await settled()
    asked[1]?.allow()
    await settled()
    expect([failures(), shown]).toEqual([1, ['first']])
  })

  it('that cannot be turned to leaves the other one open', async () => {
    const { asked, failures, camera, want } = open()
    want('front')
    await settled()
    const front = asked[0]?.allow()
    await settled()
    const turned = camera.want('back')
    await settled()
    asked[1]?.refuse()
    await expect(turned).resolves.toBe(false)
    expect([failures(), front?.stopped]).toEqual([0, false])
  })
})
