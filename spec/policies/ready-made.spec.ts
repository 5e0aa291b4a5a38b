import { type PolicySettings, readyMade } from '../../lib/entries/policies'

const names = (settings?: PolicySettings) => readyMade(settings).map(({ policyName }) => policyName)

describe('ready-made policies by their settings', () => {
  it('some are on by themselves', () => {
    expect(names()).toEqual(['announceWeakNetwork', 'dialLimit', 'endWhenMediaLost'])
  })

  it('each can be switched off', () => {
    expect(names({ announceWeakNetwork: false, dialLimit: false, endWhenMediaLost: false })).toEqual([])
  })

  it('each takes its options, or true for none', () => {
    expect(names({ dialLimit: { ms: 5_000 }, endWhenMediaLost: true, announceWeakNetwork: false })).toEqual([
      'dialLimit',
      'endWhenMediaLost',
    ])
  })

  it.each(['ringLimit', 'toString'])('another name, as %s, is named, and how others are put in force', (name) => {
    const settings = JSON.parse(`{ "${name}": {} }`) as PolicySettings
    expect(() => readyMade(settings)).toThrow(`put others in force with use(${name}())`)
  })
})
