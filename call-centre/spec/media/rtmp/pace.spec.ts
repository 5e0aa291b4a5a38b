import { createDeskPace, createPhonePace, frameMs, frameTicks, silence, slackMs } from '../../../media/rtmp/pace'

describe('the frames of the phone', () => {
  const source = 7

  it('are counted by their stamps, which ffmpeg rounds, and not by when they come', () => {
    const count = createPhonePace()
    const stamps = [0, 950, 1_930, 2_870, 2_870 + 3 * frameTicks + 30]
    expect(stamps.map((ticks, at) => count(source, ticks, at * 7))).toEqual([0, 1, 2, 3, 6])
  })

  it('go on over the end of the 32 bits', () => {
    const count = createPhonePace()
    count(source, 0xffff_ff00, 0)
    expect(count(source, (0xffff_ff00 + frameTicks) >>> 0, 20)).toBe(1)
  })

  it.each([
    ['another source', 8, 500_000],
    ['stamps that begin anew', source, 0],
  ])('are counted by the time that has passed where there is %s', (_, next, ticks) => {
    const count = createPhonePace()
    count(source, 90_000, 1_000)
    expect(count(next, ticks, 1_600)).toBe(30)
    expect(count(next, ticks + frameTicks, 1_620)).toBe(31)
  })

  it('are never counted twice as the same one', () => {
    const count = createPhonePace()
    count(source, 0, 0)
    expect(count(8, 0, 1)).toBe(1)
  })
})

describe('the frames for the phone', () => {
  const frame = Buffer.from([1, 2, 3])

  it('are what the desk says, while it says one in time', () => {
    const pace = createDeskPace(0)
    expect([0, 20, 45, 60].map((now) => pace.take(frame, now))).toEqual([[frame], [frame], [frame], [frame]])
  })

  it('are silence for what does not come', () => {
    const pace = createDeskPace(0)
    expect(pace.pass(slackMs)).toEqual([])
    expect(pace.pass(slackMs + 1)).toEqual([silence])
    expect(pace.pass(slackMs + 1)).toEqual([])
    expect(pace.pass(1_000)).toHaveLength((1_000 - slackMs) / frameMs - 1)
  })

  it('are as many as time has passed: what comes late on top of its silence is dropped', () => {
    const pace = createDeskPace(0)
    const sent = [...pace.pass(500), ...Array.from({ length: 25 }, () => pace.take(frame, 500)).flat()]
    expect(sent.length).toBeLessThanOrEqual((500 + 2 * slackMs) / frameMs)
    expect(sent.filter((each) => each === frame).length).toBeGreaterThan(0)
  })

  it.each([
    ['faster', 0.9997],
    ['slower', 1.0003],
  ])('keep step for ten minutes with a desk whose clock goes 300 ppm %s', (_, factor) => {
    const pace = createDeskPace(0)
    let sent = 0
    const until = 600_000
    for (let said = 0; said * frameMs * factor < until; said += 1) {
      sent += pace.take(frame, said * frameMs * factor).length
    }
    expect(Math.abs(sent * frameMs - until)).toBeLessThanOrEqual(slackMs + frameMs)
  })
})
