import type { RtmpConfig } from '../../server/config/media-config'
import type { Asked, Streams } from './streams'

/** What the RTMP server can be asked for. */
export interface StreamServer {
  /** Ends the connections that publish or play this stream, or both; resolves when they are ended, or nothing answered. */
  drop(whom: 'publisher' | 'subscriber' | 'client', name: string): Promise<void>
}

const patienceMs = 1_000

/** nginx with `rtmp_control`. `log` hears of what it did not do. */
export function nginxAt({ serverUrl, controlUrl }: RtmpConfig, log: (line: string) => void): StreamServer {
  const app = serverUrl.split('/').at(-1) ?? ''
  return {
    async drop(whom, name) {
      const query = new URLSearchParams({ app, name }).toString()
      try {
        const signal = AbortSignal.timeout(patienceMs)
        const answer = await fetch(`${controlUrl}/drop/${whom}?${query}`, { redirect: 'error', signal })
        // 404: there is nobody.
        if (answer.status >= 400 && answer.status !== 404) log(`RTMP: the server answered ${answer.status} to a drop.`)
      } catch {
        log('RTMP: the server does not answer where media.rtmp.controlUrl leads. A stream may live on after its call.')
      }
    },
  }
}

/** Answers the server whether somebody may enter. The newest wins: a phone that comes back finds its old line in the way. */
export const createStreamDoor =
  (streams: Pick<Streams, 'mayEnter'>, server: StreamServer) =>
  async (asked: Asked): Promise<boolean> => {
    if (!streams.mayEnter(asked)) return false
    await server.drop(asked.deed === 'publish' ? 'publisher' : 'subscriber', asked.name)
    return true
  }
