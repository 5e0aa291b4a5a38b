import { take } from 'rxjs'
import { hangUp, placeCall, startCall } from '../../lib/entries/index'
import { ACCEPTED, ENDED, REFUSED, STARTED, world } from '../run/ports'
import { CALL_ID, SESSION_ID } from '../../lib/entries/testing'

const channelId = 'service'
const callId = CALL_ID

const attached = () => {
  const here = world()
  const watching = here.call.session$.subscribe()
  return { ...here, watching }
}

const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

describe('placeCall', () => {
  it('resolves with the first answer of the call centre, before anybody has picked up', async () => {
    const { call, line$, sent } = attached()
    const placed = placeCall(call, { channelId, callId })
    expect(sent).toEqual([{ type: 'call/start', callId, channelId, media: 'audio' }])
    line$.next(STARTED)
    await expect(placed).resolves.toEqual({ sessionId: SESSION_ID })
    expect(call.session.phase).toBe('ivr')
  })

  it('resolves, although the call is accepted and over before anybody could look', async () => {
    const { call, line$ } = attached()
    const placed = placeCall(call, { channelId, callId })
    for (const message of [STARTED, ACCEPTED, ENDED]) line$.next(message)
    await expect(placed).resolves.toEqual({ sessionId: SESSION_ID })
  })

  it('dials each time with an id of its own', () => {
    const { call, sent } = attached()
    const ids = [1, 2].map(() => {
      void codeOf(placeCall(call, { channelId }))
      call.dispatch(hangUp())
      return sent.map((message) => ('callId' in message ? message.callId : null)).pop()
    })
    expect(ids[0]).not.toBe(ids[1])
  })

  it('without a channelId rejects with CHANNEL_MISSING, and nothing is dialled', async () => {
    const { call, sent } = attached()
    expect(await codeOf(placeCall(call, { channelId: '' }))).toBe('CHANNEL_MISSING')
    expect(sent).toEqual([])
  })

  it('without anything rejects with CHANNEL_MISSING, too: a page in JavaScript may forget it', async () => {
    const { call } = attached()
    expect(await codeOf(placeCall(call, undefined as never))).toBe('CHANNEL_MISSING')
  })

  it.each([
    ['before', 'NOT_ATTACHED'],
    ['after', 'CANCELLED'],
  ])('settles when the last one leaves inside of the same callback, %s it', async (order, code) => {
    const { call, line$, watching } = attached()
    const leave = () => {
      watching.unsubscribe()
      telling.unsubscribe()
    }
    const placed = new Promise((resolve) => {
      call.context.event$.pipe(take(1)).subscribe(() => {
        if (order === 'before') leave()
        resolve(codeOf(placeCall(call, { channelId })))
        if (order === 'after') leave()
      })
    })
    const telling = call.event$.subscribe()
    line$.next({ type: 'line/up', resumed: false })
    expect(await placed).toBe(code)
  })

  it('before anybody watches rejects with NOT_ATTACHED, and dials nothing later either', async () => {
    const { call, sent } = world()
    expect(await codeOf(placeCall(call, { channelId }))).toBe('NOT_ATTACHED')
    call.session$.subscribe().unsubscribe()
    expect(sent).toEqual([])
  })

  it('during a call rejects with CALL_IN_PROGRESS; the running call is untouched', async () => {
    const { call, reach, sent } = attached()
    reach('talking')
    const { session } = call
    expect(await codeOf(placeCall(call, { channelId }))).toBe('CALL_IN_PROGRESS')
    expect(call.session).toBe(session)
    expect(sent).toHaveLength(1)
  })

  it('twice at once: the first wins, the second rejects with CALL_IN_PROGRESS', async () => {
    const { call, line$ } = attached()
    const [first, second] = [placeCall(call, { channelId, callId }), placeCall(call, { channelId })]
    line$.next(STARTED)
    expect(await codeOf(second)).toBe('CALL_IN_PROGRESS')
    await expect(first).resolves.toEqual({ sessionId: SESSION_ID })
  })

  it('twice from inside of a callback: the first wins there too, and the second is not left hanging', async () => {
    const { call, reach } = attached()
    reach('talking')
    const codes: Promise<unknown>[] = []
    call.session$.subscribe(({ phase }) => {
      if (phase !== 'ended' || codes.length > 0) return
      codes.push(...[1, 2].map(() => codeOf(placeCall(call, { channelId }))))
      call.dispatch(hangUp())
    })
    call.dispatch(hangUp())
    expect(await Promise.all(codes)).toEqual(['CANCELLED', 'CALL_IN_PROGRESS'])
  })

  it('hung up before the answer rejects with CANCELLED', async () => {
    const { call } = attached()
    const placed = placeCall(call, { channelId })
    call.dispatch(hangUp())
    expect(await codeOf(placed)).toBe('CANCELLED')
  })

  it('does not keep the call alive: the page that leaves while it dials hangs up, and is told CANCELLED', async () => {
    const { call, watching, counts, sent } = attached()
    const placed = placeCall(call, { channelId })
    watching.unsubscribe()
    expect(counts.lines).toBe(0)
    expect(sent.map(({ type }) => type)).toEqual(['call/start', 'call/hangUp'])
    expect(await codeOf(placed)).toBe('CANCELLED')
  })

  it('refused rejects with the code of the refusal, in the language asked for and with the words of the centre', async () => {
    const { call, line$ } = attached()
    const placed = placeCall(call, { channelId, callId, locale: 'en' })
    line$.next(REFUSED)
    await expect(placed).rejects.toMatchObject({ code: 'TOO_BUSY', message: 'Too busy, try later', cause: 'Busy' })
  })

  it.each(['LOGIN_REQUIRED', 'NOT_ALLOWED', 'NETWORK_LOST'] as const)(
    'without a line rejects with %s',
    async (code) => {
      const { call, line$ } = attached()
      const placed = placeCall(call, { channelId })
      line$.next({ type: 'line/gaveUp', code })
      expect(await codeOf(placed)).toBe(code)
    },
  )

  it('is not settled by the end of another call', async () => {
    const { call, line$ } = attached()
    let settled = false
    call.dispatch(startCall({ channelId, callId: 'before' }))
    call.dispatch(hangUp())
    const placed = placeCall(call, { channelId, callId }).then(() => (settled = true))
    line$.next({ type: 'call/started', callId: 'before', sessionId: 'before' })
    line$.next({ type: 'call/ended', sessionId: 'before', closeBy: 'admin', endStatus: 'error' })
    await Promise.resolve()
    expect(settled).toBe(false)
    line$.next(STARTED)
    await expect(placed).resolves.toBe(true)
  })
})
