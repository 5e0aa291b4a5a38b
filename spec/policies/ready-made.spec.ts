import { type PolicySettings, readyMade } from '../../lib/policies'

const names = (settings?: PolicySettings) => readyMade(settings).map(({ policyName }) => policyName)

describe('ready-made policies by their settings', () => {
  it('some are on by themselves', () => {
    expect(names()).toEqual(['announceWeakNetwork', 'dialLimit', 'endWhenMediaLost'])
  })

  it('each can be switched off', () => {
    expect(names({ announceWeakNetwork: false, dialLimit: false, endWhenMediaLost: false })).toEqual([])
  })

  it('others can be switched on', () => {
    const settings: PolicySettings = { ringLimit: { ms: 45_000 }, muteWhileInterrupted: true, longestCall: false }
    expect(names({ dialLimit: { ms: 5_000 }, ...settings })).toEqual([
      'announceWeakNetwork',
      'dialLimit',
      'endWhenMediaLost',
      'ringLimit',
      'muteWhileInterrupted',
    ])
  })

  it('a name that is none is named', () => {
    expect(() => readyMade(JSON.parse('{ "toString": {} }') as PolicySettings)).toThrow("'toString' is no policy")
  })
})
