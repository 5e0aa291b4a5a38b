/** `tccc-wx-sdk/readiness`, as a page uses it. */
import { configure } from '../../../lib/entries/login'
import {
  checkReadiness,
  type Readiness,
  readiness$,
  resolveGap,
  watchReadiness,
} from '../../../lib/app/readiness/check-readiness'
import type { Dialling } from '../../../lib/call/session'
import { app } from '../../../lib/app/app'
import { wxReadiness } from '../../../lib/entries/index'
import { sessionIn } from '../../call/sessions'
import { askablePhone } from './askable-phone'

const SDK_APP_ID = '1400000001'

const signIn = () => {
  app.tickets.keep({ sdkAppId: SDK_APP_ID, userId: 'c', token: 't', expiresAt: Date.now() + 3_600_000 })
}

beforeEach(() => {
  jest.useFakeTimers()
  configure({ sdkAppId: SDK_APP_ID, locale: 'en' })
  askablePhone()
  signIn()
})

describe('checkReadiness', () => {
  it('says what the customer will be asked, and asks nothing itself', async () => {
    const askable = askablePhone()
    askable.needAuthorization = true
    const willAsk = ['privacy', 'scope.record']
    await expect(checkReadiness()).resolves.toEqual({ ready: true, gaps: [], willAsk })
    expect((await checkReadiness({ media: 'video' })).willAsk).toEqual([...willAsk, 'scope.camera'])
    expect(askable.dialogues).toEqual([])
    expect(askable.called).not.toContain('onNeedPrivacyAuthorization')
  })

  it('names each gap in words, with its remedy and what to hang on a tap', async () => {
    const askable = askablePhone()
    askable.authSetting['scope.record'] = false
    const { ready, gaps } = await checkReadiness()
    expect(ready).toBe(false)
    expect(gaps).toEqual([
      {
        code: 'MICROPHONE_REFUSED',
        message: expect.any(String) as string,
        remedy: 'Offer a button that calls wx.openSetting.',
        action: 'openSetting',
      },
    ])
  })

  it('is ready for a video call without a camera, which is a gap all the same', async () => {
    const askable = askablePhone()
    Object.assign(askable.rights, { cameraAuthorized: 'denied' })
    const { ready, gaps } = await checkReadiness({ media: 'video' })
    expect([ready, gaps.map(({ code, action }) => [code, action])]).toEqual([
      true,
      [['CAMERA_BLOCKED', 'openAppAuthorizeSetting']],
    ])
  })

  it('without a log-in says who has to do what', async () => {
    app.tickets.drop()
    const { gaps } = await checkReadiness()
    expect(gaps).toMatchObject([{ code: 'LOGIN_REQUIRED', action: 'logIn' }])
  })

  it('answers after five seconds on a phone that does not', async () => {
    const askable = askablePhone()
    askable.silent = true
    const checked = checkReadiness()
    jest.advanceTimersByTime(5_000)
    await expect(checked).resolves.toMatchObject({ ready: true })
    expect(jest.getTimerCount()).toBe(0)
    expect(askable.phone.listeners()).toBe(0)
  })

  it.each(['canIUse', 'getSetting', 'getPrivacySetting', 'getNetworkType', 'getAppAuthorizeSetting'])(
    'takes a phone whose %s throws for one that says nothing',
    async (member) => {
      const throws = () => {
        throw new Error('oh')
      }
      askablePhone({ [member]: throws })
      await expect(checkReadiness()).resolves.toMatchObject({ ready: true, gaps: [] })
    },
  )
})

describe('readiness$', () => {
  it('is told anew when the app is shown, the network changes, or somebody logs in; and leaves nothing behind', () => {
    const askable = askablePhone()
    const { phone } = askable
    app.tickets.drop()
    const seen: Readiness[] = []
    const watching = readiness$.subscribe((readiness) => seen.push(readiness))
    const codes = () => seen.map(({ gaps }) => gaps.map(({ code }) => code).join())
    signIn()
    askable.network = 'none'
    phone.network.tell({ isConnected: false, networkType: 'none' })
    askable.network = 'wifi'
    askable.authSetting['scope.record'] = false
    phone.shown.tell()
    phone.hidden.tell()
    expect(codes()).toEqual(['LOGIN_REQUIRED', '', 'NETWORK', 'MICROPHONE_REFUSED'])
    watching.unsubscribe()
    expect(phone.listeners()).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
  })

  it.each(['allow', 'refuse'] as const)(
    'is told anew when the customer has answered what a call asked: %s',
    (answer) => {
      const askable = askablePhone()
      const seen: Readiness[] = []
      const watching = readiness$.subscribe((readiness) => seen.push(readiness))
      const asking = wxReadiness(sessionIn('dialling') as Dialling).subscribe()
      askable.authSetting['scope.record'] = answer === 'allow'
      askable[answer]()
      expect(seen.map(({ willAsk }) => willAsk)).toEqual([['scope.record'], []])
      expect(seen[1]?.ready).toBe(answer === 'allow')
      asking.unsubscribe()
      watching.unsubscribe()
    },
  )

  it('forgets a question whose answer would be out of date', () => {
    const askable = askablePhone()
    askable.silent = true
    const seen: Readiness[] = []
    const watching = watchReadiness({ media: 'video' }).subscribe((readiness) => seen.push(readiness))
    askable.silent = false
    askable.phone.shown.tell()
    jest.advanceTimersByTime(10_000)
    expect(seen).toHaveLength(1)
    watching.unsubscribe()
  })
})

describe('resolveGap', () => {
  it.each([
    ['MICROPHONE_REFUSED', 'openSetting'],
    ['CAMERA_REFUSED', 'openSetting'],
    ['MICROPHONE_BLOCKED', 'openAppAuthorizeSetting'],
    ['PRIVACY_REFUSED', 'openPrivacyContract'],
    ['WECHAT_TOO_OLD', 'updateWeChatApp'],
  ] as const)('opens for %s %s', (code, name) => {
    const { called } = askablePhone()
    resolveGap({ code })
    expect(called).toEqual([name])
  })

  it.each(['LOGIN_REQUIRED', 'NETWORK', 'SYSTEM'] as const)('opens nothing for %s', (code) => {
    const { called } = askablePhone()
    resolveGap({ code })
    expect(called).toEqual([])
  })

  it('does nothing on a phone that cannot open it', () => {
    askablePhone({ updateWeChatApp: undefined } as never)
    expect(() => {
      resolveGap({ code: 'WECHAT_TOO_OLD' })
    }).not.toThrow()
  })
})
