/** What the call centre says about a call (PROTOCOL.md §4.2). A valid message is, unchanged, an event. */

/** A key that the IVR menu offers, or that the customer pressed. */
export interface IvrKey {
  readonly key: string
  readonly label: string
}

/** The agent's side as the customer may see it. */
export interface Seat {
  readonly seatId: string
  readonly name: string
}

/**
 * Where audio and video meet. A TRTC room has the fields below; any other back end gives complete
 * addresses in `pushUrl` and `playUrl`.
 */
export type Room =
  | {
      readonly kind: 'trtc'
      readonly sdkAppId: number
      readonly roomId: string
      readonly userId: string
      readonly userSig: string
      readonly privateMapKey?: string
      /** `roomId` is a number of TRTC, 1 to 4294967295, and not a name. */
      readonly isNumericRoom?: boolean
      /** Under which the customer's stream is found by a CDN or a recorder. */
      readonly streamId?: string
      /** What a recording of the customer's stream is marked with. */
      readonly userDefineRecordId?: string
    }
  | { readonly kind: 'url'; readonly pushUrl: string; readonly playUrl: string }

export type MediaKind = 'audio' | 'video'

export type CloseBy = 'client' | 'seat' | 'admin' | 'timer'

/** The vendor's published call-record words (end-status page 679/123938). */
export type EndStatus =
  | 'ok'
  | 'seatGiveUp'
  | 'blackList'
  | 'ivrGiveUp'
  | 'waitingGiveUp'
  | 'ringingGiveUp'
  | 'noSeatOnline'
  | 'notWorkTime'
  | 'ivrEnd'
  | 'clientError'
  | 'callConflict'
  | 'clientTimeout'
  | 'error'

/** Server to client, about a call. Each is numbered and acknowledged: PROTOCOL.md §4. */
export type ServerMessage =
  | { readonly type: 'call/started'; readonly callId: string; readonly sessionId: string; readonly room?: Room }
  | {
      readonly type: 'call/refused'
      readonly callId: string
      readonly code: string
      readonly message: string
      readonly retryAfterMs?: number
    }
  | {
      readonly type: 'call/ivr'
      readonly sessionId: string
      readonly prompt: string
      readonly keys: readonly IvrKey[]
      readonly path: readonly IvrKey[]
    }
  | {
      readonly type: 'call/queued'
      readonly sessionId: string
      readonly position: number
      readonly estimatedWaitMs?: number
    }
  | { readonly type: 'call/ringing'; readonly sessionId: string; readonly seat: Seat }
  | { readonly type: 'call/accepted'; readonly sessionId: string; readonly seat: Seat; readonly room?: Room }
  | { readonly type: 'call/held'; readonly sessionId: string; readonly held: boolean }
  | { readonly type: 'call/room'; readonly sessionId: string; readonly room: Room }
  | {
      readonly type: 'call/ended'
      readonly sessionId: string
      readonly closeBy: CloseBy
      readonly endStatus: EndStatus
      readonly reason?: string
    }
