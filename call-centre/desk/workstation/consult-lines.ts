/** What is said of a consult on the stage of either seat. */
import { isAsked } from './consult'
import type { TalkingCall } from './state'
import type { WorkstationWords } from './words'

/** With whom the agent is now. */
export const talkTitle = (call: TalkingCall, words: WorkstationWords): string => {
  const { consult, held } = call
  const state = consult?.state
  if (state === 'three') return words.threeTitle
  if (state === 'aside' || state === 'away') {
    if (isAsked(call)) return state === 'away' ? words.waitingTitle : words.asideTitle
    return held ? words.asideTitle : words.awayTitle
  }
  return held ? words.onHold : words.talking
}

/** The agent's own wish shows before the centre has said it. */
const stateNow = ({ consult, held }: TalkingCall) => {
  if (consult?.part !== 'asks' || (consult.state !== 'aside' && consult.state !== 'away')) return consult?.state
  return held ? 'aside' : 'away'
}

/** Who hears whom, and why nobody is asked any more. */
export const consultLines = (call: TalkingCall, words: WorkstationWords): readonly (string | null)[] => {
  const { consult, consultOver, held } = call
  const state = stateNow(call)
  if (consult === null || state === undefined) {
    return [consultOver && words.consultOver[consultOver.why](consultOver.name), held ? words.onHoldText : null]
  }
  const { part, name, voice, fault } = consult
  const lost = voice === 'lost' || voice === 'refused' ? words.colleagueLost(name) : null
  return [words[part][state](name), part === 'asks' ? (fault === null ? lost : words.roomFaults[fault]) : null]
}

/** Of the room that carries the call; a seat that is asked hears a colleague in it. */
export const voiceLine = (call: TalkingCall, words: WorkstationWords): string => {
  const { voice, fault, consult } = call
  if (fault !== null) return words.roomFaults[fault]
  return voice === 'lost' && consult && isAsked(call) ? words.colleagueLost(consult.name) : words.voice[voice]
}
