/** Compiles a mini program's sources to one script and one style sheet that the phone's screen loads. */
import { build, transform } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { MODULE_PARAMETERS } from '../program/program'
import { cssOf, onPage } from './wxss'
import { type CheckedProgram, UNCHECKED } from './checked'
import type { Source } from './sources'

export interface CompiledProgram {
  readonly script: string
  readonly styles: string
}

interface ComponentConfig {
  readonly component?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
}

const INSTALLED = 'miniprogram_npm/'

const only = (sources: readonly Source[], extension: string): readonly Source[] =>
  sources.filter((source) => source.extension === extension)

/** A name without a leading `.` or `/` is a package's, as in WeChat; `pkg` is its `index`. */
const componentPath = (name: string, paths: ReadonlySet<string>): string => {
  if (/^[./]/.test(name)) return name
  const path = `miniprogram_npm/${name}`
  return `/${paths.has(path) ? path : `${path}/index`}`
}

const parsed = (source: Source): ComponentConfig => JSON.parse(source.text) as ComponentConfig

/** What app.json uses, every page and component of the mini program may use; a path is seen from app.json. */
const usedByApp = (sources: readonly Source[]): ComponentConfig['usingComponents'] => {
  const app = sources.find(({ path }) => path === 'app')
  const used = Object.entries(app === undefined ? {} : (parsed(app).usingComponents ?? {}))
  return Object.fromEntries(used.map(([tag, name]) => [tag, name.replace(/^[.]\//, '/')]))
}

const configOf = (source: Source, ofApp: ComponentConfig['usingComponents'], paths: ReadonlySet<string>): object => {
  const config = parsed(source)
  const all = { ...(source.path.startsWith(INSTALLED) ? {} : ofApp), ...config.usingComponents }
  const used = Object.entries(all).map(([tag, name]) => [tag, componentPath(name, paths)])
  return { ...config, usingComponents: Object.fromEntries(used) as Record<string, string> }
}

/** Each module sees the names that WeChat gives it; those of a browser are parameters that nobody fills. */
const moduleOf = async ({ file, text }: Source): Promise<string> => {
  const { code } = await transform(text, { format: 'cjs', target: 'es2020', sourcefile: file })
  return `function(${MODULE_PARAMETERS.join(',')}){${code}\n}`
}

const styleOf = async (source: Source, isComponent: boolean): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [source.file],
    bundle: true,
    write: false,
    minifyWhitespace: true,
    loader: { '.wxss': 'css' },
    logLevel: 'silent',
  })
  const css = outputFiles.map(({ text }) => text).join('\n')
  if (isComponent) return cssOf(css, scopeOf(source.path))
  return source.path === 'app' ? cssOf(css) : onPage(cssOf(css), source.path)
}

const scopeOf = (path: string): string => path.replace(/[^a-zA-Z0-9]/g, '-')

interface TemplateFault {
  readonly message: string
  /** What WeChat's compiler would let pass as well is not. */
  readonly isError: boolean
  /** From 0 on. */
  readonly startLine: number
}

const templatesOf = (sources: readonly Source[]): string => {
  const group = new TmplGroup()
  const faults = sources.flatMap(({ path, text, file }) =>
    (group.addTmpl(path, text) as readonly TemplateFault[])
      .filter(({ isError }) => isError)
      .map(({ message, startLine }) => `${file}:${startLine + 1}: ${message}`),
  )
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return group.getTmplGenObjectGroups()
}

const entriesOf = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([path, code]) => `${JSON.stringify(path)}:${code}`).join(',\n')}}`

/**
 * What a check has found stands in the script, for the phone to tell. Rejects with file and line when a source does not
 * compile; one of a page that app.json does not list is left out.
 */
export const compileProgram = async (
  all: readonly Source[],
  { faults, unlisted, unknownTags }: CheckedProgram = UNCHECKED,
): Promise<CompiledProgram> => {
  const sources = all.filter(({ path }) => !unlisted.has(path))
  const scripts = only(sources, '.js')
  const paths = new Set(scripts.map(({ path }) => path))
  const ofApp = usedByApp(only(sources, '.json'))
  const configs = only(sources, '.json').map((source) => [source.path, configOf(source, ofApp, paths)] as const)
  const components = new Set(configs.filter(([, config]) => 'component' in config).map(([path]) => path))
  const sheets = only(sources, '.wxss').filter(({ path }) => path === 'app' || configs.some(([name]) => name === path))
  const styles = await Promise.all(sheets.map((source) => styleOf(source, components.has(source.path))))
  const modules = await Promise.all(scripts.map(async (source) => [source.path, await moduleOf(source)] as const))
  const scopes = [...components].map((path) => [path, JSON.stringify(scopeOf(path))] as const)
  const script = `globalThis.miniProgram={
configs:${JSON.stringify(Object.fromEntries(configs))},
scopes:${entriesOf(scopes)},
templates:${templatesOf(only(sources, '.wxml'))},
modules:${entriesOf(modules)},
unknownTags:${JSON.stringify(unknownTags)},
faults:${JSON.stringify(faults)}
}`
  return { script, styles: styles.join('\n') }
}
