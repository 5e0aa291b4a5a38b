import { mediaWish } from '../../lib/entries/call'
import { after, EVENTS, sessionIn } from './sessions'

const silence = {
  ...{ pushUrl: '', playUrl: '', microphone: false, soundMode: 'speaker' },
  ...{ video: false, camera: false, facing: 'front' },
}

describe('mediaWish', () => {
  it.each(['idle', 'dialling', 'ended'] as const)(
    'while %s: no pusher, no player, the microphone released',
    (phase) => {
      expect(mediaWish(sessionIn(phase))).toEqual(silence)
    },
  )

  it.each(['ivr', 'waiting', 'ringing', 'talking'] as const)(
    'while %s: in the room, with the seat’s stream',
    (phase) => {
      expect(mediaWish(sessionIn(phase))).toEqual({
        pushUrl: expect.stringMatching(/^room:/) as string,
        ...{ playUrl: 'room://seat', microphone: true, soundMode: 'speaker' },
        ...{ video: false, camera: false, facing: 'front' },
      })
    },
  )

  it('what the customer wants, before the phone has applied it', () => {
    const muted = after(sessionIn('talking'), EVENTS['intent/mute'], EVENTS['intent/setSoundMode'])
    expect(mediaWish(muted)).toMatchObject({ microphone: false, soundMode: 'ear' })
  })

  it('a call without a room yet is silent', () => {
    expect(mediaWish(after(sessionIn('dialling'), EVENTS['call/started']))).toEqual(silence)
  })

  it('the seat’s stream goes when the seat leaves the room; the customer stays in it', () => {
    const left = mediaWish(after(sessionIn('talking'), { type: 'pusher/status', code: 1032 }))
    expect(left.playUrl).toBe('')
    expect(left.pushUrl).not.toBe('')
  })

  it('a lost line does not touch the media', () => {
    const talking = sessionIn('talking')
    expect(mediaWish(after(talking, EVENTS['line/lost']))).toEqual(mediaWish(talking))
  })
})
