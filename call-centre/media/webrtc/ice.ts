import { createHmac } from 'node:crypto'
import type { WebrtcConfig } from '../../server/config/media-config'
import type { Clock } from '../../server/sessions/clock'
import type { Ice } from './browser/room-messages'

/** How the two ends of a room find each other; asked anew before the keys run out. */
export type IceOf = (roomId: string) => Ice

/**
 * Each TURN server gets a key for a while, by coturn's `use-auth-secret`: the name is the second in which it runs out and
 * the room, the password is the HMAC-SHA1 of the name. What a caller learns is of no use the day after.
 */
export function createIce(config: WebrtcConfig, turnSecret: string | undefined, clock: Clock): IceOf {
  const { iceServers, turnKeyLifeMs, relayOnly } = config
  return (roomId) => {
    const username = `${Math.ceil((clock.date() + turnKeyLifeMs) / 1_000)}:${roomId}`
    const credential = createHmac('sha1', turnSecret ?? '')
      .update(username)
      .digest('base64')
    return {
      iceServers: iceServers.map((urls) => (isTurn(urls) ? { urls, username, credential } : { urls })),
      iceTransportPolicy: relayOnly ? 'relay' : 'all',
    }
  }
}

export const isTurn = (url: string): boolean => /^turns?:/.test(url)
