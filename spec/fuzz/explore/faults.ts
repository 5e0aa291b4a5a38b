/** What can be wrong with one step of a call. */
import { mediaWish } from '../../../lib/call/media-wish'
import { NEXT_PHASES } from '../../../lib/call/phase'
import { isConnected, isRunning, type Session } from '../../../lib/call/session'
import { messagesFor, type Transition } from '../../../lib/call/step'
import type { ClientMessage } from '../../../lib/link/messages'
import { asksPhone } from '../call/asking'

export const AT = 1
const MOST_RETRIES = 3

type Rule = (transition: Transition, said: readonly ClientMessage[]) => boolean

const isDrawn: Rule = ({ from, to }) => from.phase === to.phase || NEXT_PHASES[from.phase].includes(to.phase)

const isSilentWithoutACall: Rule = ({ to }) => {
  const { pushUrl, playUrl, microphone, camera } = mediaWish(to)
  return isRunning(to) || (pushUrl === '' && playUrl === '' && !microphone && !camera)
}

const hasPicturesOnlyInVideo: Rule = ({ to }) => {
  const { video, camera } = mediaWish(to)
  if (isRunning(to) && to.media === 'video') return true
  return !video && !camera && to.camera.desired === 'off' && to.facing.desired === 'front'
}

const hasACode: Rule = ({ from, to }) =>
  !isRunning(from) || to.phase !== 'ended' || to.end.code !== 0 || to.end.endStatus === 'error'

const speaksOfItsOwn: Rule = ({ event, from }, said) => {
  const mine = isConnected(from) ? from.sessionId : null
  // Beside the voice something may be said of a call that is over.
  const last = 'sessionId' in from ? from.sessionId : null
  const isOwn = (message: ClientMessage) =>
    !('sessionId' in message) || message.sessionId === (message.type === 'call/aside' ? last : mine)
  return event.type === 'call/started' || said.every(isOwn)
}

const tellsOfTheEnd: Rule = ({ event, from, to }, said) =>
  !isRunning(from) ||
  to.phase !== 'ended' ||
  asksPhone(from) ||
  /^(call\/|line\/up)/.test(event.type) ||
  said.some(({ type }) => type === 'call/hangUp')

/** But the end of a session before it, which nobody wants. */
const saysNothingBeforeThePhone: Rule = ({ event, from }, said) =>
  !asksPhone(from) || event.type === 'phone/ready' || event.type === 'call/started' || said.length === 0

const asksThePhoneFirst: Rule = ({ event, from, to }) =>
  event.type !== 'phone/unready' || from === to || (asksPhone(from) && to.phase === 'ended')

const mendsThreeTimes: Rule = ({ to }) => to.retries <= MOST_RETRIES && (isConnected(to) || to.retries === 0)

const asksForARoom: Rule = ({ from, to }, said) => {
  const isLeft = isConnected(from) && isConnected(to) && to.room === null && to.retries > from.retries
  return said.filter(({ type }) => type === 'call/rejoin').length === Number(isLeft)
}

const wishes = ({ microphone, soundMode, camera, facing }: Session): string =>
  [microphone, soundMode, camera, facing].map(({ desired }) => desired).join()

const keepsTheWishes: Rule = ({ event, from, to }) =>
  event.type.startsWith('intent/') || !isRunning(from) || !isRunning(to) || wishes(from) === wishes(to)

const RULES: readonly (readonly [string, Rule])[] = [
  ['is no arrow of the drawing', isDrawn],
  ['leaves media on', isSilentWithoutACall],
  ['wants a picture without a video call', hasPicturesOnlyInVideo],
  ['has no code', hasACode],
  ['speaks for a session that does not run', speaksOfItsOwn],
  ['ends a call and tells nobody', tellsOfTheEnd],
  ['tells of a call before the phone is ready', saysNothingBeforeThePhone],
  ['is an answer of a phone that was not asked', asksThePhoneFirst],
  ['mends media once too often', mendsThreeTimes],
  ['asks for a room wrongly', asksForARoom],
  ['forgets what the customer wants', keepsTheWishes],
]

export const faultOf = (transition: Transition): string | undefined => {
  const said = messagesFor(transition)
  return RULES.find(([, holds]) => !holds(transition, said))?.[0]
}
