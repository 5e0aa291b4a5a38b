/** @jest-environment jsdom */
import { app } from '../../../lib/app/app'
import { SESSION_ID } from '../centre'
import { ended, opened, Scene, unloaded } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
})

afterEach(() => {
  unloaded()
  jest.useRealTimers()
})

describe('the page that is ready', () => {
  it('calls with one tap, and shows each phase as the centre says it', async () => {
    const scene = await opened()
    expect(scene.text).toContain('Customer service')
    await scene.tap('Call')
    scene.passes(600)
    expect(scene.text).toContain('Connecting…')
    expect(scene.centre.heard()).toMatchObject([{ type: 'call/start', channelId: 'entry', media: 'audio' }])
    scene.centre.takesTo('talking')
    scene.passes(600)
    expect(scene.text).toContain('Ming')
    expect(scene.text).toContain('In call')
    scene.passes(64_000)
    expect(scene.text).toContain('01:04')
    scene.centre.ends()
    scene.passes(600)
    expect(scene.text).toContain('The agent has hung up')
    expect(ended).toMatchObject([{ closeBy: 'seat', endStatus: 'ok' }])
  })

  it('logs in first where nobody has', async () => {
    const scene = new Scene()
    scene.phone.storage.clear()
    app.tickets.drop()
    await scene.opens()
    await scene.tap('Call')
    expect(scene.phone.requests.map(({ options }) => options.url)).toEqual([expect.stringMatching(/login$/)])
  })

  it('hands taps on: menu, mute, loudspeaker, keys, hang-up', async () => {
    const scene = await opened()
    await scene.calls('ivr')
    scene.centre.says({
      ...{ type: 'call/ivr', sessionId: SESSION_ID, prompt: 'Which one?', path: [] },
      keys: [{ key: '1', label: 'Sales' }],
    })
    scene.passes(600)
    expect(scene.text).toContain('Which one?')
    await scene.tap('1')
    scene.passes(600)
    await scene.tap('Mute')
    await scene.tap('Speaker')
    await scene.tap('Keypad')
    scene.passes(600)
    await scene.tap('#')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ muted: true, loud: false, sheet: 'keys', digits: '1#' })
    await scene.tap('Hang up')
    scene.passes(600)
    expect(scene.text).toContain('You have hung up')
    const said = scene.centre.heard().map((message) => ('digits' in message ? message.digits : message.type))
    expect(said).toEqual(expect.arrayContaining(['1', '#', 'call/hangUp']))
  })

  it('the agent may write only where the page shows texts', async () => {
    const able = await opened()
    await able.calls('talking')
    expect(able.centre.heard()).toContainEqual(expect.objectContaining({ type: 'call/aside', about: 'text' }))
  })

  it('has no text where the page wants none', async () => {
    const scene = new Scene()
    scene.hands({ text: false })
    await (await scene.opens()).calls('talking')
    expect(scene.text).toContain('In call')
    expect(scene.text).not.toContain('Text')
    expect(scene.centre.heard()).not.toContainEqual(expect.objectContaining({ about: 'text' }))
  })

  it('leaves nothing behind', async () => {
    const scene = await opened()
    await scene.calls('talking')
    scene.unload()
    expect(jest.getTimerCount()).toBe(0)
    expect(scene.phone.listeners()).toBe(0)
  })
})

describe('a minute of a call, with clock and volume shown', () => {
  /** Samples as a phone measures them, five a second, and whatever else happens in a call that is not a quiet one. */
  const minute = async (): Promise<Scene> => {
    const scene = await opened()
    await scene.calls('talking')
    scene.instance.sdk.media$.next({ type: 'pusher/status', code: 1018 })
    scene.instance.sdk.media$.next({ type: 'player/status', code: 2004 })
    scene.passes(2_000)
    scene.sets.splice(0)
    for (let tenth = 0; tenth < 600; tenth += 1) {
      if (tenth % 2 === 0) scene.instance.sdk.sample$.next({ volume: (tenth * 37) % 101, local: 1, audioKbps: 30 })
      if (tenth === 100) await scene.tap('Mute')
      if (tenth === 120) await scene.tap('Mute')
      if (tenth === 200) scene.centre.says({ type: 'call/held', sessionId: SESSION_ID, held: true })
      if (tenth === 260) scene.centre.says({ type: 'call/held', sessionId: SESSION_ID, held: false })
      if (tenth === 300) scene.phone.weakness.tell({ weakNet: true })
      if (tenth === 400) scene.phone.weakness.tell({ weakNet: false })
      scene.passes(100)
    }
    return scene
  }

  it('is set at most 70 times, with at most 6 KB, and never more than twice a second', async () => {
    const scene = await minute()
    const bytes = scene.sets.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0)
    expect(scene.sets.length).toBeGreaterThanOrEqual(60)
    expect(scene.sets.length).toBeLessThanOrEqual(70)
    expect(bytes).toBeLessThanOrEqual(6_000)
    const crowded = scene.sets.filter(({ at }, index) => {
      const third = scene.sets[index + 2]
      return third !== undefined && third.at - at <= 1_000
    })
    expect(crowded).toEqual([])
  })

  it('shows at once what is done while the media tell things that nobody sees', async () => {
    const scene = await opened()
    await scene.calls('talking')
    scene.passes(1_300)
    scene.instance.sdk.media$.next({ type: 'pusher/status', code: 1002 })
    await scene.tap('Mute')
    expect(scene.instance.data).toMatchObject({ muted: true })
  })

  it('does not set what waited for its time when the page is left', async () => {
    const scene = await opened()
    await scene.calls('talking')
    scene.passes(1_000)
    await scene.tap('Mute')
    await scene.tap('Speaker')
    scene.panel.triggerPageLifeTime('hide')
    scene.sets.splice(0)
    scene.passes(10_000)
    expect(scene.sets).toEqual([])
    scene.panel.triggerPageLifeTime('show')
    expect(scene.instance.data).toMatchObject({ muted: true, loud: false })
    expect(scene.sets).toHaveLength(1)
  })

  it('sets nothing while nobody sees the page, and then all of it at once', async () => {
    const scene = await opened()
    await scene.calls('talking')
    scene.panel.triggerPageLifeTime('hide')
    scene.sets.splice(0)
    scene.passes(10_000)
    expect(scene.sets).toEqual([])
    scene.panel.triggerPageLifeTime('show')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ time: '00:11' })
  })
})
