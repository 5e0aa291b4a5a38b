/** The guide's page with the component on it, in WeChat's component framework. */
import { join } from 'node:path'
import * as exparser from 'miniprogram-exparser'
import * as simulate from 'miniprogram-simulate'
import { relations } from '../../component/instance'
import type { TcccWxSdk } from '../../lib/entries/index'
import { app, configure } from '../../lib/app/app'
import { givePhone, type Phone } from '../wx/phone'
import { type CallPhase, Centre } from './centre'

export interface Told {
  readonly name: string
  readonly detail: unknown
}

interface BindEvent {
  readonly type: string
  readonly detail: unknown
}

interface TagNode {
  readonly dom: { readonly __wxElement: exparser.ExparserElement }
  toJSON(): { readonly tagName: string; readonly attrs: readonly { readonly name: string; readonly value: unknown }[] }
}

/** The part of the simulator's nodes that is used here; its own typings leave out some of it. */
interface PageNode {
  readonly instance: { setData(data: object, callback?: () => void): void }
  setData(data: object): void
  attach(parent: Element): void
  detach(): void
  triggerLifeTime(name: 'ready'): void
  querySelector(selector: string): (PageNode & { readonly instance: TcccWxSdk }) | undefined
  querySelectorAll(selector: string): readonly TagNode[]
}

const EVENTS = [
  'sessionStart',
  'accepted',
  'sessionEnded',
  'error',
  'stateChange',
  'reconnecting',
  'reconnected',
  'networkQuality',
  'advice',
  'notice',
  'aside',
]
const BINDS = EVENTS.map((name) => `bind:${name}="onEvent"`).join(' ')

let pageId: string | null = null
let onEvent: (event: BindEvent) => void = () => undefined

/** The simulator runs a component's file once, whoever asks. */
const load = (): string => {
  // Only those that are loaded together are related. By then the relations name them by the simulator's own ids.
  const together = { 'tccc-pusher': './pusher', 'tccc-player': './player' }
  const options = { compiler: 'simulate', usingComponents: together } as const
  const component = simulate.load(join(__dirname, '../../component/index'), 'tccc-wx-sdk', options)
  const [pusher, player] = Object.keys(relations)
  const usingComponents = { 'tccc-wx-sdk': component, 'tccc-pusher': pusher, 'tccc-player': player }
  const page = simulate.load({
    template: `<tccc-wx-sdk wx:if="{{shown}}" id="tcccSdk" sdkAppId="{{sdkAppId}}" policies="{{policies}}" context="{{context}}" locale="{{locale}}" ${BINDS}>
      <tccc-pusher class="placed" wx:if="{{pusher}}" localMirror="enable" waitingImage="/away.png"/>
      <tccc-player class="placed" wx:if="{{player}}" objectFit="fillCrop"/>
    </tccc-wx-sdk>
    <tccc-pusher wx:if="{{stray === 'pusher'}}" class="stray"/>
    <tccc-player wx:if="{{stray === 'player'}}" class="stray"/>`,
    usingComponents,
    data: {
      shown: true,
      sdkAppId: '',
      policies: {},
      context: null,
      locale: '',
      pusher: false,
      player: false,
      stray: '',
    },
    methods: {
      onEvent: (event: BindEvent) => {
        onEvent(event)
      },
    },
  })
  return String(page)
}

export const signIn = (sdkAppId = '1400000001'): void => {
  configure({ sdkAppId })
  app.tickets.keep({ sdkAppId, userId: 'customer-1', token: 'token-1', expiresAt: Date.now() + 3_600_000 })
}

export class Page {
  readonly told: Told[] = []
  readonly centre: Centre
  readonly sdk: TcccWxSdk
  /** What the page does when it is told something. */
  onTold: (told: Told) => void = () => undefined
  /** What was set, call by call. */
  readonly sets: object[] = []
  /** The same of the sub-components. */
  readonly partSets: object[] = []
  private readonly callbacks: (() => void)[] = []
  private readonly component: PageNode

