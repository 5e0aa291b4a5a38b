/** A mini program as its configuration describes it, read from the texts of a folder. */
import { parseExpressionAt } from 'acorn'
import { type Finding, found } from './findings'

/** The texts of a folder by path, with `/`. */
export type Files = ReadonlyMap<string, string>

/** A page or a component. */
export interface Part {
  /** In the folder, without an extension. */
  readonly path: string
  /** By tag, the path of the component: as in `usingComponents`, those of app.json included. */
  readonly uses: ReadonlyMap<string, string>
  /** Which page of app.json leads to it: it is that page, or what that uses. `null`: it does not run. */
  readonly page: string | null
}

export interface MiniProgram {
  readonly files: Files
  /** Where app.json stands: empty, or a folder with a `/`. */
  readonly root: string
  readonly app: Config
  /** Of the DevTools: project.config.json, then project.private.config.json, which wins. */
  readonly projects: readonly { readonly file: string; readonly config: Config }[]
  /** As app.json lists them, from the folder. */
  readonly pages: readonly string[]
  readonly parts: readonly Part[]
  readonly findings: readonly Finding[]
}

export type Config = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Config => typeof value === 'object' && value !== null

export const objectIn = (config: Config, name: string): Config => {
  const value = config[name]
  return isObject(value) ? value : {}
}

export const listIn = (config: Config, name: string): readonly unknown[] => {
  const value = config[name]
  return Array.isArray(value) ? value : []
}

interface Package {
  readonly folder: string
  readonly pages: readonly string[]
}

/** The subpackages, under either spelling. */
export const packagesIn = (app: Config): readonly Package[] =>
  [...listIn(app, 'subPackages'), ...listIn(app, 'subpackages')].filter(isObject).map((each) => ({
    folder: typeof each['root'] === 'string' ? joined('', each['root']) : '',
    pages: listIn(each, 'pages').map(String),
  }))

/** Of a text that is no JSON. */
export const lineOfFault = (text: string): number => {
  try {
    parseExpressionAt(text, 0, { ecmaVersion: 'latest' })
  } catch (error) {
    return (error as { readonly loc: { readonly line: number } }).loc.line
  }
  const odd = /\/[/*]|,\s*[\]}]|'/.exec(text)
  return odd === null ? 1 : text.slice(0, odd.index).split('\n').length
}

/** The line of a key of a JSON text. */
export const lineOfKey = (text: string, key: string): number => {
  const at = text.indexOf(JSON.stringify(key))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

export const joined = (from: string, to: string): string => {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Whether a path of `usingComponents` is of this package: by its name, or into a `miniprogram_npm`. */
export const isOurs = (path: string): boolean => /^(.*\/miniprogram_npm\/)?tccc-wx-sdk(\/|$)/.test(path)

const PROJECTS = ['project.config.json', 'project.private.config.json']

class Reading {
  readonly findings: Finding[] = []
  private readonly parts = new Map<string, Part>()
  private readonly projects: MiniProgram['projects']
  private readonly root: string

  constructor(private readonly files: Files) {
    const there = PROJECTS.filter((file) => files.has(file))
    this.projects = there.map((file) => ({ file, config: this.json(file) }))
    const root = this.projects.map(({ config }) => config['miniprogramRoot']).find((each) => typeof each === 'string')
    const folder = joined('', root ?? '')
    this.root = folder === '' ? '' : `${folder}/`
  }

  get appFile(): string {
    return `${this.root}app.json`
  }

  private json(file: string): Config {
    const text = this.files.get(file)
    if (text === undefined) return {}
    try {
      const value: unknown = JSON.parse(text)
      return isObject(value) ? value : {}
    } catch {
      this.findings.push(found('JSON_BROKEN', { file, line: lineOfFault(text) }))
      return {}
    }
  }

  /** A part and what it uses; a path that was read before is not read again. */
  private part(path: string, ofApp: Config, page: string | null): void {
    if (this.parts.has(path)) return
    const own = objectIn(this.json(`${path}.json`), 'usingComponents')
    const uses = new Map(Object.entries({ ...ofApp, ...own }).map(([tag, to]) => [tag, String(to)]))
    this.parts.set(path, { path, uses, page })
    for (const [, to] of uses) {
      const next = this.componentAt(path, to)
      if (next !== null) this.part(next, ofApp, page)
    }
  }

  /** `null`: a package's, or there is none. */
  private componentAt(from: string, to: string): string | null {
    if (isOurs(to)) return null
    const path = to.startsWith('/') ? `${this.root}${joined('', to)}` : joined(from, to)
    return [path, `${path}/index`].find((each) => this.files.has(`${each}.json`)) ?? null
  }

  private pages(app: Config): readonly string[] {
    const inPackages = packagesIn(app).flatMap(({ folder, pages }) => pages.map((page) => `${folder}/${page}`))
    const bar = objectIn(app, 'tabBar')['custom'] === true ? ['custom-tab-bar/index'] : []
    return [...listIn(app, 'pages').map(String), ...inPackages, ...bar].map((page) => this.root + joined('', page))
  }

  /** Templates beside a page's other files that nothing listed leads to. */
  private strays(): readonly string[] {
    return [...this.files.keys()]
      .filter((file) => file.startsWith(this.root) && file.endsWith('.wxml') && !file.includes('miniprogram_npm/'))
      .map((file) => file.slice(0, -'.wxml'.length))
      .filter((path) => this.files.has(`${path}.json`) || this.files.has(`${path}.js`))
  }

  read(): MiniProgram {
    const app = this.json(this.appFile)
    // A path of app.json is seen from where app.json stands, whoever uses it.
    const fromRoot = (to: unknown) => (String(to).startsWith('.') ? `/${joined('', String(to))}` : to)
    const used = Object.entries(objectIn(app, 'usingComponents')).map(([tag, to]) => [tag, fromRoot(to)])
    const ofApp = Object.fromEntries(used) as Config
    const pages = this.pages(app)
    for (const page of pages) this.part(page, ofApp, page)
    for (const path of this.strays()) this.part(path, ofApp, null)
    const { files, findings, parts, projects, root } = this
    return { files, root, app, projects, pages, parts: [...parts.values()], findings }
  }
}

export const isMiniProgram = (files: Files): boolean => files.has(new Reading(files).appFile)

export const readMiniProgram = (files: Files): MiniProgram => new Reading(files).read()
