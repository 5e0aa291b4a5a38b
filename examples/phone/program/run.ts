/** Starts a mini program: registers its components, loads its modules, opens its page. */
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { BASIC_TAGS, defineBasicElements } from '../elements/basic-elements'
import { defineLiveElements, LIVE_TAGS } from '../elements/live-elements'
import { createBackend } from './backend'
import { createRequire, joinPath } from './modules'
import type { Program } from './program'

export interface OpenPage {
  readonly data: () => unknown
  /** Calls a lifecycle method of the page, when it has one. */
  readonly tell: (lifecycle: 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload', query?: object) => void
  /** The component of the page that fits, as in WeChat. */
  readonly select: (selector: string) => unknown
  readonly close: () => void
}

interface ComponentConfig {
  readonly usingComponents?: Readonly<Record<string, string>>
}

const defineElements = (space: CodeSpace): void => {
  const components = space.getComponentSpace()
  const tags = [...BASIC_TAGS, ...LIVE_TAGS]
  for (const tag of tags) space.addComponentStaticConfig(`wx/${tag}`, { component: true })
  defineBasicElements(space)
  defineLiveElements(space)
  for (const tag of tags) {
    const component = components.getComponentByUrl(`wx/${tag}`, '')
    components.setGlobalUsingComponent(tag, component)
  }
}

const addSources = (space: CodeSpace, { configs, scopes, templates }: Program): void => {
  for (const [path, config] of Object.entries(configs)) space.addComponentStaticConfig(path, config)
  for (const [path, scope] of Object.entries(scopes)) space.addStyleSheet(path, undefined, scope)
  for (const [path, content] of Object.entries(templates)) {
    space.addCompiledTemplate(path, { groupList: templates, content })
  }
}

const environment = (space: CodeSpace, wx: object): Parameters<typeof createRequire>[1] => {
  const app = {}
  return (path) => ({
    ...space.componentEnv(path, (given) => given),
    wx,
    App: (definition: object) => Object.assign(app, definition),
    getApp: () => app,
  })
}

/** A page's components run before the page, as in WeChat. */
const loadWithComponents = (program: Program, path: string, require: (path: string) => unknown): void => {
  const { usingComponents = {} } = (program.configs[path] ?? {}) as ComponentConfig
  for (const name of Object.values(usingComponents)) loadWithComponents(program, joinPath(path, name), require)
  require(path)
}

/** Opens `path` in place of `placeholder`. */
export const openPage = (program: Program, wx: object, path: string, placeholder: Element): OpenPage => {
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  defineElements(space)
  addSources(space, program)
  const require = createRequire(program.modules, environment(space, wx))
  require('app')
  loadWithComponents(program, path, require)
  const root = env.associateBackend(createBackend()).createRoot('page', space, path)
  const parent = placeholder.parentElement as unknown as Parameters<typeof root.attach>[0]
  root.attach(parent, placeholder as unknown as Parameters<typeof root.attach>[1])
  const page = root.get() as unknown as Record<string, unknown>
  const tell: OpenPage['tell'] = (lifecycle, query) => {
    const method = page[lifecycle]
    if (typeof method === 'function') method.call(page, query)
  }
  return {
    data: () => page['data'],
    tell,
    select: (selector) => {
      const { selectComponent } = page
      return typeof selectComponent === 'function' ? (selectComponent.call(page, selector) as unknown) : null
    },
    close: () => {
      tell('onUnload')
      root.release()
    },
  }
}
