import { Subject, of, type Subscription } from 'rxjs'
import { type Captured, microphone } from '../workstation/microphone'

/** A track as far as a microphone is concerned. */
class Track {
  onended: (() => void) | null = null
  stopped = false
  stop(): void {
    this.stopped = true
  }
}

/** The browser's devices, which come and go. */
class Devices extends EventTarget {
  asked = 0
  readonly tracks: Track[] = []
  /** Null: the next one opens. */
  fault: string | null = null

  getUserMedia(): Promise<MediaStream> {
    this.asked += 1
    if (this.fault !== null) return Promise.reject(new DOMException('', this.fault))
    const track = new Track()
    this.tracks.push(track)
    return Promise.resolve({ getTracks: () => [track] } as never)
  }

  change(): void {
    this.dispatchEvent(new Event('devicechange'))
  }
}

const permission = new EventTarget()
const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator')

let devices: Devices
let again$: Subject<void>
let states: Captured['state'][]
let running: Subscription

/** Promises settle, and so much time passes. */
const pass = (ms = 0) => jest.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  jest.useFakeTimers()
  devices = new Devices()
  again$ = new Subject()
  states = []
  const permissions = { query: () => Promise.resolve(permission) }
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { mediaDevices: devices, permissions } })
})

afterEach(() => {
  running.unsubscribe()
  jest.useRealTimers()
  if (original) Object.defineProperty(globalThis, 'navigator', original)
  else Reflect.deleteProperty(globalThis, 'navigator')
})

const begin = async () => {
  running = microphone(true, of(''), again$).subscribe(({ state }) => states.push(state))
  await pass()
}

describe('the microphone', () => {
  it('whose headset is pulled out is opened anew, from what is left', async () => {
    await begin()
    devices.tracks[0]?.onended?.()
    await pass(300)
    expect(states).toEqual(['asking', 'ready', 'missing', 'asking', 'ready'])
    expect(devices.tracks.map(({ stopped }) => stopped)).toEqual([true, false])
  })

  it('that is nowhere comes back with the headset', async () => {
    await begin()
    devices.fault = 'NotFoundError'
    devices.tracks[0]?.onended?.()
    await pass(60_000)
    expect(states.slice(2)).toEqual(['missing', 'asking', 'missing'])
    devices.fault = null
    devices.change()
    devices.change()
    await pass(300)
    expect(states.slice(5)).toEqual(['asking', 'ready'])
    expect(devices.asked).toBe(3)
  })

  it('that was refused is asked for again when it is allowed', async () => {
    devices.fault = 'NotAllowedError'
    await begin()
    await pass(60_000)
    expect(states).toEqual(['asking', 'refused'])
    devices.fault = null
    permission.dispatchEvent(new Event('change'))
    await pass(300)
    expect(states.slice(2)).toEqual(['asking', 'ready'])
  })

  it('that another program had is tried again by the button, as often as it is pressed', async () => {
    devices.fault = 'NotReadableError'
    await begin()
    again$.next()
    await pass(300)
    devices.fault = null
    again$.next()
    await pass(300)
    expect(states).toEqual(['asking', 'unavailable', 'asking', 'unavailable', 'asking', 'ready'])
  })

  it('that is open is left alone, whatever changes', async () => {
    await begin()
    devices.change()
    again$.next()
    permission.dispatchEvent(new Event('change'))
    await pass(60_000)
    expect(states).toEqual(['asking', 'ready'])
  })

  it('that flickers is not asked for faster than it can settle', async () => {
    await begin()
    for (let second = 0; second < 10; second += 1) {
      devices.tracks.at(-1)?.onended?.()
      await pass(100)
    }
    expect(devices.asked).toBeLessThanOrEqual(4)
  })

  it('is given back when the talk is over, even when it is allowed late', async () => {
    await begin()
    running.unsubscribe()
    expect(devices.tracks[0]?.stopped).toBe(true)
    running = microphone(true, of(''), again$).subscribe()
    running.unsubscribe()
    await pass()
    expect(devices.tracks[1]?.stopped).toBe(true)
  })
})
