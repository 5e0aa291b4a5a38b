/** Why a call ended, in sentences for support staff: the end, and the chain of what led to it. */
import { CATALOGUE } from '../../lib/errors/catalogue'
import { IN_CHINESE } from '../dictionaries/in-chinese'
import type { CallEvent } from '../../lib/call/event'
import { END_WORDS } from '../dictionaries/end-words'
import type { Ended, Leg, Session } from '../../lib/call/session'
import type { Transition } from '../../lib/call/step'
import { endingOf, mishapOf } from './explain-events'
import { type Language, WORDS, type Words } from './explain-words'
import { lastCall } from './last-call'
import type { Recording } from '../../lib/recording/recording'

export type { Language } from './explain-words'

const secondsIn = (words: Words, ms: number): string => words.seconds((Math.max(0, ms) / 1000).toFixed(1))

const isLost = ({ state }: Leg): boolean => state === 'reconnecting' || state === 'failed'

const lastOf = <Type extends CallEvent['type']>(transitions: readonly Transition[], ...types: readonly Type[]) =>
  transitions
    .map(({ event }) => event)
    .filter((event): event is Extract<CallEvent, { type: Type }> => types.some((type) => type === event.type))
    .pop()

/** What was wrong at the end, the earliest first. */
const circumstances = (
  session: Session,
  before: readonly Transition[],
  at: number,
  words: Words,
): readonly string[] => {
  const { line, local, remote, interruption, microphone } = session
  const ago = (since: number) => secondsIn(words, at - since)
  const found: (readonly [since: number, sentence: string])[] = []
  if (line.state === 'reconnecting') {
    found.push([line.since, words.lineLost(ago(line.since), lastOf(before, 'line/lost')?.reason ?? '')])
  }
  if (isLost(local)) found.push([local.since, words.mediaLost('local', ago(local.since))])
  if (isLost(remote)) found.push([remote.since, words.mediaLost('remote', ago(remote.since))])
  if (interruption !== null)
    found.push([interruption.since, words.interrupted(interruption.reason, ago(interruption.since))])
  const sentences = found.sort(([one], [other]) => one - other).map(([, sentence]) => sentence)
  if (microphone.desired === 'on') return sentences
  return [...sentences, words.muted(lastOf(before, 'intent/mute')?.policy ?? null)]
}

const history = (transitions: readonly Transition[], words: Words): readonly string[] => {
  const told = transitions.map(({ event }) => mishapOf(event, words)).filter((sentence) => sentence !== null)
  const mishaps = told.filter((sentence, index) => told.indexOf(sentence) === index)
  const losses = transitions.filter(
    ({ from, to }) => from.line.state !== 'reconnecting' && to.line.state === 'reconnecting',
  )
  return losses.length > 1 ? [...mishaps, words.losses(losses.length)] : mishaps
}

const beginning = (transitions: readonly Transition[], isWhole: boolean, words: Words): readonly string[] => {
  const [first] = transitions
  if (first === undefined || first.to.phase === 'idle') return []
  const { channelId, startedAt } = first.to
  const steps = transitions
    .filter(({ from, to }) => from.phase !== to.phase && to.phase !== 'dialling' && to.phase !== 'ended')
    .map(({ to, at }) => words.reached(words.phases[to.phase], secondsIn(words, at - startedAt)))
  return [words.dialled(channelId, new Date(startedAt).toISOString()), ...(isWhole ? [] : [words.cut]), ...steps]
}

/** A call that ended as it should needs no chain of causes. */
const advice = ({ endStatus, error }: Ended['end'], language: Language): readonly string[] => {
  if (error === null && endStatus === 'ok') return []
  const words = WORDS[language]
  const inCatalogue = language === 'zh' ? IN_CHINESE : CATALOGUE
  const { cause, remedy } = error === null ? END_WORDS[endStatus][language] : inCatalogue[error]
  return [words.meaning(cause), words.remedy(remedy)]
}

const ending = (transition: Transition & { readonly to: Ended }, before: readonly Transition[], language: Language) => {
  const words = WORDS[language]
  const { event, from, to, at } = transition
  const { endStatus, code, duration } = to.end
  return [
    endingOf(event, to.end, words),
    ...circumstances(from, before, at, words),
    ...history(before, words),
    words.status(words.phases[from.phase], endStatus, String(code), words.seconds(String(duration))),
    ...advice(to.end, language),
  ]
}

const isEnding = (transition: Transition): transition is Transition & { readonly to: Ended } =>
  transition.from.phase !== 'ended' && transition.to.phase === 'ended'

/** Why the last call of a recording ended, one sentence an item: what happened, the cause, and what led to it. */
export const explain = (recording: Recording, language: Language = 'zh'): readonly string[] => {
  const words = WORDS[language]
  const { transitions, isWhole } = lastCall(recording)
  const told = beginning(transitions, isWhole, words)
  const end = transitions.find(isEnding)
  if (end !== undefined) return [...told, ...ending(end, transitions.slice(0, transitions.indexOf(end)), language)]
  const last = transitions[transitions.length - 1]
  if (last === undefined || last.to.phase === 'idle' || last.to.phase === 'ended') return [words.nothing]
  return [...told, words.goesOn(words.phases[last.to.phase], secondsIn(words, last.at - last.to.startedAt))]
}
