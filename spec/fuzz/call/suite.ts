import { draw } from '../../../lib/testing/draw'
import { sentLetter } from '../../../lib/testing/sent'
import { PHASE_LETTERS } from '../../../lib/call/phase'
import { storyOf } from '../script'
import type { Suite } from '../suite'
import type { Trace } from '../trace'
import { CALL_LANES, CALL_OPENINGS } from './alphabet'
import { CALL_INVARIANTS } from './invariants'
import { playCall } from './play-call'

/** What came of a story: the phases that were entered, and what was sent. */
export const drawTrace = ({ transitions, sent }: Trace): string => {
  const sees = transitions
    .filter(({ from, to }) => from.phase !== to.phase)
    .map(({ to, at }) => ({ frame: at, letter: PHASE_LETTERS[to.phase] }))
  const sends = sent.map(({ message, transition }) => ({
    frame: transitions[transition]?.at ?? 0,
    letter: sentLetter(message),
  }))
  return `    sees    ${draw(sees)}\n    sends   ${draw(sends)}`
}

export const callSuite: Suite<Trace> = {
  name: 'a call over any line',
  stories: storyOf(CALL_LANES, CALL_OPENINGS, 1),
  play: playCall,
  invariants: CALL_INVARIANTS,
  outcome: drawTrace,
}
