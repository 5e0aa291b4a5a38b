import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import shipped from '../call-centre.json'
import { checkConfig, readConfig } from '../server/config/read-config'

const good = { sdkAppId: '1400000000', channels: { direct: { name: 'Direct' } } }

describe('the configuration', () => {
  it('is good as shipped, with its defaults', () => {
    const config = checkConfig(shipped)
    expect(Object.keys(config.channels)).toEqual(['service', 'direct', 'closed'])
    expect(config.channels['service']?.ivr?.keys.map(({ key }) => key)).toEqual(['1', '2'])
    expect(config).toMatchObject({ tokenLifeMs: 7_200_000, maxLinks: 1_000, maxMissedRings: 0 })
    expect(config.media).toMatchObject({ plane: 'webrtc', webrtc: { iceServers: [], relayOnly: false } })
  })

  it.each([
    ['no channels', { sdkAppId: '1' }, 'The configuration lacks "channels". Add it.'],
    ['an unknown field', { ...good, ring: 1 }, 'The configuration has an unknown field "ring". Remove it'],
    ['a wrong word', { ...good, noSeatOnline: 'stay' }, 'noSeatOnline must be one of: wait, end.'],
    ['a wrong number', { ...good, windowMs: 0 }, 'windowMs must be >= 1. Correct it.'],
    [
      'a key that leads nowhere',
      { ...good, channels: { a: { name: 'A', ivr: { prompt: 'p', keys: [{ key: '1', label: 'l', then: 'home' }] } } } },
      'channels.a.ivr.keys.0.then must be one of: queue, end.',
    ],
    [
      'an hour that is none',
      { ...good, channels: { a: { name: 'A', openHours: [{ days: [1], from: '25:00', to: '26:00' }] } } },
      'channels.a.openHours.0.from must match pattern',
    ],
    ['a plane that is none', { ...good, media: { plane: 'sip' } }, 'media.plane must be one of: webrtc, trtc, rtmp.'],
    [
      'a server that is none',
      { ...good, media: { webrtc: { iceServers: ['https://turn.example.com'] } } },
      'media.webrtc.iceServers.0 must match pattern',
    ],
  ])('with %s says what is wrong and what to do', (_, config, message) => {
    expect(() => checkConfig(config)).toThrow(message)
  })

  it('that is no file, or no JSON, says so', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'))
    const path = join(folder, 'config.json')
    expect(() => readConfig(path)).toThrow('cannot be read')
    writeFileSync(path, '{')
    expect(() => readConfig(path)).toThrow('is not JSON')
    writeFileSync(path, JSON.stringify(good))
    expect(readConfig(path).channels['direct']).toMatchObject({ name: 'Direct' })
    rmSync(folder, { recursive: true })
  })
})
