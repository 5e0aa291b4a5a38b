/** A JavaScript realm as WeChat's logic layer is one: no DOM, no Node, no code from strings, and timers of the spec. */
import { createContext, runInContext } from 'node:vm'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import * as glassEasel from 'glass-easel'
import { createRequire, joinPath } from '../../../devtools/phone/program/modules'
import type { Program } from '../../../devtools/phone/program/program'
import type { TcccWxSdk } from '../../../lib/entries/index'
import type { Guide } from './program'

export interface RealmOptions {
  readonly wx: object
  /** Stands for the realm's own. */
  readonly globals?: Readonly<Record<string, unknown>>
}

type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>

const TAGS = ['view', 'text', 'button'] as const
const MEDIA_TAGS = ['live-pusher', 'live-player'] as const
export type MediaTag = (typeof MEDIA_TAGS)[number]

/** The framework compares the types of properties by identity, and the timers and the clock are the spec's. */
const shared = () => ({
  ...{ String, Number, Boolean, Object, Array, Date },
  ...{ setTimeout, clearTimeout, setInterval, clearInterval },
})

const evaluate = (script: string, globals: RealmOptions['globals'] = {}): Program => {
  const context = createContext({ ...shared(), ...globals }, { codeGeneration: { strings: false, wasm: false } })
  runInContext(script, context)
  return runInContext('miniProgram', context) as Program
}

const defineTags = (space: CodeSpace, attributes: readonly string[]): void => {
  const components = space.getComponentSpace()
  for (const tag of [...TAGS, ...MEDIA_TAGS]) {
    const properties = Object.fromEntries(attributes.map((name) => [name, null]))
    space.addComponentStaticConfig(`wx/${tag}`, { component: true })
    space.component(`wx/${tag}`).definition({ properties }).register()
    components.setGlobalUsingComponent(tag, components.getComponentByUrl(`wx/${tag}`, ''))
  }
}

const addSources = (space: CodeSpace, { configs, templates }: Program): void => {
  for (const [path, config] of Object.entries(configs)) space.addComponentStaticConfig(path, config)
  for (const [path, content] of Object.entries(templates)) {
    space.addCompiledTemplate(path, { groupList: templates, content })
  }
}

type Method = (this: unknown, ...parameters: readonly unknown[]) => unknown

const isMethod = (value: unknown): value is Method => typeof value === 'function'

/** A page's components run before the page. */
const load = ({ configs }: Program, path: string, require: (path: string) => unknown): void => {
  const { usingComponents = {} } = configs[path] as { readonly usingComponents?: Readonly<Record<string, string>> }
  for (const name of Object.values(usingComponents)) load({ configs } as Program, joinPath(path, name), require)
  require(path)
}

/** Those of a component's own template, and those inside of them. */
const componentsIn = (element: glassEasel.Element): readonly glassEasel.GeneralComponent[] =>
  element.getComposedChildren().flatMap((node) => {
    const child = node.asElement()
    const itself = node.asGeneralComponent()
    return [...(itself === null ? [] : [itself]), ...(child === null ? [] : componentsIn(child))]
  })

/** The page on the screen of a phone whose realm is made anew. */
export const openGuide = ({ script, attributes }: Guide, { wx, globals }: RealmOptions) => {
  const program = evaluate(script, globals)
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  defineTags(space, attributes)
  addSources(space, program)
  const app = {}
  const require = createRequire(program.modules, (path) => ({
    ...space.componentEnv(path, (given) => given),
    wx,
    App: () => undefined,
    getApp: () => app,
    getCurrentPages: () => [],
  }))
  const path = 'pages/guide/guide'
  require('app')
  load(program, path, require)
  const root = env.associateBackend(new glassEasel.EmptyBackendContext()).createRoot('page', space, path)
  const component = root.getComponent()
  glassEasel.Element.pretendAttached(component)
  const page = root.get() as unknown as Readonly<Record<string, unknown>>
  const does = (name: string): unknown => {
    const method = page[name]
    if (!isMethod(method)) throw new Error(`the page has no ${name}`)
    return method.call(page)
  }
  const tag = (name: MediaTag) => componentsIn(component).find(({ is }) => is === `wx/${name}`)
  return {
    does,
    data: () => page['data'] as Readonly<Record<string, unknown>>,
    sdk: () => (page['selectComponent'] as (selector: string) => TcccWxSdk).call(page, '#tcccSdk'),
    attributesOf: (name: MediaTag) => tag(name)?.data as Readonly<Record<string, unknown>> | undefined,
    /** A native tag tells the component something; it does not bubble. */
    tells: (name: MediaTag, event: string, detail: object) => {
      const element = tag(name)
      if (element === undefined) throw new Error(`there is no ${name}`)
      glassEasel.Event.dispatchEvent(element, new glassEasel.Event(event, detail, { bubbles: false, composed: false }))
    },
    leave: () => {
      glassEasel.Element.pretendDetached(component)
    },
  }
}