  constructor(
    readonly phone: Phone,
    private readonly host: PageNode,
  ) {
    this.centre = new Centre(phone)
    const component = host.querySelector('#tcccSdk')
    if (component === undefined) throw new Error('the page has no component')
    this.component = component
    this.sdk = component.instance
    this.follow(component, this.sets)
    onEvent = ({ type, detail }) => {
      const told = { name: type, detail }
      this.told.push(told)
      this.onTold(told)
    }
  }

  attach(): void {
    this.host.attach(document.createElement('div'))
  }

  unload(): void {
    this.host.detach()
  }

  setData(data: object): void {
    this.host.setData(data)
  }

  /** What was set has reached the screen. */
  settles(): void {
    this.callbacks.splice(0).forEach((callback) => {
      callback()
    })
  }

  /** The attributes of a media tag, or `null` while it is not there. */
  tag(tagName: 'live-pusher' | 'live-player'): Readonly<Record<string, unknown>> | null {
    const attributes = this.node(tagName)?.toJSON().attrs
    return attributes === undefined ? null : Object.fromEntries(attributes.map(({ name, value }) => [name, value]))
  }

  /** A media tag tells the component something, as native tags do: without bubbling. */
  tagTells(tagName: 'live-pusher' | 'live-player', event: string, detail: object): void {
    const node = this.node(tagName)
    if (node === undefined) throw new Error(`there is no ${tagName}`)
    const options = { bubbles: false, composed: false }
    exparser.Event.dispatchEvent(node.dom.__wxElement, exparser.Event.create(event, detail, options))
  }

  dial(channelId = 'entry'): ReturnType<TcccWxSdk['startCall']> {
    const dialled = this.sdk.startCall({ channelId })
    dialled.catch(() => undefined)
    return dialled
  }

  names(): readonly string[] {
    return this.told.map(({ name }) => name)
  }

  detailOf(name: string): unknown {
    return this.told.find((told) => told.name === name)?.detail
  }

  /** Places both sub-components in the component. */
  placeParts(placed: object = { pusher: true, player: true }): void {
    this.setData(placed)
    for (const part of this.parts()) this.follow(part, this.partSets)
  }

  /** Places a sub-component outside of the component, and lets it find out. */
  strays(name: string): void {
    this.setData({ stray: name })
    this.host.querySelector('.stray')?.triggerLifeTime('ready')
  }

  /** The sub-components are laid out. */
  ready(): void {
    for (const part of this.parts()) part.triggerLifeTime('ready')
  }

  /** The media tags themselves. */
  elements(): readonly unknown[] {
    return (['live-pusher', 'live-player'] as const).map((name) => this.node(name)?.dom)
  }

  private follow({ instance }: PageNode, sets: object[]): void {
    const setData = instance.setData.bind(instance)
    jest.spyOn(instance, 'setData').mockImplementation((data, callback) => {
      sets.push(data)
      setData(data)
      if (callback !== undefined) this.callbacks.push(callback)
    })
  }

  private parts(): readonly PageNode[] {
    return this.host.querySelectorAll('.placed') as unknown as readonly PageNode[]
  }

  /** In the component itself, or in a sub-component that stands in it. */
  private node(tagName: string): TagNode | undefined {
    const tags = [this.component, ...this.parts()].flatMap((part) =>
      ['.tccc-media', '.tccc-picture', '.tccc-sound'].flatMap((name) => part.querySelectorAll(name)),
    )
    return tags.find((node) => node.toJSON().tagName === `wx-${tagName}`)
  }
}

/** A page that is not on the screen yet. */
export const makePage = (phone = givePhone()): Page => {
  pageId ??= load()
  return new Page(phone, simulate.render(pageId) as unknown as PageNode)
}

/** A page on the screen, of a customer who is logged in, with its line up. */
/** `can`: what the call centre says in its welcome. */
export const openPage = (phone = givePhone(), can?: readonly string[]): Page => {
  signIn()
  const page = makePage(phone)
  page.attach()
  page.centre.welcomes(false, can)
  return page
}

export const openPageIn = (phase: CallPhase, phone = givePhone(), can?: readonly string[]): Page => {
  const page = openPage(phone, can)
  void page.dial()
  page.centre.takesTo(phase)
  return page
}
