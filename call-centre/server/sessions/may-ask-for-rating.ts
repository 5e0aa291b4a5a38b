import type { EndStatus } from 'tccc-wx-sdk/call'
import type { RatingConfig } from '../config/centre-config'

/** What decides whether a customer is asked; the page can ask, and the company wants it. */
export interface RatedCall {
  /** 0: with nobody. */
  readonly talkedMs: number
  readonly endStatus: EndStatus
  /** Since this customer was asked last; undefined: never, or nobody remembers. */
  readonly sinceAskedMs: number | undefined
}

/** Nobody is asked about a call that broke off, or in which hardly anybody talked, nor anybody who was asked a while ago. */
export function mayAskForRating(
  { shortestTalkMs, againAfterMs }: Pick<RatingConfig, 'shortestTalkMs' | 'againAfterMs'>,
  { talkedMs, endStatus, sinceAskedMs = Infinity }: RatedCall,
): boolean {
  return endStatus === 'ok' && talkedMs > 0 && talkedMs >= shortestTalkMs && sinceAskedMs >= againAfterMs
}
