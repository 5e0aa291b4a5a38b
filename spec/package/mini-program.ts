import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { createContext, runInContext } from 'node:vm'

const root = join(__dirname, '../../miniprogram_dist')

/** Every file of the mini program build, as paths from its root; `npm run build` makes them. */
export const builtFiles = (ending: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))

export const readBuilt = (file: string): string => readFileSync(join(root, file), 'utf8')

export interface Loaded {
  /** What the entry exports. */
  readonly exports: Readonly<Record<string, unknown>>
  /** The files that ran, in order. */
  readonly files: readonly string[]
  /** The members of `wx` that were touched while loading. */
  readonly touched: readonly string[]
  readonly components: number
}

/** Loads an entry as WeChat does: CommonJS, no DOM, no Node, and no code made from strings. */
export const loadBuilt = (entry: string): Loaded => {
  const touched: string[] = []
  const modules = new Map<string, { exports: Record<string, unknown> }>()
  let components = 0
  const wx = new Proxy({}, { get: (_, member) => void touched.push(String(member)) })
  const context = createContext(
    { wx, Component: () => (components += 1) },
    { codeGeneration: { strings: false, wasm: false } },
  )
  const load = (file: string): Record<string, unknown> => {
    const known = modules.get(file)
    if (known) return known.exports
    const loading = { exports: {} }
    modules.set(file, loading)
    const required = (path: string) => load(posix.join(dirname(file), path))
    const run = runInContext(`(function (require, module, exports) {${readBuilt(file)}\n})`, context, {
      filename: file,
    }) as (...scope: unknown[]) => void
    run(required, loading, loading.exports)
    return loading.exports
  }
  const exported = load(entry)
  return { exports: exported, files: [...modules.keys()], touched, components }
}
