/** A page with the panel, a customer who taps in it, and the call centre at the far end. */
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { cards } from '../../../component/panel/cards'
import { setLocale, type TcccWxSdk } from '../../../lib/entries/index'
import { givePhone, type Phone } from '../../wx/phone'
import { Centre, type CallPhase } from '../centre'
import type { Node } from '../node'
import { signIn } from '../page'

interface PanelInstance {
  readonly sdk: TcccWxSdk & Readonly<Record<'sample$' | 'media$', { next(told: object): void }>>
  readonly data: Readonly<Record<string, unknown>>
  setData(data: object): void
}

let pageId: string | null = null

const load = (): string => {
  // Only those that are loaded together are related. By then the relations name them by the simulator's own ids.
  const together = { 'rating-card': './rating-card', 'waiting-card': './waiting-card' }
  const options = { compiler: 'simulate', usingComponents: together } as const
  const panel = simulate.load(join(__dirname, '../../../component/panel'), 'call-panel', options)
  const [rating, waiting] = Object.keys(cards)
  const page = simulate.load({
    template: `<call-panel
      id="panel"
      channelId="entry"
      media="{{media}}"
      text="{{text}}"
      floats="{{floats}}"
      leaveWarning="{{leaveWarning}}"
      locale="{{locale}}"
      bind:sessionEnded="ended"
    >
      <view slot="before">Open from 9 to 6</view>
      <view slot="during">Your order A-1029</view>
      <view slot="after">Thanks for the call</view>
      <waiting-card wx:if="{{cards}}" id="waiting" slot="cards"/>
      <rating-card wx:if="{{cards}}" id="rating" slot="cards"/>
    </call-panel>`,
    usingComponents: { 'call-panel': panel, 'rating-card': rating, 'waiting-card': waiting },
    data: { text: true, cards: true, media: 'audio', floats: true, leaveWarning: '', locale: '' },
    methods: {
      ended({ detail }: { readonly detail: unknown }) {
        ended.push(detail)
      },
    },
  })
  return String(page)
}

/** The details of `sessionEnded`, of the page that is open. */
export const ended: unknown[] = []

let leave = (): void => undefined

/** A page with the panel and both cards, of a customer who is logged in; its line is up. */
export class Scene {
  readonly centre: Centre
  readonly panel: Node
  readonly instance: PanelInstance
  /** What was set, and when. */
  readonly sets: { readonly at: number; readonly data: object }[] = []
  private readonly host: Node

  constructor(readonly phone: Phone = givePhone()) {
    signIn()
    setLocale('en')
    ended.splice(0)
    pageId ??= load()
    this.host = simulate.render(pageId) as unknown as Node
    const panel = this.host.querySelector('#panel')
    if (panel === undefined) throw new Error('the page has no panel')
    this.panel = panel
    this.instance = panel.instance as PanelInstance
    this.centre = new Centre(phone)
    // What the cards set counts, too.
    for (const instance of [this.instance, this.card('waiting').instance, this.card('rating').instance] as const) {
      const shown = instance as PanelInstance
      const setData = shown.setData.bind(shown)
      jest.spyOn(shown, 'setData').mockImplementation((data) => {
        this.sets.push({ at: Date.now(), data })
        setData(data)
      })
    }
  }

  /** The component in the panel is attached after it, and WeChat hands on taps later. */
  async settles(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }

  async opens(can: readonly string[] = ['text']): Promise<this> {
    leave = () => {
      this.unload()
    }
    this.host.attach(document.createElement('div'))
    await this.settles()
    if (this.phone.sockets.length > 0) this.centre.welcomes(false, can)
    this.passes(600)
    return this
  }

  /** A button, as it stands on the screen now. */
  button(label: string): Node {
    const buttons = ['.main', '.tool', '.row', '.pad', '.gate', '.send'].flatMap((name) =>
      this.panel.querySelectorAll(name),
    )
    const node = buttons.find(({ dom }) => dom.textContent.trim().startsWith(label))
    if (node === undefined) throw new Error(`no button says ${label}`)
    return node
  }

  async tap(label: string): Promise<void> {
    this.button(label).dispatchEvent('tap')
    await this.settles()
  }

  /** The field of the text, and what it began with. */
  field(): Node {
    const field = this.panel.querySelector('.field')
    if (field === undefined) throw new Error('there is no field')
    return field
  }

  async types(text: string, field = this.field()): Promise<void> {
    field.dispatchEvent('input', { detail: { value: text } })
    await this.settles()
  }

  /** One of the cards that stand in the panel. */
  card(id: 'rating' | 'waiting'): Node {
    const card = this.host.querySelector(`#${id}`)
    if (card === undefined) throw new Error(`the page has no card ${id}`)
    return card
  }

  async tapIn(id: 'rating' | 'waiting', selector: string, nth = 0): Promise<void> {
    const node = this.card(id).querySelectorAll(selector)[nth]
    if (node === undefined) throw new Error(`the card ${id} has no ${selector}`)
    node.dispatchEvent('tap')
    await this.settles()
  }

  /** What the page around the panel hands to it. */
  hands(data: object): void {
    this.host.setData(data)
  }

  /** Not at once: after an end the button waits for a tap that is meant. */
  async calls(phase: CallPhase): Promise<this> {
    this.passes(1_400)
    await this.tap('Call')
    this.centre.takesTo(phase)
    this.passes(600)
    return this
  }

  /** The call centre lives meanwhile. */
  passes(ms: number): void {
    for (let left = ms; left > 0; left -= 5_000) {
      this.beats()
      jest.advanceTimersByTime(Math.min(left, 5_000))
    }
  }

  private beats(): void {
    const [socket] = this.phone.sockets.slice(-1)
    if (socket?.isClosed === false) socket.says('{"type":"link/heartbeat","seen":99}')
  }

  get text(): string {
    return this.panel.dom.textContent.replace(/\s+/g, ' ')
  }

  unload(): void {
    leave = () => undefined
    this.host.detach()
  }
}

export const opened = (): Promise<Scene> => new Scene().opens()

/** Whatever page is open is left. */
export const unloaded = (): void => {
  leave()
}
