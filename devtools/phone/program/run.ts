/** Starts a mini program: registers its components, loads its modules, opens its pages. */
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { defineBoxes } from '../elements/boxes'
import { defineContentElements } from '../elements/content-elements'
import { defineInputElements } from '../elements/input-elements'
import { defineLiveElements } from '../elements/live-elements'
import { BOX_TAGS, PHONE_TAGS } from '../elements/tags'
import { createBackend } from '../elements/touch'
import { createApp, createPageLife, type Launch, type PageLife, type RunningApp } from './app'
import { createRequire, joinPath } from './modules'
import type { Program } from './program'

export interface OpenPage extends Omit<PageLife, 'end'> {
  readonly path: string
  /** As `getCurrentPages` gives it. */
  readonly instance: Readonly<Record<string, unknown>>
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

const defineElements = (space: CodeSpace, unknown: readonly string[]): void => {
  const components = space.getComponentSpace()
  const tags = [...PHONE_TAGS, ...unknown]
  for (const tag of tags) space.addComponentStaticConfig(`wx/${tag}`, { component: true })
  defineBoxes(space, [...BOX_TAGS, ...unknown])
  defineContentElements(space)
  defineInputElements(space)
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
  (
    space: CodeSpace,
    wxFor: (path: string) => object,
    app: RunningApp,
    getCurrentPages: () => readonly object[],
  ): Parameters<typeof createRequire>[1] =>
  (path) => ({
    ...space.componentEnv(path, (given) => given),
    wx: wxFor(path),
    App: app.register,
    getApp: app.instance,
    getCurrentPages,
  })

/** A page's components run before the page, as in WeChat. */
const loadWithComponents = (program: Program, path: string, require: (path: string) => unknown): void => {
  const order = new Set<string>()
  const collect = (each: string, above: readonly string[]): void => {
    // A component may use itself, as the branches of a tree do.
    if (above.includes(each) || order.has(each)) return
    const { usingComponents = {} } = (program.configs[each] ?? {}) as ComponentConfig
    for (const name of Object.values(usingComponents)) collect(joinPath(each, name), [...above, each])
    order.add(each)
  }
  collect(path, [])
  order.forEach(require)
}

export interface RunningProgram {
  /** Opens `path` with `query` in place of `placeholder`. */
  readonly open: (path: string, query: Launch['query'], placeholder: Element) => OpenPage
}

type Root = ReturnType<ReturnType<MiniProgramEnv['associateBackend']>['createRoot']>

const attach = (root: Root, placeholder: Element): void => {
  const parent = placeholder.parentElement as unknown as Parameters<Root['attach']>[0]
  root.attach(parent, placeholder as unknown as Parameters<Root['attach']>[1])
}

const openPage = (root: Root, app: RunningApp, launch: Launch): OpenPage => {
  const page = root.get() as unknown as Record<string, unknown>
  page['route'] = launch.path
  const life = createPageLife(page, app, launch, (lifetime) => {
    root.getComponent().triggerPageLifetime(lifetime, [])
  })
  return {
    ...life,
    path: launch.path,
    instance: page,
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

/** Launches the app; `pages` answers with the open ones, the first at the bottom. */
export const startProgram = (
  program: Program,
  wxFor: (path: string) => object,
  pages: () => readonly OpenPage[],
  start: Omit<Launch, 'scene'>,
): RunningProgram => {
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  defineElements(space, program.unknownTags)
  addSources(space, program)
  const app = createApp()
  const getCurrentPages = () => pages().map(({ instance }) => instance)
  const require = createRequire(program.modules, environment(space, wxFor, app, getCurrentPages))
  require('app')
  const launch = { ...start, scene: FROM_THE_LIST }
  app.tell('onLaunch', launch)
  app.tell('onShow', launch)
  return {
    open: (path, query, placeholder) => {
      loadWithComponents(program, path, require)
      const root = env.associateBackend(createBackend()).createRoot('page', space, path)
      attach(root, placeholder)
      return openPage(root, app, { ...launch, path, query })
    },
  }
}
