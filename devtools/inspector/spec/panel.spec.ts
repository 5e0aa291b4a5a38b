/** @jest-environment jsdom */
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import type { TcccWxSdk } from '../../../lib/entries/index'
import { givePhone, type Phone } from '../../../spec/wx/phone'
import { Centre } from '../../../spec/component/centre'
import type { Node } from '../../../spec/component/node'
import { signIn } from '../../../spec/component/page'

interface Inspector {
  readonly data: Readonly<Record<string, unknown>>
  watch(call: Pick<TcccWxSdk, 'session$' | 'event$' | 'recording'> | null): void
}

let pageId: string | null = null

const load = (): string => {
  const options = { compiler: 'simulate' } as const
  const component = (path: string) => simulate.load(join(__dirname, '../../..', path), `c-${path.length}`, options)
  const page = simulate.load({
    template: '<call id="tcccSdk"/><inspector id="found" for="tcccSdk"/><inspector id="idle"/>',
    usingComponents: { call: component('component/index'), inspector: component('devtools/inspector/panel/inspector') },
  })
  return String(page)
}

const part = (host: Node, selector: string): Node => {
  const node = host.querySelector(selector)
  if (node === undefined) throw new Error(`the page has no ${selector}`)
  return node
}

/** A page on which a customer talks to a seat, and the inspector with its panel open. */
class Scene {
  readonly centre: Centre
  readonly sdk: TcccWxSdk
  readonly panel: Node
  readonly inspector: Inspector
  private readonly host: Node

  constructor(readonly phone: Phone = givePhone()) {
    signIn()
    pageId ??= load()
    this.host = simulate.render(pageId) as unknown as Node
    this.centre = new Centre(phone)
    this.sdk = part(this.host, '#tcccSdk').instance as TcccWxSdk
    this.panel = part(this.host, '#found')
    this.inspector = this.panel.instance as Inspector
    this.host.attach(document.createElement('div'))
    this.centre.welcomes()
  }

  talks(): this {
    this.sdk.startCall({ channelId: 'entry' }).catch(() => undefined)
    this.centre.takesTo('talking')
    return this
  }

  /** The simulator hands a tap on in a later turn. */
  async tap(selector: string, index = 0): Promise<void> {
    const node = this.panel.querySelectorAll(selector)[index]
    if (node === undefined) throw new Error(`the inspector has no ${selector}`)
    node.dispatchEvent('tap')
    await Promise.resolve()
  }

  texts(selector: string): readonly string[] {
    return this.panel.querySelectorAll(selector).map(({ dom }) => dom.textContent)
  }

  get idle(): Node {
    return part(this.host, '#idle')
  }

  unload(): void {
    this.host.detach()
  }
}

const STEP_MS = 250

beforeEach(() => {
  jest.useFakeTimers()
})

describe('the inspector of a development build', () => {
  it('finds the component by its id, and shows the phase on its badge', () => {
    const scene = new Scene().talks()
    expect(scene.texts('.badge')).toEqual(['T'])
    scene.unload()
  })

  it('closed, it draws nothing and sets nothing but the phase', () => {
    const scene = new Scene().talks()
    jest.advanceTimersByTime(STEP_MS)
    expect(scene.inspector.data).toMatchObject({ open: false, lanes: [], looked: null })
    scene.unload()
  })

  it('open, it draws the lanes, their marbles and the phases, and follows the call', async () => {
    const scene = new Scene().talks()
    await scene.tap('.badge')
    expect(scene.texts('.block').map((text) => text.trim())).toEqual(expect.arrayContaining(['振铃', '通话']))
    expect(scene.texts('.of-in .marble')).toEqual(['s', 'q', 'r', 'a'])
    expect(scene.texts('.of-out .marble')).toEqual(['s'])
    scene.sdk.endCall()
    jest.advanceTimersByTime(STEP_MS)
    expect(scene.texts('.of-out .marble')).toEqual(['s', 'h'])
    expect(scene.texts('.badge')).toEqual(['E'])
    scene.unload()
  })

  it('draws a crowd of events once a step', async () => {
    const scene = new Scene().talks()
    await scene.tap('.badge')
    const draws = jest.spyOn(scene.inspector as unknown as { draw(): void }, 'draw')
    for (let turn = 0; turn < 20; turn += 1) scene.sdk.muteAudio()
    jest.advanceTimersByTime(STEP_MS)
    expect(draws).toHaveBeenCalledTimes(1)
    scene.unload()
  })

  it('shows the value and the session of the marble that is tapped, its changes marked, and follows again', async () => {
    const scene = new Scene().talks()
    await scene.tap('.badge')
    await scene.tap('.of-in .marble', 2)
    expect(scene.texts('.what')[0]).toContain('call/ringing')
    expect(scene.texts('.value').join()).toContain('Ming')
    const changed = scene.texts('.is-new .fact-name').map((text) => text.trim())
    expect(changed).toEqual(expect.arrayContaining(['phase', 'seat']))
    scene.sdk.endCall()
    jest.advanceTimersByTime(STEP_MS)
    expect(scene.texts('.what')[0]).toContain('call/ringing')
    await scene.tap('.button')
    expect(scene.inspector.data).toMatchObject({ chosen: null, looked: null })
    scene.unload()
  })

  it('copies the recording, without secrets', async () => {
    const copied: string[] = []
    const phone = givePhone(() => ({ setClipboardData: ({ data }: { data: string }) => copied.push(data) }))
    const scene = new Scene(phone).talks()
    await scene.tap('.badge')
    await scene.tap('.button')
    expect(copied[0]).toContain('"format":"tccc-wx-sdk/recording"')
    expect(copied[0]).not.toContain('room://')
    scene.unload()
  })

  it('without an id watches what it is given, and nothing any more', () => {
    const scene = new Scene().talks()
    const idle = scene.idle.instance as Inspector
    const badge = () => part(scene.idle, '.badge').dom.textContent
    expect(badge()).toBe('I')
    idle.watch(scene.sdk)
    expect(badge()).toBe('T')
    idle.watch(null)
    scene.sdk.endCall()
    expect(badge()).toBe('T')
    scene.unload()
  })

  it('keeps no call alive, and leaves with its page: no timer, no listener, no socket', async () => {
    const scene = new Scene().talks()
    await scene.tap('.badge')
    scene.unload()
    expect([scene.phone.openSockets(), scene.phone.listeners(), jest.getTimerCount()]).toEqual([0, 0, 0])
  })
})
