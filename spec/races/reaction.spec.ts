import { setImmediate } from 'node:timers/promises'
import { filter, take } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { startCall } from '../../lib/entries/policies'
import { createScene } from '../../lib/entries/testing'
import { dialling } from './dialling'

/** What a page asks for while it is being told of something waits until that is done. */
describe('startCall from within the news that the call has ended', () => {
  it.each([
    ['dials the next call', ['call-2'], ['resolves session-2']],
    [
      'twice: the second is refused, and not forgotten',
      ['call-2', 'call-3'],
      ['resolves session-2', 'rejects CALL_IN_PROGRESS'],
    ],
  ])('%s', (_, callIds, settled) => {
    const run: () => Promise<void> = marbles((m) => {
      const { act, startCalls } = dialling()
      const { call, sees$ } = createScene(m, { user: 'd', seat: '-s-e---t' }, act)
      const ended$ = call.session$.pipe(
        filter(({ phase }) => phase === 'ended'),
        take(1),
      )
      m.expect(sees$).toBeObservable('DV-(ED)V')
      ended$.subscribe(() => {
        callIds.forEach((callId) => {
          act(call, startCall({ channelId: 'service', callId }))
        })
      })
      m.flush()
      return setImmediate().then(() => {
        expect(startCalls).toEqual(['resolves session-1', ...settled])
      })
    })
    return run()
  })
})
