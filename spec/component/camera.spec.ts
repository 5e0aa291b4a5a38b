/** @jest-environment jsdom */
import type { CallEvent } from '../../lib/entries/call'
import { SEAT, SESSION_ID } from './centre'
import type { Page } from './page'
import { enters, NEW_ROOM, openVideoPage, openVideoPageIn, sessionOf, startSession } from './video-page'

beforeEach(() => {
  jest.useFakeTimers()
})

let page: Page
afterEach(() => {
  page.unload()
})

describe('the camera', () => {
  const camera = () => page.tag('live-pusher')?.['enable-camera']

  it('goes off and on', () => {
    page = openVideoPageIn('talking')
    page.sdk.disableCamera()
    expect(camera()).toBe(false)
    page.sdk.enableCamera()
    expect(camera()).toBe(true)
  })

  it('is off from the first moment when that was asked for before', () => {
    page = openVideoPage()
    void startSession(page)
    page.sdk.disableCamera()
    page.centre.takesTo('talking')
    expect(camera()).toBe(false)
  })

  it('turns by one command, and the session says so when the phone has done it', () => {
    page = openVideoPageIn('talking')
    enters(page)
    page.sdk.switchCamera()
    page.centre.says({ type: 'call/held', sessionId: SESSION_ID, held: true })
    expect(page.phone.cameraTurns).toHaveLength(1)
    expect(sessionOf(page)).toMatchObject({ facing: { desired: 'back', actual: 'front', state: 'pending' } })
    page.phone.cameraTurns[0]?.success?.({})
    expect(sessionOf(page)).toMatchObject({ facing: { desired: 'back', actual: 'back', state: 'applied' } })
    expect(page.tag('live-pusher')?.['device-position']).toBe('front')
  })

  it('that cannot turn stays; asking again tries again', () => {
    page = openVideoPageIn('talking')
    enters(page)
    page.sdk.switchCamera()
    page.phone.cameraTurns[0]?.fail?.({ errMsg: 'operateLivePusher:fail' })
    expect(sessionOf(page)).toMatchObject({ facing: { desired: 'back', actual: 'front', state: 'failed' } })
    expect(page.phone.cameraTurns).toHaveLength(1)
    page.sdk.switchCamera()
    expect(page.phone.cameraTurns).toHaveLength(2)
    page.phone.cameraTurns[1]?.success?.({})
    expect(sessionOf(page)).toMatchObject({ facing: { desired: 'back', actual: 'back', state: 'applied' } })
  })

  it('that cannot turn says why, without a number or a secret in the words of the phone', () => {
    page = openVideoPageIn('talking')
    enters(page)
    const heard: CallEvent[] = []
    const listening = page.sdk.event$.subscribe((event) => heard.push(event))
    page.sdk.switchCamera()
    page.phone.cameraTurns[0]?.fail?.({ errMsg: 'fail of 13800138000 with usersig=t0p' })
    listening.unsubscribe()
    expect(heard).toContainEqual({
      ...{ type: 'media/failed', target: 'facing' },
      message: 'fail of [number] with usersig=[secret]',
    })
  })

  it('that is off turns when it is on again', () => {
    page = openVideoPageIn('talking')
    page.sdk.disableCamera()
    page.sdk.switchCamera()
    expect(page.phone.cameraTurns).toHaveLength(0)
    page.sdk.enableCamera()
    expect(page.phone.cameraTurns).toHaveLength(1)
  })

  it('of another room is the one that was turned to', () => {
    page = openVideoPageIn('ringing')
    page.sdk.switchCamera()
    page.centre.says({ type: 'call/accepted', sessionId: SESSION_ID, seat: SEAT, room: NEW_ROOM })
    expect(page.tag('live-pusher')?.['device-position']).toBe('back')
    expect(page.phone.cameraTurns).toHaveLength(1)
  })

  it.each([
    ['is refused', 'error', { errCode: 10001 }, 'CAMERA_REFUSED'],
    ['does not open', 'statechange', { code: -1301 }, 'CAMERA_FAILED'],
    ['cannot be encoded', 'statechange', { code: -1303 }, 'CAMERA_FAILED'],
  ] as const)(
    'that %s leaves the call as audio: the page hears it once, and may try again',
    (_, event, detail, code) => {
      page = openVideoPageIn('talking')
      enters(page)
      page.tagTells('live-pusher', event, detail)
      page.tagTells('live-pusher', event, detail)
      page.settles()
      expect(page.told.filter(({ name }) => name === 'error')).toMatchObject([{ detail: { code } }])
      expect(sessionOf(page)).toMatchObject({
        phase: 'talking',
        camera: { desired: 'on', actual: 'off', state: 'failed' },
      })
      expect(page.tag('live-pusher')).toMatchObject({ url: 'room://push', 'enable-camera': false, 'enable-mic': true })
      page.sdk.enableCamera()
      page.settles()
      expect(camera()).toBe(true)
      expect(sessionOf(page)).toMatchObject({ camera: { actual: 'on', state: 'applied' } })
    },
  )

  it('of an audio call is named as what it is not; without a call nothing happens', () => {
    page = openVideoPage()
    const methods = ['enableCamera', 'disableCamera', 'switchCamera'] as const
    methods.forEach((method) => {
      page.sdk[method]()
    })
    void page.dial()
    page.centre.takesTo('talking')
    methods.forEach((method) => {
      expect(() => {
        page.sdk[method]()
      }).toThrow('当前是语音通话')
    })
    expect(camera()).toBe(false)
  })
})
