import { createRequire, joinPath } from '../program/modules'

type Require = (name: string) => Record<string, unknown>
interface Module {
  exports: unknown
}

const gives =
  (value: unknown) =>
  (...[, module]: unknown[]): void => {
    ;(module as Module).exports = value
  }

const requires =
  (...names: string[]) =>
  (...[require, module]: unknown[]): void => {
    ;(module as Module).exports = names.map((name) => (require as Require)(name))
  }

const none = { wx: {}, App: null, Page: null, Component: null, Behavior: null, getApp: null, getCurrentPages: null }
const load = (modules: Parameters<typeof createRequire>[0], path: string) => createRequire(modules, () => none)(path)

describe('a path in a mini program', () => {
  it.each([
    ['pages/call/call', './screen', 'pages/call/screen'],
    ['pages/call/call', '../../config', 'config'],
    ['pages/call/call', '/components/clock', 'components/clock'],
  ])('from %s, %s is %s', (from, to, path) => {
    expect(joinPath(from, to)).toBe(path)
  })
})

describe('require', () => {
  it('finds a package by its name, and its file before its folder', () => {
    const modules = {
      app: requires('sdk', 'sdk/login', 'sdk/call'),
      'miniprogram_npm/sdk/index': gives('index'),
      'miniprogram_npm/sdk/login': gives('login.js'),
      'miniprogram_npm/sdk/login/index': gives('login/index.js'),
      'miniprogram_npm/sdk/call/index': gives('call/index.js'),
    }
    expect(load(modules, 'app')).toEqual(['index', 'login.js', 'call/index.js'])
  })

  it('takes the extension, too', () => {
    expect(load({ app: requires('./a.js'), a: gives(1) }, 'app')).toEqual([1])
  })

  it('runs a module once: all who require it share its state', () => {
    let runs = 0
    const a = () => {
      runs += 1
    }
    load({ app: requires('./a', './b'), a, b: requires('./a') }, 'app')
    expect(runs).toBe(1)
  })

  it('says who misses what', () => {
    expect(() => load({ app: requires('sdk') }, 'app')).toThrow("module 'sdk' is not defined, required by app.js")
  })

  it('gives `wx` and withholds `window`: a parameter that nobody fills', () => {
    const seen: unknown[][] = []
    load(
      {
        app: (...given) => {
          seen.push(given)
        },
      },
      'app',
    )
    expect(seen[0]).toHaveLength(10)
    expect(seen[0]?.[3]).toBe(none.wx)
  })
})
