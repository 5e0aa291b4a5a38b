import { marbles } from 'rxjs-marbles/jest'
import { muteWhileInterrupted } from '../../lib/entries/policies'
import { microphone } from './facts'

const policies = [muteWhileInterrupted()]

describe('muteWhileInterrupted', () => {
  it(
    'mutes while another sound has the phone, and unmutes afterwards',
    marbles((m) => {
      const phone = '   ----i--c'
      const voice = '   ----m--u'
      m.expect(microphone(m, { phone, policies })).toBeObservable(voice)
    }),
  )

  it(
    'a customer who was muted before stays so',
    marbles((m) => {
      const user = '    d--m'
      const phone = '   -----i--c'
      const voice = '   ---m'
      m.expect(microphone(m, { user, phone, policies })).toBeObservable(voice)
    }),
  )

  it(
    'the customer touches the switch meanwhile: the customer wins',
    marbles((m) => {
      const user = '    d-----um'
      const phone = '   ----i-----c'
      const voice = '   ----m-um'
      m.expect(microphone(m, { user, phone, policies })).toBeObservable(voice)
    }),
  )

  it(
    'the customer mutes in the very frame of the interruption: the customer wins',
    marbles((m) => {
      const user = '    d---m'
      const phone = '   ----i--c'
      const voice = '   ----m'
      m.expect(microphone(m, { user, phone, policies })).toBeObservable(voice)
    }),
  )

  it(
    'the interruption is over in the frame in which it began: nothing is left muted',
    marbles((m) => {
      const phone = '   ----(ic)'
      const voice = '   ----(mu)'
      m.expect(microphone(m, { phone, policies })).toBeObservable(voice)
    }),
  )

  it(
    'each interruption anew',
    marbles((m) => {
      const phone = '   ----i--c--h--s'
      const voice = '   ----m--u--m--u'
      m.expect(microphone(m, { phone, policies })).toBeObservable(voice)
    }),
  )
})
