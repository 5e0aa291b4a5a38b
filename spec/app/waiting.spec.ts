/** Waiting without holding, as a page shows and takes the offer. */
import { timer } from 'rxjs'
import type { CallEvent } from '../../lib/entries/call'
import { callMarbles, SESSION_ID } from '../../lib/entries/testing'
import { waiting, type WaitingOffer } from '../../lib/entries/waiting'
import { sdkOf } from './sdk-of'

const about = (value: object): CallEvent & { type: 'call/aside' } => ({
  ...{ type: 'call/aside', sessionId: SESSION_ID, about: 'waiting' },
  body: JSON.stringify(value),
})

const seat = {
  s: { type: 'call/started', callId: 'call-1', sessionId: SESSION_ID },
  q: { type: 'call/queued', sessionId: SESSION_ID, position: 3 },
  r: { type: 'call/ringing', sessionId: SESSION_ID, seat: { seatId: '1', name: 'Lin' } },
  e: { type: 'call/ended', sessionId: SESSION_ID, closeBy: 'client', endStatus: 'waitingGiveUp' },
  o: about({ offer: { turn: 'T1', reminder: 'R1', backWithinMs: 300_000 } }),
  j: about({ offer: { turn: 7 } }),
  k: about({ kept: { backWithinMs: 300_000 } }),
  g: about({ gone: true }),
} as const

const user = { d: { type: 'intent/startCall', callId: 'call-1', channelId: 'service', media: 'audio' } } as const

type Ask = (options: {
  readonly tmplIds: readonly string[]
  readonly success: (answers: object) => void
  readonly fail: (failure: object) => void
}) => void

/** What the phone was asked for. */
let asked: (readonly string[])[]

const phone = (answer: (options: Parameters<Ask>[0]) => void): void => {
  asked = []
  const requestSubscribeMessage: Ask = (options) => {
    asked.push(options.tmplIds)
    answer(options)
  }
  Object.assign(globalThis, { wx: { requestSubscribeMessage } })
}

const allows = (...ids: readonly string[]) => {
  phone(({ tmplIds, success }) => {
    success(Object.fromEntries(tmplIds.map((id) => [id, ids.includes(id) ? 'accept' : 'reject'])))
  })
}

beforeEach(() => {
  allows('T1', 'R1')
})
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx')
})

interface Scene {
  readonly seat: string
  readonly sees: string
  readonly sends: string
  /** In which frames the customer taps. */
  readonly taps?: readonly number[]
}

const play = ({ taps = [], sees, sends, seat: does }: Scene) => {
  const seen: (WaitingOffer | null)[] = []
  const sent: object[] = []
  callMarbles(({ call, expectCall }) => {
    const scene = call({ user: 'd', seat: does, letters: { seat, user } })
    const { offer$, leave } = waiting(
      sdkOf(scene.call, (_, value) => {
        sent.push(value)
      }),
    )
    offer$.subscribe((offer) => seen.push(offer))
    for (const frame of taps) timer(frame).subscribe(leave)
    expectCall(scene).toSee(sees).toSend(sends)
  })()
  return { seen, sent }
}

const offer = { state: 'offered', backWithinMs: 300_000, refused: false } as const

describe('the offer to wait without holding', () => {
  it('is asked for by a page that shows it, once, and shown while the call waits', () => {
    const { seen, sent } = play({ seat: '-s-q-o-r', sees: 'DV-W---R', sends: 'sx' })
    expect(sent).toEqual([{}])
    expect(seen).toEqual([null, offer, null])
  })

  it('is taken in one tap: the messages are asked for, and the centre is told', () => {
    const { seen, sent } = play({ seat: '-s-q-o----ke', taps: [7], sees: 'DV-W-------E', sends: 'sx-----x' })
    expect(asked).toEqual([['T1', 'R1']])
    expect(sent[1]).toEqual({ allowed: ['T1', 'R1'], leave: true })
    expect(seen).toEqual([
      ...[null, offer],
      { state: 'leaving', backWithinMs: 300_000 },
      { state: 'kept', backWithinMs: 300_000 },
    ])
  })

  it('is taken once by a finger that taps twice: the answer to the one question counts', () => {
    phone(({ success, fail }) => {
      if (asked.length > 1) fail({ errMsg: 'requestSubscribeMessage:fail last call has not ended' })
      else
        timer(3).subscribe(() => {
          success({ T1: 'accept', R1: 'reject' })
        })
    })
    const { seen, sent } = play({ seat: '-s-q-o', taps: [7, 8, 11], sees: 'DV-W', sends: 'sx--------x' })
    expect(asked).toEqual([['T1', 'R1']])
    expect(sent).toEqual([{}, { allowed: ['T1'], leave: true }])
    expect(seen).toEqual([null, offer, { state: 'leaving', backWithinMs: 300_000 }])
  })

  it('that is refused is told so, and the call waits on; the next tap asks again', () => {
    allows()
    const { seen, sent } = play({ seat: '-s-q-o', taps: [7, 8], sees: 'DV-W', sends: 'sx' })
    expect(seen).toEqual([null, offer, { ...offer, refused: true }])
    expect([sent, asked.length]).toEqual([[{}], 2])
  })

  it('of which only the reminder is allowed does not leave, and the centre knows of the consent', () => {
    allows('R1')
    const { sent } = play({ seat: '-s-q-o', taps: [7], sees: 'DV-W', sends: 'sx-----x' })
    expect(sent[1]).toEqual({ allowed: ['R1'] })
  })

  it.each<[string, (options: Parameters<Ask>[0]) => void]>([
    [
      'the main switch is off',
      ({ fail }) => {
        fail({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 })
      },
    ],
    [
      'the phone throws',
      () => {
        throw new Error('can only be invoked by user TAP gesture')
      },
    ],
  ])('is refused when %s', (_, answer) => {
    phone(answer)
    const { seen } = play({ seat: '-s-q-o', taps: [7], sees: 'DV-W', sends: 'sx' })
    expect(seen.at(-1)).toEqual({ ...offer, refused: true })
  })

  it('of which the phone never tells an answer stays, and a ring takes it away', () => {
    phone(() => undefined)
    const { seen } = play({ seat: '-s-q-o--r', taps: [7], sees: 'DV-W----R', sends: 'sx' })
    expect(seen).toEqual([null, offer, null])
  })

  it('loses to a ring that came while it was taken; it is there again when nobody answers', () => {
    const { seen } = play({ seat: '-s-q-o--r-q', taps: [7], sees: 'DV-W----R-W', sends: 'sx-----x' })
    expect(seen).toEqual([null, offer, { state: 'leaving', backWithinMs: 300_000 }, null, offer])
  })

  it('that cannot be read is none, and a tap without one does nothing', () => {
    const { seen } = play({ seat: '-s-q-j', taps: [4, 7], sees: 'DV-W', sends: 'sx' })
    expect([seen, asked]).toEqual([[null], []])
  })

  it('is not asked for by a phone without subscription messages', () => {
    Object.assign(globalThis, { wx: {} })
    expect(play({ seat: '-s-q', sees: 'DV-W', sends: 's' }).sent).toEqual([])
  })
})

it('a customer who comes too late is told that the place is gone', () => {
  expect(play({ seat: '-s-g-q', sees: 'DV---W', sends: 'sx' }).seen).toEqual([null, { state: 'gone' }])
})
