/** The desk's half of a media plane: what the page wishes for in a room, and what it hears of it. */
import type { Observable } from 'rxjs'

/** Through what the agent hears. */
export interface Output {
  /** As the browser names it; '' is the one of the system. */
  readonly deviceId: string
  /** 0 to 1. */
  readonly volume: number
}

export interface RoomWishes {
  /** Microphone and camera, or what is open of them. Another stream replaces the one before without a gap. */
  readonly stream$: Observable<MediaStream | null>
  /** True while the customer must not hear the agent. */
  readonly quiet$: Observable<boolean>
  /** True while the agent must not hear the customer. */
  readonly silent$: Observable<boolean>
  readonly output$: Observable<Output>
}

/** How the customer's sound comes in. */
export type Voice = 'connecting' | 'flowing' | 'lost' | 'refused'

/** Why there is no voice; each has words with a remedy. */
export type RoomFault =
  /** The key has run out, or does not fit. */
  | 'key'
  /** Another page is in the room as this seat. */
  | 'elsewhere'
  /** Somebody took this seat out of the room, or closed the room. */
  | 'closed'
  /** Media do not get through to the network. */
  | 'firewall'
  /** The connection broke after voices had come over it; it is made anew without being asked for. */
  | 'broken'
  /** The line was away for too long. */
  | 'gone'
  | 'browser'
  | 'notLoaded'
  | 'unknown'

/** Of the line to the room, the worse of both directions. */
export type Quality = 'unknown' | 'good' | 'poor' | 'bad'

export type RoomEvent =
  /** Without `stream` what is heard stays as it was. A voice that is refused does not come back by itself. */
  | {
      readonly type: 'voice/customer'
      readonly voice: Voice
      readonly stream?: MediaStream | null
      readonly fault?: RoomFault
    }
  /** The customer's picture; null: none comes. */
  | { readonly type: 'voice/picture'; readonly stream: MediaStream | null }
  /** What the agent says, or shows, cannot be sent. */
  | { readonly type: 'voice/microphone'; readonly microphone: 'unavailable' }
  | { readonly type: 'voice/camera'; readonly camera: 'unavailable'; readonly stream: null }
  /** The browser plays nothing before somebody has clicked. */
  | { readonly type: 'voice/blocked'; readonly blocked: boolean }
  | { readonly type: 'voice/quality'; readonly quality: Quality }
  /** Whether the loudspeaker that is wished for plays; where it cannot, that of the system does. */
  | { readonly type: 'voice/output'; readonly output: 'ready' | 'unavailable' }
