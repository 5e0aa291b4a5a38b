import { disableCamera, enableCamera, mediaWish, type Session, startCall, switchCamera } from '../../lib/entries/call'
import { announce, transitionOf } from '../../lib/call/step'
import { idle } from '../../lib/call/session'
import { after, EVENTS, NOW, sessionIn } from './sessions'

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

describe('A camera that fails', () => {
  const talking: Session = {
    ...sessionIn('talking'),
    media: 'video',
    camera: { desired: 'on', actual: 'on', state: 'applied' },
    facing: { desired: 'front', actual: 'front', state: 'applied' },
  } as Session
  const failed = after(talking, { type: 'pusher/status', code: -1301 })

  it('leaves the call as it is, without the picture', () => {
    expect(failed).toEqual({ ...talking, camera: { desired: 'on', actual: 'off', state: 'failed' } })
    expect(mediaWish(failed)).toEqual({ ...mediaWish(talking), camera: false })
  })

  it('stays so when the phone confirms that it is off, and until it is asked for again', () => {
    expect(after(failed, { type: 'media/applied', camera: 'off' }).camera.state).toBe('failed')
    const again = after(failed, enableCamera())
    expect(again.camera).toEqual({ desired: 'on', actual: 'off', state: 'pending' })
    expect(mediaWish(again).camera).toBe(true)
  })

  it('is no matter when it is not wanted', () => {
    const off = after(talking, disableCamera())
    expect(after(off, { type: 'pusher/error', code: 10001 })).toBe(off)
    const audio = sessionIn('talking')
    expect(after(audio, { type: 'media/failed', target: 'camera', message: 'no' })).toBe(audio)
  })

  it('is tried again when the room is entered again, with the camera that was turned to', () => {
    const turned = after(failed, switchCamera(), { type: 'pusher/status', code: 1102 })
    expect(turned).toMatchObject({
      camera: { desired: 'on', actual: null, state: 'pending' },
      facing: { desired: 'back', actual: null, state: 'pending' },
    })
    expect(mediaWish(turned)).toMatchObject({ camera: true, facing: 'back' })
  })

  it('to turn stays where it is; the next wish tries the same again', () => {
    const stuck = after(talking, switchCamera(), { type: 'media/failed', target: 'facing', message: 'no' })
    expect(stuck.facing).toEqual({ desired: 'back', actual: 'front', state: 'failed' })
    expect(mediaWish(stuck).facing).toBe('front')
    expect(after(stuck, switchCamera()).facing).toEqual({ desired: 'back', actual: 'front', state: 'pending' })
  })

  it.each([
    [{ type: 'pusher/status', code: -1301 }, 'CAMERA_FAILED'],
    [{ type: 'pusher/status', code: -1303 }, 'CAMERA_FAILED'],
    [{ type: 'pusher/error', code: 10001 }, 'CAMERA_REFUSED'],
    [{ type: 'media/failed', target: 'camera', message: 'no' }, 'CAMERA_FAILED'],
  ] as const)('is told once: %j', (event, code) => {
    const tells = (from: Session) => announce(transitionOf(from, event, NOW))
    expect(tells(talking)).toEqual([{ name: 'error', detail: { code, cause: null } }])
    expect(tells(after(talking, event))).toEqual([])
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
