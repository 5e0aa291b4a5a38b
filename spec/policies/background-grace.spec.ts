import { marbles } from 'rxjs-marbles/jest'
import { backgroundGrace } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'
import { microphone } from './facts'

const keep = [backgroundGrace({ ms: 20_000 })]
const mute = [backgroundGrace({ ms: 20_000, meanwhile: 'mute' })]

describe('backgroundGrace', () => {
  it(
    'hangs up when the app stays in the background',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ----h'
      const sees = '   DVT-- 19999ms E'
      const sends = '  s---o 19999ms h'
      expectCall(call({ seat, phone, policies: keep }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'the app is shown in the very frame of the limit: the call wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ----h 19999ms s'
      const sees = '   DVT'
      const sends = '  s---o 19999ms c'
      expectCall(call({ seat, phone, policies: keep }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'an app that is hidden before the call is dialled has the same time',
    callMarbles(({ call, expectCall }) => {
      const phone = '  h'
      const user = '   -d'
      const sees = '   -DV 19998ms E'
      const sends = '  -s- 19998ms h'
      expectCall(call({ phone, user, policies: keep }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'keeps the voice meanwhile',
    marbles((m) => {
      const phone = '   ----h--s'
      const voice = '   ---------'
      m.expect(microphone(m, { phone, policies: keep })).toBeObservable(voice)
    }),
  )

  it(
    'mutes it meanwhile when asked to',
    marbles((m) => {
      const phone = '   ----h--s'
      const voice = '   ----m--u'
      m.expect(microphone(m, { phone, policies: mute })).toBeObservable(voice)
    }),
  )
})
