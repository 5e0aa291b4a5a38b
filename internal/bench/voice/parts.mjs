/** The parts of `npm run bench -- voice`. Each opens its own centre and gives what it measured, one entry a plane. */
import { pause } from '../load/until.mjs'
import { quantile } from '../measure/statistics.mjs'
import { bothWays, delaysBetween, firstHeard, medianAndP95, silenceBetween } from './delays.mjs'
import { openEnds, openPlane } from './open-call.mjs'

const PLANES = ['webrtc', 'rtmp']

/** With ends of a plane of its own; all is closed in the end. */
const onPlane = async (plane, options, measure) => {
  const opened = await openPlane(plane)
  let ends
  try {
    ends = await openEnds(opened, options)
    return await measure(ends, opened)
  } finally {
    await ends?.close()
    await opened.close()
  }
}

const eachPlane = async (measure) => {
  const results = {}
  for (const plane of PLANES) results[plane] = await measure(plane)
  return results
}

/** A call whose both ends are heard; `accepted` is the moment of the answer. */
const talk = async ({ desk, newPhone }) => {
  const phone = await newPhone()
  await phone.call()
  const accepted = await desk.answer()
  for (let waited = 0; ; waited += 100) {
    const first = await bothWays(desk, phone, (_, heard) => firstHeard(heard, accepted))
    if (Object.values(first).every(Number.isFinite)) return { phone, accepted, first }
    if (waited > 20_000) throw new Error('a call was not heard within 20 s')
    await pause(100)
  }
}
const sayAll = (ends, mode) => Promise.all(ends.map((end) => end.say(mode)))

/** Beeps both ways for so long; the first ones are left to what has just begun. */
const beep = async (desk, phone, seconds, settleMs = 3_000) => {
  await sayAll([desk, phone], 'beeps')
  await pause(settleMs)
  const from = Date.now()
  await pause(1_000 * seconds)
  return bothWays(desk, phone, (said, heard) => medianAndP95(delaysBetween(said, heard, from)))
}

/**
 * From the answer to the first sound, each call with tags and connections of its own; and in the last one the delay, also after
 * the desk was loaded anew: then the phone speaks already when the desk connects.
 */
export const delay = ({ seconds, calls }) =>
  eachPlane((plane) =>
    onPlane(plane, {}, async (ends) => {
      const firsts = []
      for (let call = 1; ; call += 1) {
        const { phone, accepted, first } = await talk(ends)
        firsts.push({ toDesk: first.toDesk - accepted, toCustomer: first.toCustomer - accepted })
        if (call === calls) {
          const delays = await beep(ends.desk, phone, 2 * seconds)
          await ends.desk.reload()
          const reloaded = await beep(ends.desk, phone, seconds / 2)
          const firstOf = (way) =>
            quantile(
              firsts.map(({ [way]: ms }) => ms),
              0.5,
            )
          return { first: { toDesk: firstOf('toDesk'), toCustomer: firstOf('toCustomer'), calls }, ...delays, reloaded }
        }
        await ends.desk.hangUp()
        await phone.close()
        await pause(500)
      }
    }),
  )

/** Packets of the WebRTC leg are lost at random, both ways. */
export const loss = ({ seconds }) =>
  eachPlane((plane) =>
    onPlane(plane, { isThroughRoad: true }, async (ends) => {
      const { phone } = await talk(ends)
      const rows = []
      for (const percent of [2, 5]) {
        ends.udpRoad.setLoss(percent / 100)
        const delays = await beep(ends.desk, phone, seconds)
        await sayAll([ends.desk, phone], 'steady')
        await pause(1_500)
        rows.push({ percent, ...delays, madeUp: await madeUp(ends.desk, phone, seconds) })
      }
      return rows
    }),
  )

/** Of the voice, from 0 to 1: what a browser had to make up; at a phone that is none, how long nothing was heard. */
const madeUp = async (desk, phone, seconds) => {
  const from = Date.now()
  const before = await Promise.all([desk.counted(), phone.counted()])
  await pause(1_000 * seconds)
  const to = Date.now()
  const after = await Promise.all([desk.counted(), phone.counted()])
  const { heard } = await phone.told()
  const shareOf = (now, then) => (now.madeUp - then.madeUp) / (now.played - then.played)
  return {
    toDesk: shareOf(after[0], before[0]),
    toCustomer: after[1] ? shareOf(after[1], before[1]) : silenceBetween(heard, from, to) / (to - from),
  }
}

const AFTER_CUT_MS = 8_000

/** The customer's road carries nothing for so long, and then all again. */
export const cuts = ({ seconds }) =>
  eachPlane((plane) =>
    onPlane(plane, { isThroughRoad: plane === 'webrtc' }, async (ends, { tcpRoad }) => {
      const { phone } = await talk(ends)
      const rows = []
      for (const cutS of [1, 3, 10]) {
        await sayAll([ends.desk, phone], 'steady')
        await pause(2_000)
        const road = tcpRoad ?? ends.udpRoad
        const from = Date.now()
        road.setCut(true)
        await pause(1_000 * cutS)
        road.setCut(false)
        await pause(AFTER_CUT_MS)
        const lost = await bothWays(ends.desk, phone, (_, heard) => silenceBetween(heard, from, Date.now()))
        rows.push({ cutS, lostMs: lost, after: await beep(ends.desk, phone, seconds / 2, 1_000) })
      }
      return rows
    }),
  )

const WINDOW_MS = 30_000

/** Both microphones are 300 ppm fast, so that in each direction more is said than is played. The two planes at one time. */
export const drift = async ({ minutes }) => {
  const growth = (plane) =>
    onPlane(plane, { ppm: 300 }, async (ends) => {
      const { phone } = await talk(ends)
      await sayAll([ends.desk, phone], 'beeps')
      await pause(5_000)
      const from = Date.now()
      await pause(60_000 * minutes)
      const to = Date.now()
      const window = Math.min(WINDOW_MS, (to - from) / 2)
      return bothWays(ends.desk, phone, (said, heard) => {
        const medianIn = (begin, end) => quantile(delaysBetween(said, heard, begin, end), 0.5)
        const [beginMs, endMs] = [medianIn(from, from + window), medianIn(to - window, to)]
        return { beginMs, endMs, growthMs: endMs - beginMs }
      })
    })
  const [webrtc, rtmp] = await Promise.all(PLANES.map(growth))
  return { webrtc, rtmp, minutes }
}
