/** @jest-environment jsdom */
import * as exparser from 'miniprogram-exparser'
import { SEAT, SESSION_ID } from './centre'
import { openPage, openPageIn, type Page } from './page'
import { enters, NEW_ROOM, openVideoPage, openVideoPageIn, sessionOf, startSession } from './video-page'

beforeEach(() => {
  jest.useFakeTimers()
})

let page: Page
afterEach(() => {
  page.unload()
})

const tags = () => [page.tag('live-pusher'), page.tag('live-player')]

/** Whatever waits for the end of this turn. */
const tick = () => Promise.resolve()

describe('startSession', () => {
  it('dials a video call, and resolves with its session', async () => {
    page = openVideoPage()
    const dialled = startSession(page)
    page.centre.takesTo('ivr')
    expect(page.centre.heard()).toMatchObject([{ type: 'call/start', channelId: 'entry', media: 'video' }])
    await expect(dialled).resolves.toEqual({ sessionId: SESSION_ID })
  })

  it.each([
    ['neither', {}],
    ['no player', { pusher: true }],
    ['no pusher', { player: true }],
  ])('dials nothing with %s in place, and says what is missing', async (_, placed) => {
    page = openPage()
    page.setData(placed)
    await expect(startSession(page)).resolves.toMatchObject({ code: 'VIDEO_TAGS_MISSING', message: '缺少视频组件' })
    expect(page.centre.heard()).toEqual([])
  })

  it('without an entry, and during a call, rejects as startCall does', async () => {
    page = openVideoPage()
    const none = page.sdk.startSession(null as never).catch((error: unknown) => error)
    await expect(none).resolves.toMatchObject({ code: 'CHANNEL_MISSING' })
    void startSession(page)
    await expect(startSession(page)).resolves.toMatchObject({ code: 'CALL_IN_PROGRESS' })
  })
})

describe('the sub-components', () => {
  it('render the tags of the call, with the picture, as the page asked for it', () => {
    page = openVideoPageIn('talking')
    expect(page.tag('live-pusher')).toMatchObject({
      url: 'room://push',
      class: 'tccc-picture',
      mode: 'RTC',
      autopush: true,
      'enable-camera': true,
      'enable-mic': true,
      'enable-agc': true,
      'enable-ans': true,
      'audio-volume-type': 'voicecall',
      'device-position': 'front',
      'local-mirror': 'enable',
      'waiting-image': '/away.png',
    })
    expect(page.tag('live-player')).toMatchObject({
      src: 'room://play',
      class: 'tccc-picture',
      mode: 'RTC',
      autoplay: true,
      'sound-mode': 'speaker',
      'object-fit': 'fillCrop',
      'auto-pause-if-navigate': false,
      'auto-pause-if-open-native': false,
    })
  })

  it('leave the component without tags of its own, and are set twice in a whole call', () => {
    page = openVideoPageIn('talking')
    enters(page)
    page.centre.ends()
    expect(page.sets).toEqual([])
    expect(page.partSets).toEqual([
      { pushUrl: 'room://push', enableCamera: true, video: true },
      { playUrl: 'room://play', video: true },
      { pushUrl: '', enableCamera: false, video: false },
      { playUrl: '', video: false },
    ])
  })

  it('are set once more for each switch', () => {
    page = openVideoPageIn('talking')
    const before = page.partSets.length
    page.sdk.muteAudio()
    page.sdk.disableCamera()
    page.sdk.disableCamera()
    page.sdk.setSoundMode('ear')
    expect(page.partSets.slice(before)).toEqual([{ enableMic: false }, { enableCamera: false }, { soundMode: 'ear' }])
  })

  it('carry an audio call too: without camera, and out of sight', () => {
    page = openVideoPage()
    void page.dial()
    page.centre.takesTo('talking')
    expect(tags()).toMatchObject([{ 'enable-camera': false, class: 'tccc-sound' }, { class: 'tccc-sound' }])
  })

  it('hand on what their tags report', () => {
    page = openVideoPageIn('talking')
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    page.tagTells('live-player', 'statechange', { code: 2004 })
    expect(sessionOf(page)).toMatchObject({ local: { state: 'up' }, remote: { state: 'up' } })
    page.tagTells('live-pusher', 'error', { errCode: 10002 })
    expect(page.names().slice(-2)).toEqual(['error', 'sessionEnded'])
  })

  it.each(['ivr', 'waiting', 'ringing', 'talking'] as const)(
    'let go of microphone and camera in the very turn of the end: %s',
    (phase) => {
      page = openVideoPageIn(phase)
      page.sdk.endSession()
      expect(tags()).toEqual([null, null])
      expect(page.phone.pusherStops).toBeGreaterThan(0)
    },
  )

  it('let go before the page hears that the seat hung up', () => {
    page = openVideoPageIn('talking')
    const atEnd: unknown[] = []
    page.onTold = ({ name }) => {
      if (name === 'sessionEnded') atEnd.push(...tags(), page.phone.pusherStops > 0)
    }
    page.centre.ends()
    expect(atEnd).toEqual([null, null, true])
  })

  it('follow the call into another room with other tags', () => {
    page = openVideoPageIn('ringing')
    const before = page.elements()
    page.centre.says({ type: 'call/accepted', sessionId: SESSION_ID, seat: SEAT, room: NEW_ROOM })
    expect(tags()).toMatchObject([{ url: 'room://push2' }, { src: 'room://play2' }])
    expect(page.elements().filter((element) => before.includes(element))).toEqual([])
  })

  it('that come late take the running call over; those that go give it back', async () => {
    page = openPageIn('talking')
    page.placeParts()
    await tick()
    expect(tags()).toMatchObject([{ class: 'tccc-sound' }, { class: 'tccc-sound' }])
    page.setData({ pusher: false, player: false })
    await tick()
    expect(tags()).toMatchObject([{ class: 'tccc-media' }, { class: 'tccc-media' }])
  })

  it('that go in a video call take the picture along, and the session says so', async () => {
    page = openVideoPageIn('talking')
    enters(page)
    expect(sessionOf(page)).toMatchObject({ camera: { actual: 'on', state: 'applied' } })
    page.setData({ pusher: false })
    await tick()
    expect(page.tag('live-pusher')).toMatchObject({ class: 'tccc-media', 'enable-camera': false })
    expect(sessionOf(page)).toMatchObject({ phase: 'talking', camera: { actual: 'off', state: 'pending' } })
  })
})

describe('a sub-component that stands elsewhere', () => {
  it.each(['pusher', 'player'])('is told to the developer: tccc-%s', (name) => {
    page = openPage()
    const faults: unknown[] = []
    const take = (fault: unknown) => void faults.push(fault)
    exparser.addGlobalErrorListener(take)
    const printed = jest.spyOn(console, 'error').mockImplementation()
    page.strays(name)
    printed.mockRestore()
    exparser.removeGlobalErrorListener(take)
    expect(faults).toMatchObject([{ code: 'VIDEO_TAGS_MISSING', name: 'CallError' }])
  })

  it('is no matter while it stands where it should', () => {
    page = openVideoPage()
    const faults: unknown[] = []
    const take = (fault: unknown) => void faults.push(fault)
    exparser.addGlobalErrorListener(take)
    page.ready()
    exparser.removeGlobalErrorListener(take)
    expect(faults).toEqual([])
  })
})
