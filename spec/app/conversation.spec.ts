/** Text beside the voice, as a page writes and reads it. */
import { NEVER } from 'rxjs'
import { aside, callError, type CallEvent } from '../../lib/entries/call'
import { conversation, type Text } from '../../lib/entries/text'
import { callMarbles, SESSION_ID } from '../../lib/entries/testing'
import { sdkOf } from './sdk-of'

const heard = (value: object): CallEvent & { type: 'call/aside' } => ({
  ...{ type: 'call/aside', sessionId: SESSION_ID, about: 'text' },
  body: JSON.stringify(value),
})

const letters = {
  seat: {
    s: { type: 'call/started', callId: 'call-1', sessionId: SESSION_ID },
    q: { type: 'call/queued', sessionId: SESSION_ID, position: 1 },
    a: { type: 'call/accepted', sessionId: SESSION_ID, seat: { seatId: '1', name: 'Lin' } },
    e: { type: 'call/ended', sessionId: SESSION_ID, closeBy: 'seat', endStatus: 'ok' },
    t: heard({ id: 's1', text: 'Which one?', name: 'Lin' }),
    j: heard({ id: 7, text: 'x' }),
    b: { ...heard({}), body: 'no JSON' },
    d: heard({ id: 'mine', seen: 'delivered' }),
    r: heard({ id: 'mine', seen: 'read' }),
  },
  user: {
    d: { type: 'intent/startCall', callId: 'call-1', channelId: 'service', media: 'audio' },
    x: aside('text', { id: 'mine', text: 'Hello' }),
  },
} as const

const lastOf = (seen: (readonly Text[])[]): readonly Text[] => seen[seen.length - 1] ?? []

describe('a conversation', () => {
  it(
    'says that the page shows text when the call was answered, and that a text was delivered, once however often it comes',
    callMarbles(({ call, expectCall }) => {
      const user = '  d-------'
      const seat = '  -s-q-t-t'
      const sees = '  DV-W----'
      const sends = ' sx---x--'
      const scene = call({ user, seat, letters })
      conversation(sdkOf(scene.call)).text$.subscribe()
      expectCall(scene).toSee(sees).toSend(sends)
    }),
  )

  it('holds what both wrote, how far it has come, and never backwards; what cannot be read is nothing', () => {
    const seen: (readonly Text[])[] = []
    callMarbles(({ call, expectCall }) => {
      const user = '  d--x------'
      const seat = '  -s-tjbdrd-'
      const scene = call({ user, seat, letters })
      conversation(sdkOf(scene.call)).text$.subscribe((texts) => seen.push(texts))
      expectCall(scene).toSee('DV')
    })()
    expect(lastOf(seen)).toEqual([
      { id: 'mine', by: 'customer', text: 'Hello', at: 7, seen: 'read' },
      { id: 's1', by: 'seat', name: 'Lin', text: 'Which one?', at: 7, seen: 'delivered' },
    ])
  })

  it('begins anew with the next call, and stays after the end of this one', () => {
    const seen: (readonly Text[])[] = []
    callMarbles(({ call, expectCall }) => {
      const scene = call({ user: 'd--x----', seat: '-s---e--', letters })
      conversation(sdkOf(scene.call)).text$.subscribe((texts) => seen.push(texts))
      expectCall(scene).toSee('DV---E')
    })()
    expect(lastOf(seen)).toMatchObject([{ id: 'mine' }])
  })

  it('sends and reads; a text is 1 to 1,024 bytes', () => {
    const said: (readonly [string, object])[] = []
    const talk = conversation({
      session$: NEVER,
      event$: NEVER,
      now: () => 7,
      aside: (about, value) => said.push([about, value]),
    })
    talk.send('字'.repeat(341))
    expect(() => {
      talk.send('字'.repeat(342))
    }).toThrow(callError('INTENT_INVALID'))
    expect(() => {
      talk.send('')
    }).toThrow(callError('INTENT_INVALID'))
    const text = { id: 's1', by: 'seat', text: 'Hi', at: 1, seen: 'delivered' } as const
    talk.read([text, { ...text, id: 's2', seen: 'read' }, { ...text, id: 't1', by: 'customer' }])
    expect(said).toMatchObject([
      ['text', { text: '字'.repeat(341) }],
      ['text', { id: 's1', seen: 'read' }],
    ])
  })
})
