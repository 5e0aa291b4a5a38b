/** `require` as WeChat has it: `pkg/login` is `login.js` of the package, else its `login/index.js`. */
import { GIVEN, type Given, type Program } from './program'

export const joinPath = (from: string, to: string): string => {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const candidates = (from: string, name: string): readonly string[] => {
  const path = /^[./]/.test(name) ? joinPath(from, name) : `miniprogram_npm/${name}`
  const file = path.replace(/\.js$/, '')
  return [file, `${file}/index`]
}

/** What a module finds besides `require`, `module` and `exports`. */
export type Environment = (path: string) => Omit<Given, 'require' | 'module' | 'exports'>

export const createRequire = (modules: Program['modules'], environment: Environment): ((path: string) => unknown) => {
  const loaded = new Map<string, { exports: unknown }>()

  const load = (path: string): unknown => {
    const before = loaded.get(path)
    if (before) return before.exports
    const module = { exports: {} }
    loaded.set(path, module)
    const require = (name: string): unknown => {
      const found = candidates(path, name).find((candidate) => candidate in modules)
      if (found === undefined) throw new Error(`module '${name}' is not defined, required by ${path}.js`)
      return load(found)
    }
    const given: Given = { ...environment(path), require, module, exports: module.exports }
    modules[path]?.(...GIVEN.map((name) => given[name]))
    return module.exports
  }
  return load
}
