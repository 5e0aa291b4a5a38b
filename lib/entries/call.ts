/** `tccc-wx-sdk/call`: one call as streams, for those who bring a link, media and an environment of their own. */
export { type Call, createCall } from '../run/create-call'
export type { Recorded, Recording } from '../recording/recording'
export type { AskReadiness, CallOptions, CallPorts, Obstacle } from '../run/ports'
export { callError, type CallError, isCallError } from '../errors/call-error'
export type { ErrorCode } from '../errors/codes'
export type {
  Advice,
  CallEvent,
  EnvironmentEvent,
  LineEvent,
  MediaEvent,
  PhoneEvent,
  QualityEvent,
  Switches,
} from '../call/event'
export {
  aside,
  type Context,
  disableCamera,
  enableCamera,
  type Facing,
  hangUp,
  type Intent,
  mute,
  notify,
  sendDigits,
  setSoundMode,
  type SoundMode,
  startCall,
  switchCamera,
  unmute,
  updateContext,
} from '../call/intents'
export type {
  ClientMessage,
  CloseBy,
  EndStatus,
  IvrKey,
  LinkFrame,
  LinkMessage,
  MediaKind,
  Numbered,
  Room,
  Seat,
  ServerMessage,
} from '../link/messages'
export { type MediaWish, mediaWish } from '../call/media-wish'
export type { Policy, PolicyContext } from '../policies/policy'
export { END_STATUS_CODES } from '../call/end'
export { NEXT_PHASES, type Phase, PHASE_LETTERS } from '../call/phase'
export { adviceIn } from '../run/assess'
export type { Sample } from '../call/quality'
export { isUnknownStatus } from '../call/media'
export { reduce, type Transition } from '../call/step'
export { type End, idle, isAway, isConnected, isRunning, type Session } from '../call/session'
export type { Link } from '../link/gateway'
export { decoder, type Dialect, type Incoming } from '../link/codec'
export { reconnectDelay, type ReconnectContext, type ReconnectDelay } from '../link/retry-delay'
export type { PlayerMeaning, PusherMeaning, StatusCodes } from '../status-codes/status-codes'
export { createLink, type LinkOptions } from '../link/link'
export type { OpenSocket, Socket, SocketEvent } from '../link/socket'
