import { qualityBetween } from '../../media/webrtc/browser/line-quality'

const heard = { type: 'inbound-rtp', kind: 'audio', packetsReceived: 1_000, packetsLost: 10, jitter: 0.01 }
const said = { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.05, jitter: 0.01, fractionLost: 0 }
const picture = { type: 'inbound-rtp', kind: 'video', packetsReceived: 1, packetsLost: 900, jitter: 9 }

/** Two seconds of voice are a hundred packets. */
const later = (lost: number) => ({ ...heard, packetsReceived: 1_100 - lost, packetsLost: 10 + lost })

describe('the line to the customer', () => {
  it('is unknown before a voice has come', () => {
    expect(qualityBetween([], [said, picture])).toBe('unknown')
  })

  it.each([
    [0, {}, 'good'],
    [5, {}, 'good'],
    [6, {}, 'poor'],
    [16, {}, 'bad'],
    [0, { fractionLost: 0.06 }, 'poor'],
    [0, { fractionLost: 0.2 }, 'bad'],
    [0, { roundTripTime: 0.5 }, 'poor'],
    [0, { roundTripTime: 0.9 }, 'bad'],
    [0, { jitter: 0.07 }, 'poor'],
    [0, { jitter: 0.2 }, 'bad'],
  ])('is as good as its worse direction: %i of 100 packets lost here, there %j: %s', (lost, there, quality) => {
    expect(qualityBetween([heard, said, picture], [later(lost), { ...said, ...there }, picture])).toBe(quality)
  })

  it('is judged by what came last, not by the whole call', () => {
    const bad = { ...heard, packetsLost: 900 }
    expect(qualityBetween([bad], [{ ...bad, packetsReceived: 1_100 }])).toBe('good')
    expect(qualityBetween([bad], [{ ...heard, packetsReceived: 5, packetsLost: 0 }])).toBe('good')
  })
})
