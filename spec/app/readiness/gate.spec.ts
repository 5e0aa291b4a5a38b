/** The gate of a call, in virtual time; its races are in spec/races/table/asking-the-phone.ts. */
import { EMPTY, NEVER, type Observable, of, Subject, throwError } from 'rxjs'
import {
  type AskReadiness,
  type CallEvent,
  createCall,
  hangUp,
  type Obstacle,
  startCall,
} from '../../../lib/entries/call'
import { dialLimit, openingHours, retryWhenNoSeat } from '../../../lib/entries/policies'
import { CALL_ID, callMarbles, SESSION_ID } from '../../../lib/entries/testing'
import { START } from '../../run/ports'

const NOBODY = { type: 'call/ended', sessionId: SESSION_ID, closeBy: 'admin', endStatus: 'noSeatOnline' } as const
const AGAIN = { type: 'phone/ready', callId: `${CALL_ID}+` } as const

describe('a phone that is asked', () => {
  it(
    'hears the customer’s answer as long as that takes: the limit of the dialling counts from the start',
    callMarbles(({ call, expectCall }) => {
      const phone = '   - 59999ms y'
      const seat = '    - 59999ms - 15s s'
      const sees = '    D 59999ms - 14999ms E'
      const sends = '   - 59999ms s 14999ms hh'
      expectCall(call({ phone, seat, policies: [dialLimit()] }))
        .toSee(sees)
        .toSend(sends)
        .toEnd({ closeBy: 'timer', error: 'NO_ANSWER' })
        .nothingLeaks()
    }),
  )

  it(
    'is asked as well when a policy dials again',
    callMarbles(({ call, expectCall }) => {
      const phone = '   --y 30s -----z'
      const seat = '    ----so'
      const sees = '    D---VE 29999ms D'
      const sends = '   --s 30s -----s'
      expectCall(
        call({ phone, seat, letters: { seat: { o: NOBODY }, phone: { z: AGAIN } }, policies: [retryWhenNoSeat()] }),
      )
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'is left alone when nobody could answer anyway: a policy that does not dial at night goes first',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ phone: '----y', policies: [openingHours({ hours: [] })] }))
        .toSee('(DE)')
        .toSend('-')
        .toEnd({ closeBy: 'timer', error: 'NO_ANSWER' })
    }),
  )
})

const callWith = (readiness: AskReadiness) => {
  const events: CallEvent[] = []
  const sent: string[] = []
  const link = { open: () => NEVER, send: ({ type }: { type: string }) => void sent.push(type), probe: () => undefined }
  const call = createCall({ link, media$: NEVER, environment$: NEVER, readiness })
  const watching = call.event$.subscribe((event) => events.push(event))
  return { call, events, sent, watching, types: () => events.map(({ type }) => type) }
}

describe('the question whether the phone can call', () => {
  it('is put with what is to be dialled, once for each call', () => {
    const asked: unknown[] = []
    const { call } = callWith((dialling) => {
      asked.push(dialling)
      return NEVER
    })
    call.dispatch(startCall({ channelId: 'service', media: 'video', callId: 'call-9' }))
    call.dispatch(startCall({ channelId: 'service' }))
    expect(asked).toMatchObject([{ phase: 'dialling', awaiting: 'phone', media: 'video', callId: 'call-9' }])
  })

  it.each<[string, () => Observable<never>]>([
    ['fails', () => throwError(() => new Error('oh'))],
    [
      'throws',
      () => {
        throw new Error('oh')
      },
    ],
  ])('that %s is named, and in nobody’s way', (_, readiness) => {
    const { call, events, sent } = callWith(readiness)
    call.dispatch(START)
    expect(events).toContainEqual({ type: 'source/failed', source: 'readiness', message: 'Error: oh' })
    expect(sent).toEqual(['call/start'])
    expect(call.session).toMatchObject({ phase: 'dialling', awaiting: 'answer' })
  })

  it('that ends without an answer is in nobody’s way either', () => {
    const { call, sent } = callWith(() => EMPTY)
    call.dispatch(START)
    expect(sent).toEqual(['call/start'])
  })

  it('is answered once: a later answer changes nothing', () => {
    const { call, sent, types } = callWith(() => of(null, { code: 'NETWORK' } as const, null))
    call.dispatch(START)
    expect(sent).toEqual(['call/start'])
    expect(types().filter((type) => type.startsWith('phone/'))).toEqual(['phone/ready'])
  })

  it('is dropped at the hang-up, and put anew for the next call, also one with the same id', () => {
    const questions: Subject<Obstacle | null>[] = []
    const { call, sent, watching } = callWith(() => {
      const question$ = new Subject<Obstacle | null>()
      questions.push(question$)
      return question$
    })
    call.dispatch(START)
    call.dispatch(hangUp())
    expect(questions[0]?.observed).toBe(false)
    call.dispatch(START)
    questions[0]?.next(null)
    expect(sent).toEqual([])
    questions[1]?.next(null)
    expect(sent).toEqual(['call/start'])
    call.dispatch(hangUp())
    call.dispatch(START)
    watching.unsubscribe()
    expect(questions.filter(({ observed }) => observed)).toEqual([])
  })

  it('is not answered by what was meant for the call before, though it stands in the queue behind the next', () => {
    const answers = new Map<string, Subject<Obstacle | null>>()
    const { call, sent, types } = callWith(({ callId }) => {
      const answer$ = new Subject<Obstacle | null>()
      answers.set(callId, answer$)
      return answer$
    })
    call.dispatch(START)
    const helping = call.context.event$.subscribe(({ type }) => {
      if (type !== 'intent/mute') return
      call.dispatch(hangUp())
      call.dispatch(startCall({ channelId: 'service', callId: 'call-2' }))
      answers.get('call-1')?.next(null)
    })
    call.dispatch({ type: 'intent/mute' })
    helping.unsubscribe()
    expect(types()).toContain('phone/ready')
    expect(call.session).toMatchObject({ callId: 'call-2', awaiting: 'phone' })
    expect(sent).toEqual([])
  })
})
