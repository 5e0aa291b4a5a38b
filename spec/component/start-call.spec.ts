/** @jest-environment jsdom */
import { configure, logout } from '../../lib/entries/login'
import type { CallError } from '../../lib/entries/index'
import { SESSION_ID } from './centre'
import { makePage, openPage, openPageIn, type Page, signIn } from './page'

let page: Page

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
  logout()
})

const rejection = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('it resolved')),
    (error: unknown) => error as CallError,
  )

describe('startCall', () => {
  it('resolves with the first answer of the call centre, before anybody picks up', async () => {
    page = openPage()
    const dialled = page.dial('entry-7')
    expect(page.centre.heard()).toMatchObject([{ type: 'call/start', channelId: 'entry-7', media: 'audio', n: 1 }])
    page.centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: SESSION_ID })
  })

  it('may be called before the line is up', async () => {
    signIn()
    page = makePage()
    page.attach()
    const dialled = page.dial()
    expect(page.centre.heard()).toEqual([])
    page.centre.welcomes()
    page.centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: SESSION_ID })
  })

  it('may be called again after a call', async () => {
    page = openPageIn('talking')
    page.centre.ends()
    const dialled = page.dial()
    page.centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: SESSION_ID })
  })
})

describe('a channelId that cannot be sent', () => {
  it.each<[string, unknown]>([
    ['70,000 characters', 'x'.repeat(70_000)],
    ['129', 'x'.repeat(129)],
    ['no text', Object.create(null)],
  ])('of %s rejects at once, nothing of it is sent, and the next call is good', async (_, channelId) => {
    page = openPage()
    const error = await rejection(page.sdk.startCall({ channelId: channelId as string }))
    expect(error).toMatchObject({ code: 'CHANNEL_INVALID', name: 'CallError' })
    expect(page.centre.heard()).toEqual([])
    const dialled = page.dial()
    page.centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: SESSION_ID })
  })
})

describe('what is no policy', () => {
  it('is refused by use with a code, in the language of the app', () => {
    page = openPage()
    configure({ locale: 'en' })
    expect(() => page.sdk.use(undefined as never)).toThrow('Bad policies')
    configure({ locale: null })
  })
})

describe('startCall rejects', () => {
  const refused = (code: string) => () => {
    page.centre.says({ type: 'call/refused', callId: page.centre.callId(), code, message: 'no' })
  }
  const closed = (code: number) => () => {
    page.phone.socket().ends({ code, reason: '' })
  }

  const endings: readonly (readonly [string, string, () => void])[] = [
    ['CHANNEL_UNKNOWN', 'the entry does not exist', refused('CHANNEL_UNKNOWN')],
    ['CALL_IN_PROGRESS', 'this customer calls from elsewhere', refused('CALL_IN_PROGRESS')],
    ['TOO_BUSY', 'the call centre takes no more calls', refused('TOO_BUSY')],
    ['SYSTEM', 'a refusal of a later version', refused('FULL_MOON')],
    ['CANCELLED', 'the customer hung up', () => page.sdk.endCall()],
    ['CANCELLED', 'the page was left', () => page.unload()],
    ['CANCELLED', 'the component was taken away', () => page.setData({ shown: false })],
    ['NO_ANSWER', 'no answer within fifteen seconds', () => jest.advanceTimersByTime(15_010)],
    ['TOKEN_EXPIRED', 'the log-in has expired', closed(4401)],
    ['LOGIN_REQUIRED', 'the customer logged out', logout],
    ['NOT_ALLOWED', 'this customer may not call', closed(4403)],
    ['TAKEN_OVER', 'another page took the line', closed(4409)],
    ['HOST_NOT_ALLOWED', 'the socket’s host is not white-listed', () => page.phone.socket().errs({ errno: 600002 })],
  ]

  it.each(endings)('with %s: %s', async (code, _, happens) => {
    page = openPage()
    const dialled = rejection(page.dial())
    happens()
    expect((await dialled).code).toBe(code)
    expect(page.names()).not.toContain('sessionEnded')
  })

  it('with an Error for people and for developers', async () => {
    page = openPage()
    const dialled = rejection(page.dial())
    refused('CHANNEL_UNKNOWN')()
    const error = await dialled
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ message: '呼叫入口不存在', cause: 'no' })
    expect(error.remedy).not.toBe('')
  })

  it('with CHANNEL_MISSING, and says nothing to the call centre', async () => {
    page = openPage()
    expect((await rejection(page.dial(''))).code).toBe('CHANNEL_MISSING')
    expect(page.centre.heard()).toEqual([])
  })

  it.each([undefined, null, {}])('with CHANNEL_MISSING for %j in the place of its options', async (nothing) => {
    page = openPage()
    expect((await rejection(page.sdk.startCall(nothing as never))).code).toBe('CHANNEL_MISSING')
  })

  it('with LOGIN_REQUIRED at once when nobody is logged in', async () => {
    page = makePage()
    page.attach()
    expect((await rejection(page.dial())).code).toBe('LOGIN_REQUIRED')
    expect(page.phone.sockets).toHaveLength(0)
  })

  it.each(['dialling', 'ivr', 'waiting', 'ringing', 'talking'] as const)(
    'with CALL_IN_PROGRESS while %s, and leaves that call alone',
    async (phase) => {
      page = openPageIn(phase)
      const heard = page.centre.heard()
      expect((await rejection(page.dial())).code).toBe('CALL_IN_PROGRESS')
      expect(page.centre.heard()).toEqual(heard)
      page.centre.takesTo('ivr')
      expect(page.names()).toContain('sessionStart')
    },
  )
})

describe('before the component is on a page', () => {
  it('startCall rejects with NOT_ATTACHED', async () => {
    page = makePage()
    expect((await rejection(page.dial())).code).toBe('NOT_ATTACHED')
  })

  it.each([
    ['endCall', () => page.sdk.endCall()],
    ['muteAudio', () => page.sdk.muteAudio()],
    ['unmuteAudio', () => page.sdk.unmuteAudio()],
    ['setSoundMode', () => page.sdk.setSoundMode('ear')],
  ])('%s throws NOT_ATTACHED, and after it as well', (_, method) => {
    page = makePage()
    const notAttached = expect.objectContaining({ code: 'NOT_ATTACHED', message: '组件未就绪' }) as Error
    expect(method).toThrow(notAttached)
    page.attach()
    expect(method).not.toThrow()
    page.unload()
    expect(method).toThrow(notAttached)
  })

  it('sendDigits throws NOT_ATTACHED, and after it as well', () => {
    page = makePage()
    const notAttached = expect.objectContaining({ code: 'NOT_ATTACHED' }) as Error
    const send = () => page.sdk.sendDigits({ digits: '1' })
    expect(send).toThrow(notAttached)
    page.attach()
    page.unload()
    expect(send).toThrow(notAttached)
  })
})
