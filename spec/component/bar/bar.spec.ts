/** @jest-environment jsdom */
/** The bar on another page: whose call it shows, for how long, and where it leads. */
import { barView } from '../../../component/bar/view'
import { barWords } from '../../../component/bar/words'
import { panelWords } from '../../../component/panel/words'
import { isRunning, type Session, setLocale } from '../../../lib/entries/index'
import { after, EVENTS, PHASES, sessionIn } from '../../call/sessions'
import { BarScene, CallPage, OTHER, talkingNow, told, unloaded } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
})

afterEach(() => {
  unloaded()
  jest.useRealTimers()
})

describe('whose call it shows', () => {
  it.each(['#panel', '#tcccSdk'])('finds it below as %s', async (id) => {
    const scene = await new BarScene([new CallPage(talkingNow(), id), OTHER]).opens()
    expect(scene.text).toBe('Lin In call00:00Back')
  })

  it('finds it under the name that the page gives, and under no other', async () => {
    const mine = new CallPage(talkingNow(), '.mine')
    expect((await new BarScene([mine]).opens()).isThere).toBe(false)
    unloaded()
    expect((await new BarScene([mine], { call: '.mine' }).opens()).isThere).toBe(true)
    unloaded()
    expect((await new BarScene([new CallPage(talkingNow())], { call: '.mine' }).opens()).isThere).toBe(false)
  })

  it('is not there when no page below has a call, and sets nothing more', async () => {
    const scene = await new BarScene([OTHER]).opens()
    const first = scene.sets.length
    jest.advanceTimersByTime(10_000)
    expect([scene.isThere, scene.sets.length - first, jest.getTimerCount()]).toEqual([false, 0, 0])
  })

  it('does not look at its own page', async () => {
    const own = new CallPage(talkingNow())
    const scene = new BarScene([])
    Object.assign(globalThis, { getCurrentPages: () => [own] })
    await scene.opens()
    expect([scene.isThere, own.watchers]).toEqual([false, 0])
  })

  it('shows the running one of two, and the upper one of two that run', async () => {
    const [lower, upper] = [new CallPage(talkingNow()), new CallPage(sessionIn('ended'))]
    const scene = await new BarScene([lower, OTHER, upper]).opens()
    expect(scene.text).toContain('Lin')
    upper.session$.next(sessionIn('waiting'))
    jest.advanceTimersByTime(1_000)
    expect(scene.text).toBe('You are in the queue Your place 1Back')
    await scene.tap()
    scene.hides()
    upper.session$.next(sessionIn('ended'))
    scene.shows()
    expect(scene.text).toContain('Lin')
    await scene.tap()
    expect(scene.led).toEqual([1, 3])
  })

  it('finds a call that was dialled on a page below while it was not in sight', async () => {
    const call = new CallPage(sessionIn('idle'))
    const scene = await new BarScene([call]).opens()
    expect(scene.isThere).toBe(false)
    scene.hides()
    call.session$.next(talkingNow())
    scene.shows()
    expect(scene.isThere).toBe(true)
  })
})

describe('what it shows', () => {
  it.each(PHASES)('says the phase %s, or is not there', async (phase) => {
    const session = sessionIn(phase)
    const scene = await new BarScene([new CallPage(session)]).opens()
    expect(scene.isThere).toBe(isRunning(session))
    if (isRunning(session)) expect(scene.label).toMatch(/^\S.* Back to the call$/)
  })

  it.each(['zh', 'en'])('has all its words in %s', (language) => {
    setLocale(language)
    const words = Object.values(barWords())
    expect(words.every((word) => word !== '' && /[一-鿿]/.test(word) === (language === 'zh'))).toBe(true)
  })

  it.each([null, sessionIn('idle'), sessionIn('ended')])('has nothing to show without a running call', (session) => {
    expect(barView(session, 0, panelWords(), barWords())).toMatchObject({ title: '', says: '' })
  })

  it('has a clock that goes on evenly', async () => {
    const scene = await new BarScene([new CallPage(talkingNow())]).opens()
    for (let second = 0; second < 5; second += 1) {
      expect(scene.text).toContain(`00:0${second}`)
      jest.advanceTimersByTime(1_000)
    }
  })

  it('is gone with the call, and holds no clock', async () => {
    const call = new CallPage(talkingNow())
    const scene = await new BarScene([call]).opens()
    call.session$.next(after(call.session$.value, EVENTS['call/ended']))
    jest.advanceTimersByTime(1_000)
    expect([scene.isThere, jest.getTimerCount()]).toEqual([false, 0])
  })

  const marked = async (...events: Parameters<typeof after>[1][]): Promise<BarScene> =>
    new BarScene([new CallPage(after(talkingNow(), ...events))]).opens()

  it.each([
    ['a hold', EVENTS['call/held'], 'On hold, please wait'],
    ['a lost line', EVENTS['line/lost'], 'Poor network, reconnecting…'],
    ['an interruption', EVENTS['audio/interrupted'], 'Interrupted by the phone'],
  ])('marks %s', async (_, event, words) => {
    const scene = await marked(event)
    expect(scene.text).toContain(words)
    expect(scene.bar.querySelector('.hint-warns')).toBeDefined()
  })

  it('marks a microphone that is off, for a screen reader too', async () => {
    const scene = await marked(EVENTS['intent/mute'])
    expect(scene.bar.querySelector('.icon-muted')).toBeDefined()
    expect(scene.label).toBe('Lin In call Mute on Back to the call')
  })
})

