/** A phone that is asked whether it can call, and answers as a story wants it. */
import { defer, EMPTY, finalize, NEVER, type Observable, of, Subject, switchMap, take, throwError } from 'rxjs'
import type { AskReadiness, Obstacle } from '../../../lib/run/ports'

type Answer = Observable<Obstacle | null>

const ANSWERS: Readonly<Record<string, Answer>> = {
  y: of(null),
  x: of({ code: 'MICROPHONE_REFUSED', cause: 'no' }),
  e: throwError(() => new Error('no answer')),
  c: EMPTY,
}

export interface Gate {
  readonly ask: AskReadiness
  readonly answer: (letter: string) => void
  /** How many questions are open now, and were at most. */
  readonly questions: { open: number; most: number }
}

export const createGate = (): Gate => {
  const letter$ = new Subject<string>()
  let isPrompt = false
  const questions = { open: 0, most: 0 }
  const question$ = defer(() => {
    questions.open += 1
    questions.most = Math.max(questions.open, questions.most)
    return letter$.pipe(
      take(1),
      switchMap((letter) => ANSWERS[letter] ?? NEVER),
      finalize(() => (questions.open -= 1)),
    )
  })
  return {
    ask: () => (isPrompt ? of(null) : question$),
    answer: (letter) => {
      // From now on at once: within the event that dials.
      if (letter === 's') isPrompt = true
      letter$.next(letter === 's' ? 'y' : letter)
    },
    questions,
  }
}
