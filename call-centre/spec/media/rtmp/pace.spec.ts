import {
  coveredFrames,
  createDeskPace,
  createPhonePace,
  createThrottle,
  frameMs,
  frameTicks,
  silence,
  slackMs,
} from '../../../media/rtmp/pace'

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

describe('of the frames of the phone go on to the desk', () => {
  /** The moments at which frames come → those at which they went on. */
  const wentOn = (moments: readonly number[]): readonly number[] => {
    const mayPass = createThrottle()
    return moments.filter(mayPass)
  }
  const everyFrame = (from: number, until: number, everyMs = frameMs): readonly number[] =>
    Array.from({ length: Math.floor((until - from) / everyMs) }, (_, frame) => from + frame * everyMs)
  const atOnce = (now: number, ms: number): readonly number[] => Array.from({ length: ms / frameMs }, () => now)

  it('all that come in time, two at a time as RTMP carries them', () => {
    const moments = everyFrame(0, 10_000, 2 * frameMs).flatMap((now) => [now, now])
    expect(wentOn(moments)).toEqual(moments)
  })

  it('all that a short stop held back, however often one comes', () => {
    const moments = everyFrame(0, 20_000, 1_000).flatMap((now) => [
      ...everyFrame(now, now + 600),
      ...atOnce(now + 980, 400),
    ])
    expect(wentOn(moments)).toEqual(moments)
  })

  it.each([1_000, 3_000, 10_000])(
    'after a cut of %d ms little of what it held back, and all that is said then',
    (cutMs) => {
      const back = 5_000 + cutMs
      const after = everyFrame(back + frameMs, back + 10_000)
      const heard = wentOn([...everyFrame(0, 5_000), ...atOnce(back, cutMs), ...after])
      expect(heard.filter((at) => at === back).length).toBeLessThanOrEqual(6)
      expect(heard.filter((at) => at > back)).toEqual(after)
    },
  )

  it('all but one a minute of a phone whose clock goes 300 ppm faster, for an hour', () => {
    const moments = everyFrame(0, 3_600_000, frameMs * 0.9997)
    expect(moments.length - wentOn(moments).length).toBeLessThanOrEqual(60)
  })
})

describe('the frames for the phone', () => {
  const frame = Buffer.from([1, 2, 3])
  const other = Buffer.from([4, 5, 6])
  const said = (sequence: number, what = frame, source = 7) => ({ source, sequence: sequence & 0xffff, frame: what })

  it('are what the desk says, while it says one in time', () => {
    const pace = createDeskPace(0)
    expect([0, 20, 45, 60].map((now, n) => pace.take(said(n), now))).toEqual([[frame], [frame], [frame], [frame]])
  })

  it('are silence for what does not come', () => {
    const pace = createDeskPace(0)
    expect(pace.pass(slackMs)).toEqual([])
    expect(pace.pass(slackMs + 1)).toEqual([silence])
    expect(pace.pass(slackMs + 1)).toEqual([])
    expect(pace.pass(1_000)).toHaveLength((1_000 - slackMs) / frameMs - 1)
  })

  it('cover a packet that was lost on the way with the one before, in its place', () => {
    const pace = createDeskPace(0)
    pace.take(said(0xffff), 0)
    expect(pace.take(said(0x1_0001, other), 40)).toEqual([frame, other])
    expect(pace.take(said(0x1_0002, other), 60)).toEqual([other])
  })

  it('cover what does not come for a short time only: a voice that stops is no tone', () => {
    const pace = createDeskPace(0)
    pace.take(said(0), 0)
    const covered = pace.pass(1_000)
    expect(covered.slice(0, coveredFrames)).toEqual(Array.from({ length: coveredFrames }, () => frame))
    expect(new Set(covered.slice(coveredFrames))).toEqual(new Set([silence]))
  })

  it('cover nothing twice: not what was covered by then, and not what comes after its place', () => {
    const pace = createDeskPace(0)
    pace.take(said(0), 0)
    // 1 is late, 2 lost, and both are covered by time.
    expect(pace.pass(81)).toEqual([frame, frame])
    expect(pace.take(said(3, other), 82)).toEqual([other])
    expect(pace.take(said(1, other), 83)).toEqual([])
  })

  it('begin anew with another connection of the desk, whatever it counts', () => {
    const pace = createDeskPace(0)
    pace.take(said(40_000), 0)
    expect(pace.take(said(39_990, other, 8), 20)).toEqual([other])
    expect(pace.take(said(40_010, other, 9), 40)).toEqual([other])
  })

  it('are as many as time has passed: what comes late on top of its silence is dropped', () => {
    const pace = createDeskPace(0)
    const sent = [...pace.pass(500), ...Array.from({ length: 25 }, (_, n) => pace.take(said(n), 500)).flat()]
    expect(sent.length).toBeLessThanOrEqual((500 + 2 * slackMs) / frameMs)
    expect(sent.filter((each) => each === frame).length).toBeGreaterThan(0)
  })

  it('have nothing in the place of what was dropped: that would come on top again', () => {
    const pace = createDeskPace(0)
    pace.pass(500)
    for (let n = 0; n < 25; n += 1) pace.take(said(n), 500)
    const answers = Array.from({ length: 100 }, (_, n) => pace.take(said(25 + n), 520 + n * frameMs))
    expect(answers.filter(({ length }) => length > 1)).toEqual([])
    expect(answers.filter(({ length }) => length === 0).length).toBeLessThanOrEqual(1)
  })

  it('are as many as time has passed where one in ten is lost', () => {
    const pace = createDeskPace(0)
    let sent = 0
    for (let n = 0; n < 30_000; n += 1) if (n % 10 !== 0) sent += pace.take(said(n), n * frameMs).length
    expect(Math.abs(sent - 30_000)).toBeLessThanOrEqual(3)
  })

  it.each([
    ['faster', 0.9997],
    ['slower', 1.0003],
  ])('keep step for ten minutes with a desk whose clock goes 300 ppm %s', (_, factor) => {
    const pace = createDeskPace(0)
    let sent = 0
    const until = 600_000
    for (let n = 0; n * frameMs * factor < until; n += 1) sent += pace.take(said(n), n * frameMs * factor).length
    expect(Math.abs(sent * frameMs - until)).toBeLessThanOrEqual(slackMs + frameMs)
  })
})
