/** @jest-environment jsdom */
/** A finger that taps twice, and one that comes down as the button turns into another. */
import { marbles } from 'rxjs-marbles/jest'
import { settled } from '../../../component/panel/taps'
import { logout } from '../../../lib/entries/login'
import { givePhone } from '../../wx/phone'
import { SESSION_ID } from '../centre'
import { opened, Scene, unloaded } from './scene'

const COLOURS = { g: false, r: true }

describe('taps on the large button', () => {
  it(
    'do not count as it has turned red, up to the frame in which a second tap of the same finger is over',
    marbles((m) => {
      const isRed$ = m.hot(' g----r----------------', COLOURS)
      const tap$ = m.hot('   --a--bc 398ms de-')
      const counted = '      --a---- 398ms -e-'
      m.expect(tap$.pipe(settled(isRed$))).toBeObservable(counted)
    }),
  )

  it(
    'count for twice as long not as it has turned green: nobody is called who was to be hung up on',
    marbles((m) => {
      const isRed$ = m.hot(' r----g----------------', COLOURS)
      const tap$ = m.hot('   --a--bc 798ms de-')
      const counted = '      --a---- 798ms -e-'
      m.expect(tap$.pipe(settled(isRed$))).toBeObservable(counted)
    }),
  )

  it(
    'count while it stays what it is, whatever else is shown',
    marbles((m) => {
      const isRed$ = m.hot(' r-r-r', COLOURS)
      const tap$ = m.hot('   -a-b-c')
      m.expect(tap$.pipe(settled(isRed$))).toBeObservable('-a-b-c')
    }),
  )
})

describe('on a page', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
  })

  afterEach(() => {
    unloaded()
    jest.useRealTimers()
  })

  const sent = ({ centre }: Scene): readonly string[] =>
    centre.heard().flatMap((message) => {
      if (message.type === 'call/aside') return []
      return ['digits' in message ? message.digits : message.type]
    })

  describe('a double tap on the button that calls', () => {
    it.each([0, 100, 390])('dials once, and does not hang up %i ms later', async (ms) => {
      const scene = await opened()
      await scene.tap('Call')
      scene.passes(ms)
      scene.panel.querySelector('.main')?.dispatchEvent('tap')
      await scene.settles()
      scene.passes(600)
      expect(sent(scene)).toEqual(['call/start'])
      expect(scene.text).toContain('Connecting…')
    })

    it('of a customer who has not logged in logs in once', async () => {
      const scene = new Scene()
      scene.phone.storage.clear()
      logout()
      await scene.opens()
      await scene.tap('Call')
      await scene.tap('Call')
      expect(scene.phone.requests).toHaveLength(1)
    })

    it('dials nothing on a page that was left while the log-in was on its way', async () => {
      const scene = new Scene()
      scene.phone.storage.clear()
      logout()
      await scene.opens()
      await scene.tap('Call')
      scene.unload()
      scene.phone.request().answer(200, { userId: 'customer-1', token: 'token-1', expiresInMs: 3_600_000 })
      await scene.settles()
      expect(sent(scene)).toEqual([])
    })
  })

  it('whoever calls by the page itself is not called again by a button that lags behind', async () => {
    const scene = await opened()
    scene.instance.sdk.startCall({ channelId: 'entry' }).catch(() => undefined)
    scene.panel.querySelector('.main')?.dispatchEvent('tap')
    await scene.settles()
    scene.passes(600)
    expect(sent(scene)).toEqual(['call/start'])
    expect(scene.text).not.toContain('In a call')
  })

  describe('a double tap on the button that hangs up', () => {
    it.each([0, 300, 600, 790])('does not dial anew %i ms later', async (ms) => {
      const scene = await opened()
      await scene.calls('talking')
      scene.passes(2_000)
      await scene.tap('Hang up')
      scene.passes(ms)
      scene.panel.querySelector('.main')?.dispatchEvent('tap')
      await scene.settles()
      scene.passes(2_000)
      expect(sent(scene)).toEqual(['call/start', 'call/hangUp'])
      await scene.tap('Call again')
      expect(sent(scene)).toEqual(['call/start', 'call/hangUp', 'call/start'])
    })

    it('nor does a hang-up that comes down as the agent hangs up', async () => {
      const scene = await opened()
      await scene.calls('talking')
      scene.passes(2_000)
      scene.centre.ends()
      scene.passes(700)
      await scene.tap('Call again')
      expect(sent(scene)).toEqual(['call/start'])
      scene.passes(1_000)
      await scene.tap('Call again')
      expect(sent(scene)).toEqual(['call/start', 'call/start'])
    })
  })

  describe('on a row of a menu', () => {
    const asks = (scene: Scene, prompt: string): void => {
      const keys = [{ key: '1', label: prompt }]
      scene.centre.says({ type: 'call/ivr', sessionId: SESSION_ID, prompt, keys, path: [] })
    }

    const menu = async (): Promise<Scene> => {
      const scene = await opened()
      await scene.calls('ivr')
      asks(scene, 'First')
      scene.passes(2_000)
      return scene
    }

    it.each([0, 100, 700])('a double tap does not answer the next menu too, %i ms later', async (ms) => {
      const scene = await menu()
      await scene.tap('1')
      asks(scene, 'Second')
      scene.passes(ms)
      await scene.tap('1')
      scene.passes(2_000)
      expect(sent(scene)).toEqual(['call/start', '1'])
      expect(scene.text).toContain('Second')
      await scene.tap('1')
      expect(sent(scene)).toEqual(['call/start', '1', '1'])
    })

    it('a tap means the menu that is seen, not one that has just come and is not shown yet', async () => {
      const scene = await menu()
      asks(scene, 'Second')
      asks(scene, 'Third')
      await scene.tap('1')
      expect(scene.text).not.toContain('Third')
      expect(sent(scene)).toEqual(['call/start'])
    })
  })

  it('the panel asks WeChat for a code, and says so when none comes: refused, late, or never', async () => {
    const asked: { readonly fail?: () => void }[] = []
    const phone = givePhone(() => ({ login: (options: object) => void asked.push(options) }))
    const scene = new Scene(phone)
    phone.storage.clear()
    logout()
    await scene.opens()
    await scene.tap('Call')
    asked[0]?.fail?.()
    scene.passes(600)
    expect(scene.text).toContain('Network error, please try again')
    await scene.tap('Call')
    scene.passes(600)
    expect(scene.text).not.toContain('Network error')
    scene.passes(25_000)
    expect(scene.text).toContain('Network error, please try again')
    await scene.tap('Call')
    expect(asked).toHaveLength(3)
    expect(phone.requests).toEqual([])
  })

  it('a phone whose wx.login throws does not take the panel with it', async () => {
    const login = (): void => {
      throw new Error('not here')
    }
    const phone = givePhone(() => ({ login }))
    const scene = new Scene(phone)
    phone.storage.clear()
    logout()
    await scene.opens()
    await scene.tap('Call')
    scene.passes(600)
    expect(scene.text).toContain('Network error, please try again')
  })
})
