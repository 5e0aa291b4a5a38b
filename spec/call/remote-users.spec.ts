import fc from 'fast-check'
import { reduce } from '../../lib/entries/call'
import { remoteUsers } from '../../lib/status-codes/remote-users'
import { sessionIn } from './sessions'

const seat = { userid: '1001', playurl: 'room://cloud.tencent.com/rtc?userid=1001' }
const seen = { userId: seat.userid, playUrl: seat.playurl }

describe('remoteUsers', () => {
  it('reads the list of the public demos, in its order', () => {
    const other = { userid: '1002', playurl: 'room://other', hasvideo: true }
    expect(remoteUsers(JSON.stringify({ userlist: [seat, other], more: 1 }))).toEqual([
      seen,
      { userId: '1002', playUrl: 'room://other', hasVideo: true },
    ])
  })

  it.each([
    ...[undefined, '', 'no JSON', 'null', '7', '[]', '{}', '{"userlist":null}', '{"userlist":{}}'],
    ...['{"userlist":"seat"}', '{"userlist":[null,7,"seat",[]]}', '{"userlist":[{"playurl":"room://1"}]}'],
    ...['{"userlist":[{"userid":1,"playurl":"room://1"}]}', '{"userlist":[{"userid":"","playurl":"room://1"}]}'],
    ...['{"__proto__":{"userlist":[{"userid":"1","playurl":"room://1"}]}}'],
  ])('sees nobody in %j', (message) => {
    expect(remoteUsers(message)).toEqual([])
  })

  it('knows who cannot be played, as of one who has left, and leaves out who has no id', () => {
    expect(remoteUsers(JSON.stringify({ userlist: [{ userid: '1000' }, seat, null] }))).toEqual([
      { userId: '1000', playUrl: '' },
      seen,
    ])
  })

  it('knows who sends sound and a picture, and takes no shared screen for a voice', () => {
    const screen = { userid: '1001', playurl: 'room://aux', streamtype: 'aux', hasvideo: true }
    const userlist = [
      { ...seat, streamtype: 'main', hasaudio: true, hasvideo: false },
      screen,
      { ...seat, hasaudio: 1 },
    ]
    expect(remoteUsers(JSON.stringify({ userlist }))).toEqual([{ ...seen, hasAudio: true, hasVideo: false }, seen])
  })

  it('never throws, and what it sees is well-formed, whatever a phone sends', () => {
    const field = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null), fc.jsonValue())
    const names = fc.constantFrom('userid', 'playurl', 'hasaudio', 'hasvideo', 'streamtype', '__proto__', 'constructor')
    const user = fc.oneof(fc.dictionary(names, field), fc.jsonValue())
    const list = fc
      .oneof(fc.record({ userlist: fc.oneof(fc.array(user), field) }), fc.jsonValue())
      .map((value) => JSON.stringify(value))
    const cut = fc.tuple(list, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)))
    fc.assert(
      fc.property(fc.oneof(list, cut, fc.string()), (message) => {
        for (const { userId, playUrl, hasAudio, hasVideo, ...more } of remoteUsers(message)) {
          expect([typeof userId, userId === '', typeof playUrl, more]).toEqual(['string', false, 'string', {}])
          expect(['boolean', 'undefined']).toEqual(expect.arrayContaining([typeof hasAudio, typeof hasVideo]))
        }
        const talking = sessionIn('talking')
        for (const code of [1020, 1031, 1032, 1033, 1034]) {
          const told = reduce(talking, { type: 'pusher/status', code, message }, 5_500)
          expect(told.phase).toBe('talking')
        }
      }),
      { numRuns: 500 },
    )
  })
})