describe('where it leads', () => {
  it.each([
    [1, []],
    [3, [OTHER, OTHER]],
  ])('%i back, and tells so', async (delta, between) => {
    const scene = await new BarScene([OTHER, new CallPage(talkingNow()), ...between]).opens()
    await scene.tap()
    expect([scene.led, told]).toEqual([[delta], [{ delta }]])
  })

  it('leaves it to the page that wants to lead back itself, once for a finger that taps twice', async () => {
    const scene = await new BarScene([new CallPage(talkingNow())], { leads: false }).opens()
    await scene.tap()
    await scene.tap()
    expect([scene.led, told]).toEqual([[], [{ delta: 1 }]])
    jest.advanceTimersByTime(1_000)
    await scene.tap()
    expect(told).toHaveLength(2)
  })

  it('not past the call, however often a finger taps before WeChat has led back', async () => {
    const scene = await new BarScene([OTHER, new CallPage(talkingNow())]).opens()
    for (let taps = 0; taps < 3; taps += 1) await scene.tap()
    jest.advanceTimersByTime(5_000)
    await scene.tap()
    expect([scene.led, told]).toEqual([[1], [{ delta: 1 }]])
  })

  it('again when WeChat has refused to, and when the customer has come here again', async () => {
    const scene = await new BarScene([new CallPage(talkingNow())]).opens()
    await scene.tap()
    scene.refuse()
    await scene.tap()
    scene.hides()
    scene.shows()
    await scene.tap()
    expect(scene.led).toEqual([1, 1, 1])
  })
})

describe('what it holds', () => {
  it('watches while its page is in sight, and sets nothing while it is not', async () => {
    const call = new CallPage(talkingNow())
    const scene = await new BarScene([call]).opens()
    expect(call.watchers).toBe(1)
    call.session$.next(after(call.session$.value, EVENTS['intent/mute']))
    scene.sets.splice(0)
    scene.hides()
    jest.advanceTimersByTime(10_000)
    expect([call.watchers, scene.sets, jest.getTimerCount()]).toEqual([0, [], 0])
    scene.shows()
    expect(call.watchers).toBe(1)
    expect(scene.text).toContain('00:10')
  })

  it('lets go with its page, also before it has begun', async () => {
    const call = new CallPage(talkingNow())
    await new BarScene([call]).opens()
    unloaded()
    expect([call.watchers, jest.getTimerCount()]).toEqual([0, 0])
    const gone = new BarScene([call])
    const opening = gone.opens()
    unloaded()
    await (await opening).settles()
    expect([call.watchers, jest.getTimerCount(), gone.sets]).toEqual([0, 0, []])
  })

  it('is set once a second at most, whatever happens', async () => {
    const call = new CallPage(talkingNow())
    const scene = await new BarScene([call]).opens()
    jest.advanceTimersByTime(1_000)
    scene.sets.splice(0)
    const events = ['intent/mute', 'intent/unmute', 'call/held', 'line/lost', 'line/up', 'quality/advised'] as const
    let session: Session = call.session$.value
    for (let tick = 0; tick < 400; tick += 1) {
      session = after(session, EVENTS[events[tick % events.length] ?? 'intent/mute'])
      call.session$.next(session)
      jest.advanceTimersByTime(150)
    }
    const bytes = scene.sets.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0)
    expect(scene.sets.length).toBeGreaterThanOrEqual(55)
    expect(scene.sets.length).toBeLessThanOrEqual(61)
    expect(bytes).toBeLessThanOrEqual(6_000)
    const crowded = scene.sets.filter(({ at }, index) => (scene.sets[index + 1]?.at ?? Infinity) - at < 1_000)
    expect(crowded).toEqual([])
  })
})
