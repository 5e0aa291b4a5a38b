/** The kit itself: what it lets through, and that a spec with a fault fails. */
import { EMPTY, interval, map } from 'rxjs'
import { mute, type Policy } from '../../lib/entries/call'
import { ringLimit } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

describe('a spec that is right', () => {
  it(
    'a line that does not say s or f is answered one frame after it is dialled',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ seat: '----r' }))
        .toSee('               DV--R')
        .toSend('              s')
    }),
  )

  it(
    'the letters of the customer, the seat, the line and the phone',
    callMarbles(({ call, expectCall }) => {
      const user = '   -d------1'
      const seat = '   ---sqra---e'
      const line = '   --------l'
      const phone = '  -------h-s'
      const sees = '   -D-VWRT---E'
      const sends = '  -s-----odc'
      expectCall(call({ user, seat, line, phone })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'two calls of one spec know nothing of each other',
    callMarbles(({ call, expectCall }) => {
      const answered = call({ seat: '--a' })
      const refused = call({ seat: '--f' })
      expectCall(answered).toSee('    DVT')
      expectCall(refused).toSee('     D-E')
    }),
  )

  it(
    'ends, although a policy ticks for ever',
    callMarbles(({ call, expectCall }) => {
      const ticks: Policy = () => interval(600_000).pipe(map(() => mute()))
      expectCall(call({ policies: [ticks] })).toSee('DV')
    }),
  )
})

describe('what a call leaves', () => {
  it(
    'one end, the messages, and nothing else',
    callMarbles(({ call, expectCall }) => {
      const seat = '  -sr'
      const policies = [ringLimit({ ms: 45_000 })]
      expectCall(call({ seat, policies }))
        .sent({ type: 'call/start', channelId: 'service' }, { type: 'call/hangUp', endStatus: 'ringingGiveUp' })
        .toEnd({ closeBy: 'timer', endStatus: 'ringingGiveUp', cause: 'ringLimit: nobody answered' })
        .endedOnce()
        .nothingLeaks()
    }),
  )

  const failing = (spec: Parameters<typeof callMarbles>[0]) => expect(callMarbles(spec))

  it('no end is not one end, and neither are two', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ seat: '--r' })).endedOnce()
    }).toThrow('but it was  DVR')
    failing(({ call, expectCall }) => {
      expectCall(call({ user: 'd-hrh' })).endedOnce()
    }).toThrow('but it was  DVEDE')
  })

  it('another end draws both, and so does none', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ user: 'd-h' })).toEnd({ closeBy: 'seat', endStatus: 'ivrGiveUp' })
    }).toThrow(/expected to end {3}{"closeBy":"seat",.*\n +but it was {2}{"closeBy":"client","endStatus":"ivrGiveUp",/)
    failing(({ call, expectCall }) => {
      expectCall(call({ seat: '--r' })).toEnd({ closeBy: 'client' })
    }).toThrow('but it was  no end')
  })

  it('another message, one more or one less draws both lists', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ user: 'd-h' })).sent({ type: 'call/start' }, { type: 'call/hangUp', closeBy: 'timer' })
    }).toThrow(/expected to send {2}call\/start\n +call\/hangUp {"closeBy":"timer"}\n +but it was {2}call\/start {/)
    failing(({ call, expectCall }) => {
      expectCall(call({ user: 'd-h' })).sent({ type: 'call/start' })
    }).toThrow('call/hangUp')
    failing(({ call, expectCall }) => {
      expectCall(call({})).sent({ type: 'call/start' }, { type: 'call/hangUp' })
    }).toThrow('call/hangUp')
  })

  it('a timer that a policy starts behind the back of the call', () => {
    const careless: Policy = () => {
      interval(1000).subscribe()
      return EMPTY
    }
    failing(({ call, expectCall }) => {
      expectCall(call({ policies: [careless] })).nothingLeaks()
    }).toThrow('but it left 1 timers and 0 subscriptions')
  })
})

it('a call that somebody still watches has left nothing yet', () => {
  const spec = callMarbles(({ call, expectCall }) => {
    const scene = call({})
    scene.sees$.subscribe()
    expectCall(scene).nothingLeaks()
  })
  expect(spec).toThrow('but it left 0 timers and 3 subscriptions')
})

describe('a spec that is wrong', () => {
  const failing = (spec: Parameters<typeof callMarbles>[0]) => expect(callMarbles(spec))

  it('about what is seen fails, and draws both lines', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ seat: '--r' })).toSee('DVT')
    }).toThrow('\nexpected to see   DVT\n     but it was  DVR')
  })

  it('about what is sent fails, even when what is seen is right', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ user: 'd-h' }))
        .toSee('DVE')
        .toSend('s')
    }).toThrow('\nexpected to send  s\n     but it was  s-h')
  })

  it('by one frame fails', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ seat: '--r 44999ms a' })).toSee('DVR 45s T')
    }).toThrow('but it was  DVR 44999ms T')
  })

  it('that expects nothing fails', () => {
    failing(({ call }) => {
      call({ seat: '--r' })
    }).toThrow('This spec expects nothing')
  })

  it('that expects something of nobody’s call fails', () => {
    let stray: ReturnType<Parameters<Parameters<typeof callMarbles>[0]>[0]['call']> | undefined
    callMarbles(({ call, expectCall }) => {
      stray = call({})
      expectCall(stray).toSee('DV')
    })()
    failing(({ expectCall }) => {
      if (stray !== undefined) expectCall(stray).toSee('DV')
    }).toThrow('this very spec')
  })

  it('that throws fails with what it threw', () => {
    failing(() => {
      throw new Error('mine')
    }).toThrow('mine')
  })

  it('with a letter that stands for nothing fails, and names it', () => {
    failing(({ call, expectCall }) => {
      expectCall(call({ seat: '--?' })).toSee('DV')
    }).toThrow("The seat line has no letter '?'")
  })
})
