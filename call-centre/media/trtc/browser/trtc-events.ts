/** What the vendor's SDK tells of a room, in the words of the desk. */
import { Observable } from 'rxjs'
import type { Quality, RoomEvent, RoomFault } from '../../browser/room'
import { faultOf, kickedOut } from './trtc-faults'
import type { TrtcClient, TrtcSdk } from './trtc-sdk'

export const refused = (fault: RoomFault): RoomEvent => ({
  ...{ type: 'voice/customer', voice: 'refused', stream: null },
  fault,
})

/** The SDK's figures: 0 unknown, 1 excellent to 6 disconnected. */
const qualityOf = (figure: number): Quality => {
  if (figure === 0) return 'unknown'
  if (figure <= 2) return 'good'
  return figure === 3 ? 'poor' : 'bad'
}

const streamOf = (track: MediaStreamTrack | null): MediaStream | null => track && new MediaStream([track])

/** Never ends by itself; the SDK forgets its listeners when it is destroyed. */
export const roomEvents = ({ EVENT }: TrtcSdk, client: TrtcClient): Observable<RoomEvent> =>
  new Observable((desk) => {
    const tell = (event: RoomEvent): void => {
      desk.next(event)
    }
    hearCustomer(EVENT, client, tell)
    seeCustomer(EVENT, client, tell)
    watchLine(EVENT, client, tell)
    return awaitClick(EVENT, client, tell)
  })

type Tell = (event: RoomEvent) => void
type Names = TrtcSdk['EVENT']

function hearCustomer(EVENT: Names, client: TrtcClient, tell: Tell): void {
  client.on(EVENT.REMOTE_AUDIO_AVAILABLE, ({ userId }) => {
    // The SDK plays it by itself.
    tell({ type: 'voice/customer', voice: 'flowing', stream: streamOf(client.getAudioTrack(userId)) })
  })
  client.on(EVENT.REMOTE_USER_EXIT, () => {
    tell({ type: 'voice/customer', voice: 'lost', stream: null })
    tell({ type: 'voice/picture', stream: null })
  })
}

function seeCustomer(EVENT: Names, client: TrtcClient, tell: Tell): void {
  client.on(EVENT.REMOTE_VIDEO_AVAILABLE, ({ userId, streamType }) => {
    client.startRemoteVideo({ userId, streamType, view: null }).then(
      () => {
        tell({ type: 'voice/picture', stream: streamOf(client.getVideoTrack({ userId, streamType })) })
      },
      // Gone again meanwhile: the next one is told.
      () => undefined,
    )
  })
  client.on(EVENT.REMOTE_VIDEO_UNAVAILABLE, () => {
    tell({ type: 'voice/picture', stream: null })
  })
}

function watchLine(EVENT: Names, client: TrtcClient, tell: Tell): void {
  client.on(EVENT.CONNECTION_STATE_CHANGED, ({ prevState, state }) => {
    const [before, now]: readonly string[] = [prevState, state]
    if (now === 'RECONNECTING' || (now === 'DISCONNECTED' && before !== 'CONNECTING')) {
      tell({ type: 'voice/customer', voice: 'lost' })
    }
    // Who is there is told again by their sound.
    if (now === 'RECONNECTED' || (now === 'CONNECTED' && before === 'RECONNECTING')) {
      tell({ type: 'voice/customer', voice: 'flowing' })
    }
  })
  client.on(EVENT.NETWORK_QUALITY, ({ uplinkNetworkQuality, downlinkNetworkQuality }) => {
    const figure = Math.max(uplinkNetworkQuality, downlinkNetworkQuality)
    tell({ type: 'voice/quality', quality: qualityOf(figure) })
  })
  client.on(EVENT.KICKED_OUT, ({ reason }) => {
    tell(refused(kickedOut(reason)))
  })
  client.on(EVENT.ERROR, (error) => {
    const fault = faultOf(error)
    if (fault !== null) tell(refused(fault))
  })
}

/** The browser wants a click before it plays; the answer calls the waiting off. */
function awaitClick(EVENT: Names, client: TrtcClient, tell: Tell): () => void {
  const waiting = new Set<() => Promise<void>>()
  const resume = (): void => {
    for (const play of waiting) {
      waiting.delete(play)
      play().then(
        () => {
          tell({ type: 'voice/blocked', blocked: false })
        },
        () => waiting.add(play),
      )
    }
  }
  client.on(EVENT.AUTOPLAY_FAILED, ({ resume: play }) => {
    waiting.add(play)
    tell({ type: 'voice/blocked', blocked: true })
  })
  document.addEventListener('click', resume)
  return () => {
    document.removeEventListener('click', resume)
  }
}
