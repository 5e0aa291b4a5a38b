import { remoteUsers } from '../../lib/status-codes/remote-users'

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
})
