import { filter, map, type Observable } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { type ClientMessage, type Policy, sendDigits } from '../../lib/entries/call'
import { createScene, type SceneLines } from '../../lib/entries/testing'

const press = { user: { p: sendDigits('123'), q: sendDigits('9') } }

const letter = (message: ClientMessage): string => {
  if (message.type === 'call/digits') return message.digits
  return message.type === 'call/start' ? 's' : 'h'
}

const keys = (sent$: Observable<ClientMessage>) => sent$.pipe(map(letter))

const expectKeys = (lines: SceneLines, expected: string) => {
  marbles((m) => {
    const { sees$, sent$ } = createScene(m, { letters: press, ...lines })
    const watching = sees$.subscribe()
    m.expect(keys(sent$)).toBeObservable(expected)
    m.flush()
    watching.unsubscribe()
  })()
}

describe('keys', () => {
  it('are pressed one by one, 200 ms apart, the first at once', () => {
    expectKeys({ user: 'd---p', seat: '-sv' }, 's---1 199ms 2 199ms 3')
  })

  it('pressed in haste come in order, each at its time', () => {
    expectKeys({ user: 'd---p 99ms q', seat: '-sv' }, 's---1 199ms 2 199ms 3 199ms 9')
  })

  it('come after the loss of the line, once, at the same pace', () => {
    expectKeys({ user: 'd---p 49ms ---', line: '----- 49ms l 999ms u', seat: '-sv' }, 's---1 1049ms 2 199ms 3')
  })

  it('that are left when the call ends are dropped, and no timer stays', () => {
    expectKeys({ user: 'd---p 250ms h', seat: '-sv' }, 's---1 199ms 2 50ms h')
    expectKeys({ user: 'd---p', seat: '-sv-- 250ms e' }, 's---1 199ms 2')
  })

  it('without a call that was answered are nothing', () => {
    expectKeys({ user: '-p--d-p', seat: '- 900ms s' }, '----s')
  })

  it('of a policy are pressed at the same pace', () => {
    const rates: Policy = ({ event$ }) =>
      event$.pipe(
        filter(({ type }) => type === 'call/ivr'),
        map(() => sendDigits('12')),
      )
    expectKeys({ user: 'd', seat: '-s-v', policies: [rates] }, 's--1 199ms 2')
  })
})
