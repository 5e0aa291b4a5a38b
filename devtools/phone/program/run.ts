/** Starts a mini program: registers its components, loads its modules, opens its page. */
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { BASIC_TAGS, defineBasicElements } from '../elements/basic-elements'
import { defineLiveElements, LIVE_TAGS } from '../elements/live-elements'
import { createApp, type Launch, type RunningApp } from './app'
import { createBackend } from './backend'
import { createRequire, joinPath } from './modules'
import { createPageLife, type PageLife } from './page-life'
import type { Program } from './program'

export interface OpenPage extends Omit<PageLife, 'end'> {
  readonly data: () => unknown
  /** The component of the page that fits, as in WeChat. */
  readonly select: (selector: string) => unknown
  readonly close: () => void
}

/** WeChat's number of a start from the list of mini programs. */
const FROM_THE_LIST = 1001

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

const environment =
  (space: CodeSpace, wx: object, app: RunningApp): Parameters<typeof createRequire>[1] =>
  (path) => ({ ...space.componentEnv(path, (given) => given), wx, App: app.register, getApp: app.instance })

/** A page's components run before the page, as in WeChat. */
const loadWithComponents = (program: Program, path: string, require: (path: string) => unknown): void => {
  const { usingComponents = {} } = (program.configs[path] ?? {}) as ComponentConfig
  for (const name of Object.values(usingComponents)) loadWithComponents(program, joinPath(path, name), require)
  require(path)
}

/** Launches the app, and opens `path` with `query` in place of `placeholder`. */
export const openPage = (
  program: Program,
  wx: object,
  { path, query }: Omit<Launch, 'scene'>,
  placeholder: Element,
): OpenPage => {
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  defineElements(space)
  addSources(space, program)
  const app = createApp()
  const require = createRequire(program.modules, environment(space, wx, app))
  require('app')
  const launch = { path, query, scene: FROM_THE_LIST }
  app.tell('onLaunch', launch)
  app.tell('onShow', launch)
  loadWithComponents(program, path, require)
  const root = env.associateBackend(createBackend()).createRoot('page', space, path)
  const parent = placeholder.parentElement as unknown as Parameters<typeof root.attach>[0]
  root.attach(parent, placeholder as unknown as Parameters<typeof root.attach>[1])
  const page = root.get() as unknown as Record<string, unknown>
  const life = createPageLife(page, app, launch)
  return {
    ...life,
    data: () => page['data'],
    select: (selector) => {
      const { selectComponent } = page
      return typeof selectComponent === 'function' ? (selectComponent.call(page, selector) as unknown) : null
    },
    close: () => {
      life.end()
      root.release()
    },
  }
}
