/** What the agent should know before the first word: it goes with the call, and into no recording. */
import { callError, startCall, updateContext } from '../../lib/entries/call'
import { createRedact } from '../../lib/recording/redact'
import { callMarbles, CALL_ID, SESSION_ID } from '../../lib/entries/testing'
import { announce, step } from '../../lib/call/step'
import { EVENTS, sessionIn } from './sessions'

const order = startCall({ channelId: 'service', callId: CALL_ID, context: { order: 'A-1029', count: 2 } })
const context = '{"order":"A-1029","count":2}'
const changed = updateContext({ order: 'A-2000' })
const letters = { user: { o: order, x: changed } }
const up = (can: readonly string[]) => ({ type: 'line/up', resumed: false, can }) as const

describe('a context', () => {
  it(
    'goes with the dialling, and may change while the customer waits',
    callMarbles(({ call, expectCall }) => {
      const user = '  o----x'
      const seat = '  -s-q--'
      const sees = '  DV-W--'
      const sends = ' s----x'
      expectCall(call({ user, seat, letters }))
        .toSee(sees)
        .toSend(sends)
        .sent(
          { type: 'call/start', channelId: 'service', context },
          { type: 'call/aside', sessionId: SESSION_ID, about: 'context', body: '{"order":"A-2000"}' },
        )
    }),
  )

  it(
    'is said again with the dialling to a link that never heard it',
    callMarbles(({ call, expectCall }) => {
      const user = '  o---------'
      const line = '  ---l--n---'
      const seat = '  ---------s'
      const sees = '  D--------V'
      const sends = ' s-----s---'
      expectCall(call({ user, line, seat, letters }))
        .toSee(sees)
        .toSend(sends)
        .sent({ type: 'call/start', context }, { type: 'call/start', context })
    }),
  )

  it(
    'changes nothing before the call was answered',
    callMarbles(({ call, expectCall }) => {
      const user = '  ox-------'
      const seat = '  ---s--e--'
      const sees = '  D--V--E--'
      const sends = ' s--------'
      expectCall(call({ user, seat, letters })).toSee(sees).toSend(sends)
    }),
  )

  it('is at most 4,096 bytes of JSON: a Chinese character is three of them', () => {
    const fits = { a: `${'字'.repeat(1_362)}xx` }
    expect(Buffer.byteLength(JSON.stringify(fits))).toBe(4_096)
    expect(startCall({ channelId: 'service', context: fits }).context).toBe(JSON.stringify(fits))
    const tooLong = { a: '字'.repeat(1_363) }
    expect(() => startCall({ channelId: 'service', context: tooLong })).toThrow(callError('CONTEXT_INVALID'))
    expect(() => updateContext(tooLong)).toThrow(callError('CONTEXT_INVALID'))
  })

  it.each<[string, unknown]>([
    ['a text', 'order A-1029'],
    ['a list', ['A-1029']],
    ['a number', 7],
    ['null', null],
    [
      'a circle',
      Object.assign(
        {},
        {
          get self(): unknown {
            return this
          },
        },
      ),
    ],
    ['a function', () => undefined],
  ])('that is %s is refused', (_, wrong) => {
    expect(() => updateContext(wrong as never)).toThrow(callError('CONTEXT_INVALID'))
  })
})

describe('a call centre that does not know contexts', () => {
  const answered = (can?: readonly string[]) => {
    const events = [{ ...EVENTS['line/up'], resumed: false, ...(can ? { can } : {}) }, order] as const
    const dialling = events.reduce((session, event) => step(session, event, 1)[0], sessionIn('idle'))
    const [to, effects] = step(dialling, EVENTS['call/started'], 2)
    return { phase: to.phase, told: announce({ effects }) }
  }
  const lacking = { name: 'error', detail: { code: 'NOT_SUPPORTED', cause: 'context' } }

  it('is called all the same, and the page is told', () => {
    expect(answered()).toEqual({ phase: 'ivr', told: expect.arrayContaining([lacking]) as unknown })
    expect(answered(['rejoin'])).toMatchObject({ phase: 'ivr' })
    expect(answered(['rejoin']).told).toContainEqual(lacking)
    expect(answered(['context']).told).not.toContainEqual(lacking)
  })

  it('is not sent another one', () => {
    const waiting = step(sessionIn('waiting'), { ...up([]), resumed: true }, 1)[0]
    const [to, effects] = step(waiting, changed, 2)
    expect(to).toBe(waiting)
    expect(effects).toEqual([{ type: 'tell', announcement: lacking }])
  })
})

describe('of a context, a recording and a log', () => {
  const secret = startCall({
    channelId: 'service',
    callId: CALL_ID,
    context: { order: 'A-1029', page: 'pages/order', phone: 13800138000, inner: { page: 'x', list: ['y'] } },
  })

  it('keep the names only', () => {
    const { event } = createRedact()
    expect(event(secret)).toMatchObject({
      context: '{"order":"?","page":"?","phone":"?","inner":{"page":"?","list":["?"]}}',
    })
    expect(event(changed)).toMatchObject({ body: '{"order":"?"}' })
  })

  it('keep what stands under a name that is said to be harmless, but for numbers of phones', () => {
    const { event } = createRedact(() => ['page', 'phone'])
    expect(event(secret)).toMatchObject({
      context: '{"order":"?","page":"pages/order","phone":"[number]","inner":{"page":"x","list":["?"]}}',
    })
  })

  it('replay: what was blotted is blotted in the session as in the events', () => {
    const { event, session } = createRedact()
    const dialling = step(sessionIn('idle'), secret, 1)[0]
    expect(session(dialling)).toEqual(step(sessionIn('idle'), event(secret), 1)[0])
  })

  it.each([
    ['a text of the seat', 'call/aside', 'text', { id: 's1', text: 'Your number is A-1029', name: 'Lin' }],
    ['a rating', 'intent/aside', 'rating', { score: 1, tags: ['slow'], comment: 'Call me at home' }],
    ['an offer', 'call/aside', 'waiting', { offer: { turn: 'T1', backWithinMs: 300_000 } }],
  ] as const)('of %s keep the names only, too', (_, type, about, said) => {
    const event = { type, about, sessionId: SESSION_ID, body: JSON.stringify(said) }
    const kept = createRedact().event(event)
    expect(
      'body' in kept ? kept.body.replace(/"(id|text|name|score|tags|comment|offer|turn|backWithinMs)":/g, '') : '',
    ).toMatch(/^[{}[\],"?]*$/)
  })

  it('hold nothing of a text that is no JSON', () => {
    expect(createRedact().event({ type: 'intent/aside', about: 'context', body: 'A-1029' })).toMatchObject({
      body: '?',
    })
  })
})
