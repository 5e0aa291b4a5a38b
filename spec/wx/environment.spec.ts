import type { EnvironmentEvent } from '../../lib/call/event'
import { wxEnvironment$ } from '../../lib/wx/environment'
import { givePhone, type Phone } from './phone'

const OFFS = [
  'offAppShow',
  'offAppHide',
  'offAudioInterruptionBegin',
  'offAudioInterruptionEnd',
  'offNetworkStatusChange',
  'offNetworkWeakChange',
] as const

const watch = () => {
  const seen: EnvironmentEvent[] = []
  const watching = wxEnvironment$.subscribe((event) => seen.push(event))
  return { seen, watching }
}

const allHappens = (phone: Phone) => {
  phone.hidden.tell()
  phone.shown.tell()
  phone.interrupted.tell()
  phone.resumed.tell()
  phone.network.tell({ isConnected: false, networkType: 'none' })
  phone.weakness.tell({ weakNet: true })
}

describe('what the phone tells', () => {
  it('comes as events', () => {
    const phone = givePhone()
    const { seen, watching } = watch()
    allHappens(phone)
    watching.unsubscribe()
    expect(seen).toEqual([
      { type: 'app/hidden' },
      { type: 'app/shown' },
      { type: 'audio/interrupted' },
      { type: 'audio/resumed' },
      { type: 'network/changed', connected: false, networkType: 'none' },
      { type: 'network/weak', weak: true },
    ])
  })

  it('is listened to while subscribed only, each subscriber for itself', () => {
    const phone = givePhone()
    const first = watch()
    const second = watch()
    expect(phone.listeners()).toBe(12)
    first.watching.unsubscribe()
    expect(phone.listeners()).toBe(6)
    phone.shown.tell()
    expect([first.seen, second.seen]).toEqual([[], [{ type: 'app/shown' }]])
    second.watching.unsubscribe()
    expect(phone.listeners()).toBe(0)
  })

  it.each(OFFS)('is not told after unsubscribing, even by a host without %s', (off) => {
    const phone = givePhone(() => ({ [off]: undefined }))
    const { seen, watching } = watch()
    watching.unsubscribe()
    expect(phone.listeners()).toBe(1)
    allHappens(phone)
    expect(seen).toEqual([])
  })

  it('stays silent about what a plugin cannot hear', () => {
    const phone = givePhone(() => ({
      onAppShow: undefined,
      offAppShow: undefined,
      onAppHide: undefined,
      offAppHide: undefined,
      onAudioInterruptionBegin: undefined,
      offAudioInterruptionBegin: undefined,
      onAudioInterruptionEnd: undefined,
      offAudioInterruptionEnd: undefined,
    }))
    const { seen, watching } = watch()
    phone.network.tell({ isConnected: true, networkType: 'wifi' })
    watching.unsubscribe()
    expect(seen).toHaveLength(1)
    expect(phone.listeners()).toBe(0)
  })
})
