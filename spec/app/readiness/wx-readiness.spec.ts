/** The gate on a phone: `wxReadiness` as `createCall` asks it. */
import type { Dialling } from '../../../lib/call/session'
import { app, configure } from '../../../lib/app/app'
import { wxReadiness } from '../../../lib/entries/index'
import { type AskablePhone, askablePhone } from './askable-phone'

const NOW = 1_700_000_000_000
const HOUR_MS = 3_600_000
const SDK_APP_ID = '1400000001'

const dialling = (media: 'audio' | 'video', line: object = { state: 'up', since: 0 }) =>
  ({ phase: 'dialling', awaiting: 'phone', media, line }) as unknown as Dialling

const ask = (media: 'audio' | 'video' = 'audio', line?: object) => {
  const answers: unknown[] = []
  const asking = wxReadiness(dialling(media, line)).subscribe((answer) => answers.push(answer))
  return { answers, asking }
}

const closed = { state: 'closed', code: 'LOGIN_REQUIRED' }

let askable: AskablePhone

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  askable = askablePhone()
  configure({ sdkAppId: SDK_APP_ID })
})

describe('a phone on which everything was allowed', () => {
  it('is ready at once, and nobody is asked anything', () => {
    askable.authSetting['scope.record'] = true
    expect(ask().answers).toEqual([null])
    expect(askable.called).toEqual(['getSetting', 'getPrivacySetting', 'getNetworkType'])
  })

  it('is ready where the base library has nothing to be asked', () => {
    askablePhone({
      canIUse: undefined,
      getSetting: undefined,
      getPrivacySetting: undefined,
      getNetworkType: undefined,
      getAppAuthorizeSetting: undefined,
      authorize: undefined,
      requirePrivacyAuthorize: undefined,
    } as never)
    expect(ask().answers).toEqual([null])
  })
})

