import { parseRoomAddress, playAddress } from '../elements/room-address'

const address = (query: string) => parseRoomAddress(`room://cloud.tencent.com/rtc?${query}`)

describe('the address of a room', () => {
  it('names the room, the user and the signature', () => {
    expect(address('sdkappid=1400000000&strroomid=r%201&userid=u%261&usersig=a%2Bb%3D')).toEqual({
      roomId: 'r 1',
      userId: 'u&1',
      userSig: 'a+b=',
    })
  })

  it('may number the room instead of naming it', () => {
    expect(address('roomid=4294967295&userid=u&usersig=s')?.roomId).toBe('4294967295')
  })

  it.each(['userid=u&usersig=s', 'strroomid=r&usersig=s', 'strroomid=r&userid=u', 'strroomid=&userid=u&usersig=s'])(
    'is none when a part is missing: %s',
    (query) => {
      expect(address(query)).toBeNull()
    },
  )

  it('is none with another scheme', () => {
    expect(parseRoomAddress('rtmp://example.com/live?strroomid=r&userid=u&usersig=s')).toBeNull()
  })
})

it('plays a user whose name needs escaping', () => {
  expect(playAddress('坐席&1')).toBe('room://cloud.tencent.com/rtc?userid=%E5%9D%90%E5%B8%AD%261&streamtype=main')
})
