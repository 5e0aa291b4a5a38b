/** A page whose template and script are printed somewhere, on the screen, with the real component and a fake phone. */
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { logout } from '../../lib/entries/login'
import { Centre } from '../component/centre'
import { givePhone } from '../wx/phone'

type Method = (this: unknown, ...parameters: readonly unknown[]) => unknown

/** What a script hands to `Page`. */
export interface PageOptions {
  readonly data: Readonly<Record<string, unknown>>
  readonly [name: string]: unknown
}

interface Host {
  readonly instance: Readonly<Record<string, Method>> & { readonly data: Readonly<Record<string, unknown>> }
  readonly dom: Element
  attach(parent: Element): void
  detach(): void
}

let componentId: string | null = null

const isMethod = (value: unknown): value is Method => typeof value === 'function'

const methodsOf = (options: PageOptions): Record<string, Method> =>
  Object.fromEntries(Object.entries(options).filter((entry): entry is [string, Method] => isMethod(entry[1])))

export const showPage = (template: string, options: () => PageOptions) => {
  const toasts: string[] = []
  const phone = givePhone(() => ({
    login: ({ success }: { readonly success: (result: { readonly code: string }) => void }) => {
      success({ code: 'one-use-code' })
    },
    showToast: ({ title }: { readonly title: string }) => toasts.push(title),
  }))
  logout()
  const load = { compiler: 'simulate' } as const
  componentId ??= simulate.load(join(__dirname, '../../component/index'), 'tccc-wx-sdk', load)
  const { data, ...rest } = options()
  const handlers = [...template.matchAll(/\bbind:?\w+="(\w+)"/g)].map(([, name = '']) => name)
  expect(Object.keys(rest)).toEqual(expect.arrayContaining(handlers))
  const page = simulate.load({
    template: `<view>${template}</view>`,
    usingComponents: { 'tccc-wx-sdk': componentId },
    data,
    methods: methodsOf({ data, ...rest }),
  })
  const host = simulate.render(String(page)) as unknown as Host
  host.attach(document.createElement('div'))
  const does = (name: string): unknown => {
    const method = host.instance[name]
    if (method === undefined) throw new Error(`the page has no ${name}`)
    return method.call(host.instance)
  }
  does('onReady')
  return {
    phone,
    toasts,
    does,
    centre: new Centre(phone),
    data: () => host.instance.data,
    text: () => host.dom.textContent,
    leave: () => {
      host.detach()
    },
  }
}
