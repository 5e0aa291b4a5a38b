import { randomBytes } from 'node:crypto'
import type { MediaKind, ServerMessage } from 'tccc-wx-sdk/call'
import type { Channel } from '../config/centre-config'
import { userIdOf } from '../login/user-id'
import { endAndTell } from './ending'
import { enqueue, enter, noteCall, seatOf, type Floor } from './floor'
import { greet, readMenu } from './ivr'
import { isOpen } from '../routing/open-hours'
import { takePlace } from './places'
import { isWaiting } from './queue'
import type { Session } from './session'

/** A customer's wish to call. */
export interface StartRequest {
  readonly linkId: string
  readonly userId: string
  readonly callId: string
  readonly channelId: string
  readonly media: MediaKind
  readonly context?: string
}

const retryAfterMs = 5_000

/** Starts a call, or refuses it. The same `callId` of the same customer gets the same answer, and no second call. */
export function start(floor: Floor, request: StartRequest): void {
  const { answers, out } = floor
  const given = answers.given(request)
  if (given.length > 0) {
    for (const message of given) out.toCustomer(request.linkId, message)
    follow(floor, request)
    return
  }
  const session = admit(floor, request)
  const answer = 'type' in session ? session : started(floor, session)
  answers.note(request, answer)
  out.toCustomer(request.linkId, answer)
  if (!('type' in session)) route(floor, session)
}

/** Who asks again on a new link never heard the welcome of the old one: the call goes on here, from where it is. */
function follow(floor: Floor, { userId, callId, linkId }: StartRequest): void {
  const session = [...floor.sessions.values()].find((other) => other.userId === userId && other.callId === callId)
  if (!session || session.linkId === linkId) return
  session.linkId = linkId
  session.line = 'up'
  noteCall(floor, session)
  const { sessionId, stage } = session
  if (stage.phase === 'ivr' && stage.menu) readMenu(floor, session, stage.menu)
  if (isWaiting(session)) floor.queue.unheard(session)
  if (stage.phase === 'ringing') {
    floor.out.toCustomer(linkId, { type: 'call/ringing', sessionId, seat: seatOf(floor, stage.seatId) })
  }
  if (stage.phase !== 'talking') return
  const seat = seatOf(floor, stage.seatId)
  floor.out.toCustomer(linkId, { type: 'call/accepted', sessionId, seat, room: floor.media.customerRoom(session) })
  if (stage.held) floor.out.toCustomer(linkId, { type: 'call/held', sessionId, held: true })
}

function admit(floor: Floor, request: StartRequest): Session | ServerMessage {
  const { config, sessions } = floor
  const { callId, userId } = request
  const refused = { type: 'call/refused', callId } as const
  const channel = Object.hasOwn(config.channels, request.channelId) ? config.channels[request.channelId] : undefined
  if (!channel) return { ...refused, code: 'CHANNEL_UNKNOWN', message: 'There is no such channel.' }
  const running = [...sessions.values()].find((session) => session.userId === userId)
  if (running?.line === 'up') return { ...refused, code: 'CALL_IN_PROGRESS', message: 'You are in a call already.' }
  if (floor.draining || sessions.size >= config.maxSessions) {
    return { ...refused, code: 'TOO_BUSY', message: 'All lines are busy.', retryAfterMs }
  }
  // The app was killed and opened again: nobody is left to resume the old line.
  if (running) endAndTell(floor, running, { closeBy: 'admin', endStatus: 'callConflict' })
  return open(floor, request, channel)
}

function open(floor: Floor, request: StartRequest, channel: Channel): Session {
  const now = floor.clock.now()
  const place = takePlace(floor, request.userId, request.channelId)
  const cameBack = place?.state === 'gone' ? undefined : place
  const session: Session = {
    ...request,
    sessionId: randomBytes(12).toString('base64url'),
    roomId: randomBytes(12).toString('base64url'),
    channelName: channel.name,
    group: cameBack ? cameBack.group : channel.group,
    ...{ cameBack, placeGone: place?.state === 'gone', waitsSince: cameBack?.since },
    lastSeat: channel.lastSeatFirst ? lastSeatOf(floor, request.userId) : undefined,
    startedAt: now,
    line: 'up',
    stage: { phase: 'ivr', menu: channel.ivr },
    since: now,
    ivrPath: cameBack?.ivrPath ?? [],
    passed: new Set(),
    servings: [],
    missedRings: 0,
    stopTimer: () => undefined,
  }
  if (cameBack) floor.queue.handOver(cameBack, session)
  return session
}

function lastSeatOf({ book }: Floor, userId: string): string | undefined {
  return book
    .ofCustomer(userId)
    .findLast(({ seatIds }) => seatIds.length > 0)
    ?.seatIds.at(-1)
}

function started(floor: Floor, session: Session): ServerMessage {
  const { callId, sessionId } = session
  floor.sessions.set(sessionId, session)
  enter(floor, session, session.stage)
  return { type: 'call/started', callId, sessionId }
}

/** The customer's phone has lost the room for good, and asks for a new way into it. */
export function rejoin(floor: Floor, session: Session): void {
  const { linkId, sessionId } = session
  floor.out.toCustomer(linkId, { type: 'call/room', sessionId, room: floor.media.customerRoom(session) })
}

/**
 * Who may not call, and when nobody answers, is told so in a session of its own: the vendor records it too. Who comes back
 * was in the line, or is expected: they are answered as those who held it as the channel closed.
 */
function route(floor: Floor, session: Session): void {
  const { blackList, channels, holidays } = floor.config
  const channel = channels[session.channelId]
  if (blackList.some((name) => name === session.userId || userIdOf(name) === session.userId)) {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'blackList' })
  } else if (!session.cameBack && !isOpen(channel?.openHours, holidays, floor.clock.date())) {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'notWorkTime' })
  } else if (session.cameBack) {
    enqueue(floor, session, session.cameBack.wanted)
  } else if (channel?.ivr) {
    greet(floor, session, channel.ivr)
  } else {
    enqueue(floor, session)
  }
}
