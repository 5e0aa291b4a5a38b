import type { Room } from '../../lib/entries/call'
import { pushAddress } from '../../lib/call/media-wish'

const room = { kind: 'trtc', sdkAppId: 1_400_000_000, roomId: 'r', userId: 'u', userSig: 's' } as const satisfies Room

const parametersOf = (address: string) => {
  const { protocol, host, pathname, searchParams, hash } = new URL(address)
  return { place: `${protocol}//${host}${pathname}`, hash, entries: [...searchParams.entries()] }
}

describe('the address of a TRTC room', () => {
  it('names application, room, user and signature, and asks for sound alone', () => {
    expect(pushAddress(room, 'audio')).toBe(
      'room://cloud.tencent.com/rtc?sdkappid=1400000000&strroomid=r&userid=u&usersig=s' +
        '&appscene=videocall&cloudenv=PRO&encsmall=0&pureaudiomode=1',
    )
  })

  it('for video asks for the camera too, and passes the key of a private room on', () => {
    const address = pushAddress({ ...room, privateMapKey: 'k' }, 'video')
    expect(address).not.toContain('pureaudiomode')
    expect(parametersOf(address).entries).toContainEqual(['privatemapkey', 'k'])
  })

  it('of a numbered room is not that of the room which is named so', () => {
    expect(pushAddress({ ...room, roomId: '42', isNumericRoom: true }, 'audio')).toContain('&roomid=42&')
    expect(pushAddress({ ...room, roomId: '42', isNumericRoom: false }, 'audio')).toContain('&strroomid=42&')
  })

  it('marks the stream for recorders', () => {
    const address = pushAddress({ ...room, streamId: 's1', userDefineRecordId: 'r1' }, 'audio')
    expect(address).toMatch(/&streamid=s1&userdefinerecordid=r1$/)
  })

  it.each([
    ['another parameter', 'r&pureaudiomode=0&userid=somebody'],
    ['a fragment', 'r#x'],
    ['quotes and brackets', `r'"()<>!*`],
    ['spaces and line ends', 'r x\r\ny'],
    ['an escape', '%26userid%3Dsomebody'],
    ['a plus sign', 'a+b=='],
    ['Chinese', '客服'],
  ])('nothing of a value breaks out of it: %s', (_, value) => {
    const hostile = pushAddress(
      {
        ...{ ...room, roomId: value, userId: value, userSig: value },
        ...{ privateMapKey: value, streamId: value, userDefineRecordId: value },
      },
      'audio',
    )
    const { place, hash, entries } = parametersOf(hostile)
    expect(place).toBe('room://cloud.tencent.com/rtc')
    expect(hash).toBe('')
    expect(entries.map(([name]) => name)).toEqual([
      ...['sdkappid', 'strroomid', 'userid', 'usersig', 'appscene', 'cloudenv', 'encsmall'],
      ...['pureaudiomode', 'privatemapkey', 'streamid', 'userdefinerecordid'],
    ])
    expect(entries.filter(([, other]) => other === value)).toHaveLength(6)
    expect(hostile).toMatch(/^[A-Za-z0-9:/?&=.%_~-]+$/)
  })
})

it('the address of any other room is taken as it is', () => {
  const url = { kind: 'url', pushUrl: 'rtmp://push?a=1&b=%20', playUrl: 'rtmp://play' } as const
  expect(pushAddress(url, 'audio')).toBe(url.pushUrl)
})
