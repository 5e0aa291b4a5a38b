/** The built-in component on a page of its own, as WeChat's framework drives it, without the framework. */
import type { Call, Session, TcccWxSdk } from '../../../lib/entries/index'

export interface Told {
  readonly name: string
  readonly detail: unknown
  readonly session: Session
  readonly atMs: number
}

interface Definition {
  readonly data: object
  readonly properties: Readonly<Record<string, { readonly value: unknown }>>
  readonly methods: object
  readonly lifetimes: Readonly<Record<'created' | 'attached' | 'detached', (this: object) => void>>
}

type Instance = TcccWxSdk & {
  readonly call: Call
  readonly data: { readonly pushUrl: string; readonly playUrl: string; readonly enableMic: boolean }
  onPusherStatus(event: { readonly detail: { readonly code: number } }): void
  onPlayerStatus(event: { readonly detail: { readonly code: number } }): void
}

export interface Page {
  readonly sdk: Instance
  readonly told: Told[]
  isAttached(): boolean
  attach(): void
  detach(): void
}

/** A rendering takes so long. */
const RENDER_MS = 16
/** A media tag has entered its room, or plays. */
const MEDIA_MS = 300
const ENTERED = 1018
const PLAYING = 2004

let definition: Definition | null = null

/** Loads the component once, as an app does. */
export const loadComponent = async (): Promise<void> => {
  Object.assign(globalThis, { Component: (given: Definition) => (definition = given) })
  await import('../../../component/index')
}

export interface PageClock {
  now(): number
  after(ms: number, act: () => void): void
}

export const openPage = (clock: PageClock, sdkAppId: string): Page => {
  if (definition === null) throw new Error('load the component first')
  const { data, properties, methods, lifetimes } = definition
  const defaults = Object.entries(properties).map(([name, { value }]) => [name, value] as const)
  const told: Told[] = []
  const instance = {
    data: { ...data },
    properties: { ...Object.fromEntries(defaults), sdkAppId },
    setData(changes: object, applied?: () => void) {
      Object.assign(instance.data, changes)
      if (applied !== undefined) clock.after(RENDER_MS, applied)
      // A tag with a new address enters its room, unless it has another one by then.
      clock.after(MEDIA_MS, () => {
        const { pushUrl, playUrl } = sdk.data
        if ('pushUrl' in changes && changes.pushUrl === pushUrl && pushUrl !== '') {
          sdk.onPusherStatus({ detail: { code: ENTERED } })
        }
        if ('playUrl' in changes && changes.playUrl === playUrl && playUrl !== '') {
          sdk.onPlayerStatus({ detail: { code: PLAYING } })
        }
      })
    },
    triggerEvent(name: string, detail: unknown) {
      told.push({ name, detail, session: sdk.call.session, atMs: clock.now() })
    },
    ...methods,
  }
  const sdk = instance as unknown as Instance
  let isAttached = false
  lifetimes.created.call(instance)
  return {
    sdk,
    told,
    isAttached: () => isAttached,
    attach() {
      if (isAttached) return
      isAttached = true
      lifetimes.attached.call(instance)
    },
    detach() {
      if (!isAttached) return
      isAttached = false
      lifetimes.detached.call(instance)
    },
  }
}
