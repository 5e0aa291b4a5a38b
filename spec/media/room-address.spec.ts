import type { Room } from '../../lib/call'
import { pushAddress } from '../../lib/media/room-address'

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
      { ...room, roomId: value, userId: value, userSig: value, privateMapKey: value },
      'audio',
    )
    const { place, hash, entries } = parametersOf(hostile)
    expect(place).toBe('room://cloud.tencent.com/rtc')
    expect(hash).toBe('')
    expect(entries.map(([name]) => name)).toEqual([
      ...['sdkappid', 'strroomid', 'userid', 'usersig', 'appscene', 'cloudenv', 'encsmall'],
      ...['pureaudiomode', 'privatemapkey'],
    ])
    expect(entries.filter(([, other]) => other === value)).toHaveLength(4)
    expect(hostile).toMatch(/^[A-Za-z0-9:/?&=.%_~-]+$/)
  })
})

it('the address of any other room is taken as it is', () => {
  const url = { kind: 'url', pushUrl: 'rtmp://push?a=1&b=%20', playUrl: 'rtmp://play' } as const
  expect(pushAddress(url, 'audio')).toBe(url.pushUrl)
})
