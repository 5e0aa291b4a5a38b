/** A page with the bar, and below it pages that may have a call. */
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { BehaviorSubject, Observable } from 'rxjs'
import type { OpenPage } from '../../../component/bar/running'
import { type Session, setLocale, wxNow } from '../../../lib/entries/index'
import { sessionIn } from '../../call/sessions'
import { givePhone } from '../../wx/phone'
import type { Node } from '../node'

/** A talk that begins now. */
export const talkingNow = (): Session => ({ ...sessionIn('talking'), acceptedAt: wxNow() }) as Session

/** A page with a call on it that is what the spec says, and counts who watches it. */
export class CallPage implements OpenPage {
  watchers = 0
  readonly session$: BehaviorSubject<Session>
  private readonly watched$ = new Observable<Session>((watcher) => {
    this.watchers += 1
    const watching = this.session$.subscribe(watcher)
    return () => {
      this.watchers -= 1
      watching.unsubscribe()
    }
  })

  constructor(
    first: Session,
    private readonly id = '#tcccSdk',
  ) {
    this.session$ = new BehaviorSubject(first)
  }

  selectComponent(selector: string): unknown {
    if (selector !== this.id) return null
    return this.id === '#panel' ? { sdk: { session$: this.watched$ } } : { session$: this.watched$ }
  }
}

/** A page without a call. */
export const OTHER: OpenPage = { selectComponent: () => null }

interface BarInstance {
  readonly data: Readonly<Record<string, unknown>>
  setData(data: object): void
}

let pageId: string | null = null

const load = (): string => {
  const bar = simulate.load(join(__dirname, '../../../component/bar'), 'call-bar', { compiler: 'simulate' } as const)
  const page = simulate.load({
    template: `<call-bar id="bar" call="{{call}}" leads="{{leads}}" bind:back="back" />`,
    usingComponents: { 'call-bar': bar },
    data: { call: '', leads: true },
    methods: {
      back({ detail }: { readonly detail: unknown }) {
        told.push(detail)
      },
    },
  })
  return String(page)
}

/** The details of `back`, of the page that is open. */
export const told: unknown[] = []

let leave = (): void => undefined

export class BarScene {
  /** What was set, and when. */
  readonly sets: { readonly at: number; readonly data: object }[] = []
  /** How far the customer was led back. */
  readonly led: number[] = []
  /** WeChat does not lead back. */
  refuse = (): void => undefined
  readonly bar: Node
  private readonly host: Node

  constructor(
    readonly below: readonly OpenPage[],
    given: object = {},
  ) {
    const navigateBack = ({ delta, fail }: { readonly delta: number; readonly fail: () => void }): void => {
      this.led.push(delta)
      this.refuse = fail
    }
    givePhone(() => ({ navigateBack }))
    setLocale('en')
    told.splice(0)
    pageId ??= load()
    this.host = simulate.render(pageId) as unknown as Node
    this.host.setData(given)
    const bar = this.host.querySelector('#bar')
    if (bar === undefined) throw new Error('the page has no bar')
    this.bar = bar
    const instance = bar.instance as BarInstance
    const setData = instance.setData.bind(instance)
    jest.spyOn(instance, 'setData').mockImplementation((data) => {
      this.sets.push({ at: Date.now(), data })
      setData(data)
    })
    Object.assign(globalThis, { getCurrentPages: () => [...below, OTHER] })
  }

  async opens(): Promise<this> {
    leave = () => {
      leave = () => undefined
      this.host.detach()
    }
    this.host.attach(document.createElement('div'))
    await this.settles()
    return this
  }

  /** The bar looks around when its page is open, and WeChat hands on taps later. */
  async settles(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }

  get text(): string {
    return this.bar.dom.textContent.replace(/\s+/g, ' ').trim()
  }

  get label(): unknown {
    return (this.bar.instance as BarInstance).data['says']
  }

  /** Whether there is a bar to be seen. */
  get isThere(): boolean {
    return this.bar.querySelector('.bar') !== undefined
  }

  async tap(): Promise<void> {
    this.bar.querySelector('.bar')?.dispatchEvent('tap')
    await this.settles()
  }

  hides(): void {
    this.bar.triggerPageLifeTime('hide')
  }

  shows(): void {
    this.bar.triggerPageLifeTime('show')
  }
}

export const unloaded = (): void => {
  leave()
}
