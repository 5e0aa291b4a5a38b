import { filter, ignoreElements, map, merge, type Observable, Subject, tap, timer } from 'rxjs'
import type { Context } from 'rxjs-marbles'
import { marbles } from 'rxjs-marbles/jest'
import { named, type Policy } from '../../lib/entries/policies'
import { createScene, type SceneLines } from '../../lib/entries/testing'

const LETTERS: Readonly<Record<string, string>> = {
  'call/accepted': 'a',
  'intent/hangUp': 'h',
  'app/hidden': 'i',
  'line/lost': 'l',
}

/** What happens after the dialling. */
const happens = (m: Context, lines: SceneLines): Observable<string> => {
  const { call, sees$ } = createScene(m, lines)
  const letters$ = call.event$.pipe(
    map(({ type }) => LETTERS[type] ?? ''),
    filter((letter) => letter !== ''),
  )
  return merge(letters$, sees$.pipe(ignoreElements()))
}

/** A policy with a timer that can be heard. */
const clock = (frame: number): { readonly policy: Policy; readonly fires$: Observable<string> } => {
  const fires$ = new Subject<string>()
  const policy = named('clock', () =>
    timer(frame).pipe(
      tap(() => {
        fires$.next('t')
      }),
      ignoreElements(),
    ),
  )
  return { policy, fires$: fires$.asObservable() }
}

// Every picture of a race rests on this.
describe('in one frame', () => {
  it(
    'the upper line goes first, whatever it is',
    marbles((m) => {
      const lines = { seat: '-s---a', phone: '-----h', line: '-----l', user: 'd----h' }
      m.expect(happens(m, lines)).toBeObservable('-----(ailh)')
    }),
  )

  it(
    'upside down it is the other way round',
    marbles((m) => {
      const lines = { user: 'd----h', line: '-----l', phone: '-----h', seat: '-s---a' }
      m.expect(happens(m, lines)).toBeObservable('-----(hlia)')
    }),
  )

  it(
    'what stands above a policy comes before its timer',
    marbles((m) => {
      const { policy, fires$ } = clock(5)
      const lines = { user: 'd', seat: '-s---a', policies: [policy] }
      m.expect(merge(happens(m, lines), fires$)).toBeObservable('-----(at)')
    }),
  )

  it(
    'what stands below a policy comes after its timer',
    marbles((m) => {
      const { policy, fires$ } = clock(5)
      const lines = { policies: [policy], user: 'd', seat: '-s---a' }
      m.expect(merge(happens(m, lines), fires$)).toBeObservable('-----(ta)')
    }),
  )
})
