/** @jest-environment jsdom */
import { SEAT, SESSION_ID } from './centre'
import { openPage, openPageIn, type Page } from './page'

let page: Page

const coded = (code: string) => expect.objectContaining({ code }) as Error

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
})

describe('the events of a call', () => {
  it('come in order, each once', () => {
    page = openPageIn('talking')
    page.centre.says({ type: 'call/accepted', sessionId: SESSION_ID, seat: SEAT })
    page.centre.ends()
    page.centre.ends('admin')
    page.sdk.endCall()
    const names = page.names().filter((name) => name !== 'stateChange')
    expect(names).toEqual(['sessionStart', 'accepted', 'sessionEnded'])
  })

  it('stateChange tells each phase and the one before it', () => {
    page = openPageIn('talking')
    page.sdk.endCall()
    const phases = page.told.filter(({ name }) => name === 'stateChange').map(({ detail }) => detail)
    expect(phases).toEqual([
      { phase: 'dialling', from: 'idle' },
      { phase: 'ivr', from: 'dialling' },
      { phase: 'waiting', from: 'ivr' },
      { phase: 'ringing', from: 'waiting' },
      { phase: 'talking', from: 'ringing' },
      { phase: 'ended', from: 'talking' },
    ])
  })

  it('sessionStart and accepted say which session, and who', () => {
    page = openPageIn('talking')
    expect(page.detailOf('sessionStart')).toEqual({ sessionId: SESSION_ID })
    expect(page.detailOf('accepted')).toEqual({ sessionId: SESSION_ID, seat: SEAT })
  })

  it.each(['seat', 'admin'] as const)('sessionEnded names the %s, and how long the call was', (closeBy) => {
    page = openPageIn('talking')
    jest.advanceTimersByTime(5_999)
    page.centre.ends(closeBy)
    const detail = { sessionId: SESSION_ID, closeBy, endStatus: 'ok', code: 1, duration: 5, cause: null }
    expect(page.detailOf('sessionEnded')).toEqual(detail)
  })

  it.each([
    ['ivr', 'ivrGiveUp', 102],
    ['waiting', 'waitingGiveUp', 103],
    ['ringing', 'ringingGiveUp', 104],
    ['talking', 'ok', 1],
  ] as const)('sessionEnded names the client who hangs up while %s', (phase, endStatus, code) => {
    page = openPageIn(phase)
    page.sdk.endCall()
    expect(page.detailOf('sessionEnded')).toMatchObject({ closeBy: 'client', endStatus, code })
    expect(page.centre.heard()).toContainEqual(
      expect.objectContaining({ type: 'call/hangUp', sessionId: SESSION_ID, closeBy: 'client', endStatus }),
    )
  })

  it('send keys, and refuse what is no key', () => {
    page = openPageIn('ivr')
    page.sdk.sendDigits({ digits: '1#' })
    jest.advanceTimersByTime(200)
    const keys = page.centre.heard().filter(({ type }) => type === 'call/digits')
    expect(keys).toMatchObject([{ digits: '1' }, { digits: '#' }])
    expect(() => page.sdk.sendDigits({ digits: 'one' })).toThrow(coded('DIGITS_INVALID'))
    expect(() => page.sdk.sendDigits({ digits: 12 as unknown as string })).toThrow(coded('DIGITS_INVALID'))
    expect(() => page.sdk.setSoundMode('loud' as 'ear')).toThrow(coded('SOUND_MODE_INVALID'))
  })
})

describe('sendDigits', () => {
  const send = (options: unknown) => () => page.sdk.sendDigits(options as { readonly digits: string })

  it.each([undefined, null, {}, { digits: null }])('throws DIGITS_INVALID for %j', (options) => {
    page = openPageIn('ivr')
    expect(send(options)).toThrow(coded('DIGITS_INVALID'))
  })

  it('throws NOT_IN_CALL before the call centre has answered, and after the call; the other methods say nothing', () => {
    page = openPage()
    expect(send({ digits: '1' })).toThrow(coded('NOT_IN_CALL'))
    void page.dial()
    expect(send({ digits: '1' })).toThrow(coded('NOT_IN_CALL'))
    page.centre.takesTo('talking')
    expect(send({ digits: '1' })).not.toThrow()
    page.centre.ends()
    expect(send({ digits: '1' })).toThrow(coded('NOT_IN_CALL'))
    expect(() => {
      page.sdk.muteAudio()
      page.sdk.endCall()
    }).not.toThrow()
  })
})

describe('error', () => {
  it.each([
    ['statechange', { code: -1302 }, 'MICROPHONE_FAILED', '麦克风不可用'],
    ['statechange', { code: -100013 }, 'ROOM_FAILED', '语音连接失败'],
    ['error', { errCode: 10002, errMsg: 'refused' }, 'MICROPHONE_REFUSED', '麦克风未授权'],
  ])('tells what %s %j of live-pusher means, and the call ends', (event, detail, code, title) => {
    page = openPageIn('talking')
    page.tagTells('live-pusher', event, detail)
    jest.advanceTimersByTime(1_001)
    const text = expect.any(String) as string
    const message = expect.stringContaining(title) as string
    expect(page.detailOf('error')).toEqual({ code, title, message, remedy: text, cause: text })
    expect(page.detailOf('sessionEnded')).toMatchObject({ closeBy: 'client', endStatus: 'clientError', code: 211 })
    expect(page.names().slice(-2)).toEqual(['error', 'sessionEnded'])
  })

  it('tells that the line is lost for good', () => {
    page = openPageIn('talking')
    page.phone.socket().ends({ code: 4409 })
    expect(page.detailOf('error')).toMatchObject({ code: 'TAKEN_OVER' })
  })

  it.each([
    ['live-pusher', { code: 9999 }],
    ['live-pusher', {}],
    ['live-pusher', { code: 1020, message: '{broken' }],
    ['live-player', { code: 2105 }],
    ['live-player', {}],
  ] as const)('says nothing of %s %j', (tag, detail) => {
    page = openPageIn('talking')
    const before = page.names()
    page.tagTells(tag, 'statechange', detail)
    expect(page.names()).toEqual(before)
  })
})

describe('the line', () => {
  it('tells that it is lost, once, and that it is back; the call goes on', () => {
    page = openPageIn('talking')
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    const before = page.told.length
    jest.advanceTimersByTime(500)
    page.phone.socket().ends({ code: 1006 })
    jest.advanceTimersByTime(1)
    page.phone.socket().fails({ errMsg: 'no network' })
    jest.advanceTimersByTime(8_000)
    expect(page.phone.socket().options.protocols).toContain('resume.link-1.4')
    page.centre.welcomes(true)
    expect(page.told.slice(before)).toEqual([
      { name: 'reconnecting', detail: { since: expect.any(Number) as number } },
      { name: 'reconnected', detail: {} },
    ])
    page.centre.ends()
    expect(page.names()).toContain('sessionEnded')
  })

  it('is probed when the app is shown again', () => {
    page = openPage()
    const { sent } = page.phone.socket()
    const before = sent.length
    page.phone.hidden.tell()
    page.phone.shown.tell()
    expect(sent.slice(before)).toEqual(['{"type":"link/heartbeat","seen":0}'])
  })
})