describe('a customer who was never asked', () => {
  it('is asked for the microphone, and the call waits for the answer, however long it takes', () => {
    const { answers } = ask()
    expect(askable.called).toContain('authorize scope.record')
    jest.advanceTimersByTime(600_000)
    expect(answers).toEqual([])
    askable.allow()
    expect(answers).toEqual([null])
  })

  it('who refuses is asked once: no loop, and the words of WeChat are the cause', () => {
    const { answers } = ask()
    askable.refuse()
    expect(answers).toEqual([{ code: 'MICROPHONE_REFUSED', cause: 'authorize:fail auth deny' }])
    expect(askable.dialogues).toHaveLength(1)
  })

  it('is asked for the privacy guide first, and WeChat’s own dialogue does it: no listener is taken over', () => {
    askable.needAuthorization = true
    const { answers } = ask()
    expect(askable.dialogues).toHaveLength(1)
    askable.allow()
    askable.allow()
    expect(askable.called.slice(3)).toEqual(['requirePrivacyAuthorize', 'authorize scope.record'])
    expect(answers).toEqual([null])
  })

  it('who does not agree to the privacy guide is asked nothing more', () => {
    askable.needAuthorization = true
    const { answers } = ask()
    askable.refuse({ errMsg: 'disagree', errno: 104 })
    expect(answers).toEqual([{ code: 'PRIVACY_REFUSED', cause: 'disagree' }])
    expect(askable.dialogues).toHaveLength(1)
  })

  it('of a video call is asked for the camera too; without it the call goes on', () => {
    const { answers } = ask('video')
    askable.allow()
    askable.refuse()
    expect(askable.called.slice(3)).toEqual(['authorize scope.record', 'authorize scope.camera'])
    expect(answers).toEqual([null])
  })

  it('who hangs up meanwhile is asked nothing more', () => {
    const { answers, asking } = ask('video')
    asking.unsubscribe()
    askable.allow()
    expect(answers).toEqual([])
    expect(askable.dialogues).toHaveLength(1)
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('a phone that cannot call', () => {
  it.each([
    ['MICROPHONE_REFUSED', () => (askable.authSetting['scope.record'] = false)],
    ['MICROPHONE_BLOCKED', () => Object.assign(askable.rights, { microphoneAuthorized: 'denied' })],
  ])('says %s, and nobody is asked anything', (code, happens) => {
    happens()
    expect(ask().answers).toEqual([{ code }])
    expect(askable.dialogues).toEqual([])
  })

  it('for want of live-pusher says so, by two signs: the list of what a phone can do lags behind', () => {
    askablePhone({ canIUse: () => false }).authSetting['scope.record'] = true
    expect(ask().answers).toEqual([null])
    askablePhone({ canIUse: () => false, createLivePusherContext: undefined } as never)
    expect(ask().answers).toEqual([{ code: 'LIVE_PUSHER_MISSING' }])
  })

  it('with an old WeChat says so; one that has getAppBaseInfo is not asked for its version', () => {
    const getSystemInfoSync = jest.fn(() => ({ SDKVersion: '2.9.5', version: '7.0.0', platform: 'ios' }))
    askablePhone({ getAppBaseInfo: undefined, getSystemInfoSync } as never)
    expect(ask().answers).toEqual([{ code: 'WECHAT_TOO_OLD' }])
    askablePhone({ getSystemInfoSync }).authSetting['scope.record'] = true
    expect(ask().answers).toEqual([null])
    expect(getSystemInfoSync).toHaveBeenCalledTimes(1)
  })

  it('for want of a network is tried all the same: what it says of it is a hint', () => {
    askable.network = 'none'
    askable.authSetting['scope.record'] = true
    expect(ask().answers).toEqual([null])
    expect(ask('audio', { state: 'closed', code: 'NETWORK_LOST' }).answers).toEqual([null])
  })

  it('of another app that counts its versions otherwise is no older WeChat', () => {
    const getSystemInfoSync = () => ({ SDKVersion: '2.19.4', version: '4.1.0', platform: 'ios' })
    askablePhone({ getAppBaseInfo: undefined, getSystemInfoSync } as never).authSetting['scope.record'] = true
    expect(ask().answers).toEqual([null])
  })

  it('goes on as audio without a camera', () => {
    askable.authSetting['scope.record'] = true
    askable.authSetting['scope.camera'] = false
    expect(ask('video').answers).toEqual([null])
  })
})

describe('a phone that does not answer', () => {
  it('is given five seconds, and what it did not say is asked of the customer', () => {
    askable.silent = true
    const { answers } = ask()
    jest.advanceTimersByTime(4_999)
    expect(askable.dialogues).toEqual([])
    jest.advanceTimersByTime(1)
    askable.allow()
    expect(answers).toEqual([null])
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('the log-in', () => {
  const logIn = (expiresAt: number) => {
    app.tickets.keep({ sdkAppId: SDK_APP_ID, userId: 'c', token: 't', expiresAt })
  }

  const refuse = () => {
    logIn(NOW + HOUR_MS)
    app.tickets.refuse()
  }

  beforeEach(() => {
    app.tickets.drop()
    askable.authSetting['scope.record'] = true
    configure({ renewLogIn: undefined } as never)
  })

  it.each([
    ['is missing', () => app.tickets.drop(), 'LOGIN_REQUIRED'],
    ['has expired', () => logIn(NOW - 1), 'TOKEN_EXPIRED'],
    ['was refused', refuse, 'TOKEN_EXPIRED'],
  ])('that %s is told, and nobody is asked anything', async (_, happens, code) => {
    happens()
    delete askable.authSetting['scope.record']
    const { answers } = ask('audio', closed)
    await jest.advanceTimersByTimeAsync(0)
    expect(answers).toEqual([{ code }])
    expect(askable.dialogues).toEqual([])
  })

  it('counts for nothing on a line that works', () => {
    logIn(NOW - 1)
    expect(ask().answers).toEqual([null])
  })

  it('that has expired is renewed before the call is dialled', async () => {
    logIn(NOW - 1)
    const renewLogIn = jest.fn(() => {
      logIn(NOW + HOUR_MS)
      return Promise.resolve()
    })
    configure({ renewLogIn })
    const { answers } = ask('audio', closed)
    expect(answers).toEqual([])
    await jest.advanceTimersByTimeAsync(0)
    expect(renewLogIn).toHaveBeenCalledTimes(1)
    expect(answers).toEqual([null])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('that cannot be renewed is told', async () => {
    logIn(NOW - 1)
    configure({ renewLogIn: () => Promise.reject(new Error('no network')) })
    const { answers } = ask('audio', closed)
    await jest.advanceTimersByTimeAsync(0)
    expect(answers).toEqual([{ code: 'TOKEN_EXPIRED' }])
  })

  it('that is never renewed does not hang the call: after twenty seconds the line says what it lacks', async () => {
    logIn(NOW - 1)
    configure({ renewLogIn: () => new Promise(() => undefined) })
    const { answers } = ask('audio', closed)
    await jest.advanceTimersByTimeAsync(20_000)
    expect(answers).toHaveLength(1)
  })
})
