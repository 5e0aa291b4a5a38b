/** What is read off what one end has said and the other has heard. */
import { quantile } from '../measure/statistics.mjs'

/** Of the beeps that were heard between two moments, in ms: how long each was under way. */
export const delaysBetween = (said, heard, from, to = Infinity) =>
  heard
    .filter(({ tone, at }) => tone !== undefined && at >= from && at < to)
    .flatMap(({ tone, at }) => {
      const beep = said.findLast((one) => one.tone === tone && one.at <= at)
      return beep ? [at - beep.at] : []
    })

export const medianAndP95 = (delays) => ({
  medianMs: quantile(delays, 0.5),
  p95Ms: quantile(delays, 0.95),
  beeps: delays.length,
})

/** How long nothing was heard between two moments, in ms. */
export const silenceBetween = (heard, from, to) => {
  const inside = heard.filter((word) => word.to !== undefined && word.to > from && word.from < to)
  return inside.reduce((sum, gap) => sum + Math.min(gap.to, to) - Math.max(gap.from, from), 0)
}

/** The first sound after a moment; Infinity: none yet. */
export const firstHeard = (heard, after) => {
  const begins = heard.flatMap(({ first, to }) => first ?? to ?? [])
  return begins.find((at) => at >= after) ?? Infinity
}

/** Both directions of a call, `toDesk` and `toCustomer`, by what both ends tell. */
export const bothWays = async (desk, phone, read) => {
  const [atDesk, atPhone] = await Promise.all([desk.told(), phone.told()])
  return { toDesk: read(atPhone.said, atDesk.heard), toCustomer: read(atDesk.said, atPhone.heard) }
}
