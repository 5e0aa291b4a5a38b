/** Compiles a mini program's sources to one script and one style sheet that the phone's screen loads. */
import { build, transform } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { MODULE_PARAMETERS } from '../program/module-parameters'
import { cssOf, onPage } from './wxss'
import type { Source } from './sources'

export interface CompiledProgram {
  readonly script: string
  readonly styles: string
}

interface ComponentConfig {
  readonly component?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
}

const only = (sources: readonly Source[], extension: string): readonly Source[] =>
  sources.filter((source) => source.extension === extension)

/** A name without a leading `.` or `/` is a package's, as in WeChat; `pkg` is its `index`. */
const componentPath = (name: string, paths: ReadonlySet<string>): string => {
  if (/^[./]/.test(name)) return name
  const path = `miniprogram_npm/${name}`
  return `/${paths.has(path) ? path : `${path}/index`}`
}

const configOf = (source: Source, paths: ReadonlySet<string>): object => {
  const config = JSON.parse(source.text) as ComponentConfig
  const used = Object.entries(config.usingComponents ?? {}).map(([tag, name]) => [tag, componentPath(name, paths)])
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

const templatesOf = (sources: readonly Source[]): string => {
  const group = new TmplGroup()
  for (const { path, text, file } of sources) {
    const faults = group.addTmpl(path, text) as readonly { readonly message?: string; readonly code?: number }[]
    if (faults.length > 0)
      throw new Error(`${file}: ${faults.map((fault) => fault.message ?? 'does not compile').join('; ')}`)
  }
  return group.getTmplGenObjectGroups()
}

const entriesOf = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries.map(([path, code]) => `${JSON.stringify(path)}:${code}`).join(',\n')}}`

/** Rejects with the file's name when a source does not compile. */
export const compileProgram = async (sources: readonly Source[]): Promise<CompiledProgram> => {
  const scripts = only(sources, '.js')
  const paths = new Set(scripts.map(({ path }) => path))
  const configs = only(sources, '.json').map((source) => [source.path, configOf(source, paths)] as const)
  const components = new Set(configs.filter(([, config]) => 'component' in config).map(([path]) => path))
  const sheets = only(sources, '.wxss').filter(({ path }) => path === 'app' || configs.some(([name]) => name === path))
  const styles = await Promise.all(sheets.map((source) => styleOf(source, components.has(source.path))))
  const modules = await Promise.all(scripts.map(async (source) => [source.path, await moduleOf(source)] as const))
  const scopes = [...components].map((path) => [path, JSON.stringify(scopeOf(path))] as const)
  const script = `globalThis.miniProgram={
configs:${JSON.stringify(Object.fromEntries(configs))},
scopes:${entriesOf(scopes)},
templates:${templatesOf(only(sources, '.wxml'))},
modules:${entriesOf(modules)}
}`
  return { script, styles: styles.join('\n') }
}
