import { disableCamera, enableCamera, type Session, startCall, switchCamera } from '../../lib/call'
import { idle } from '../../lib/session/session'
import { after, EVENTS, sessionIn } from './sessions'

const dialled = (media: 'audio' | 'video'): Session =>
  after(idle, startCall({ channelId: 'service', callId: 'call', media }))

describe('The camera', () => {
  it('is wanted from the beginning of a video call, and never in an audio call', () => {
    expect(dialled('video').camera).toEqual({ desired: 'on', actual: null, state: 'pending' })
    expect(dialled('audio').camera.desired).toBe('off')
  })

  it('of an audio call cannot be turned on or round: nothing changes', () => {
    const session = dialled('audio')
    expect(after(session, enableCamera())).toBe(session)
    expect(after(session, switchCamera())).toBe(session)
  })

  it('goes off and on, and round and round', () => {
    const off = after(dialled('video'), disableCamera())
    expect(off.camera.desired).toBe('off')
    expect(after(off, enableCamera()).camera.desired).toBe('on')
    const back = after(off, switchCamera())
    expect(back.facing.desired).toBe('back')
    expect(after(back, switchCamera()).facing.desired).toBe('front')
  })

  it('of the next call begins anew', () => {
    const ended = after(dialled('video'), disableCamera(), switchCamera(), { type: 'intent/hangUp' })
    expect(ended.facing.desired).toBe('front')
    const next = after(ended, startCall({ channelId: 'service', callId: 'next', media: 'video' }))
    expect(next).toMatchObject({ camera: { desired: 'on' }, facing: { desired: 'front' } })
  })
})

describe('Quality', () => {
  it('is known while the call is connected, and is about nobody before and after', () => {
    expect(after(sessionIn('talking'), EVENTS['quality/measured'], EVENTS['quality/advised']).quality).toEqual({
      local: 2,
      remote: 3,
      advice: ['localWeak'],
    })
    const ended = sessionIn('ended')
    expect(after(ended, EVENTS['quality/measured'], EVENTS['quality/advised'])).toBe(ended)
    expect(ended.quality).toEqual({ local: 0, remote: 0, advice: [] })
  })
})
