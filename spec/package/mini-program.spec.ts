import { Linter } from 'eslint'
import { builtFiles, loadBuilt, readBuilt } from './mini-program'

const scripts = builtFiles('.js')
const entries = scripts.filter((file) => !file.startsWith('common/'))
const components = builtFiles('.json').map((file) => file.replace(/\.json$/, ''))

/** What WeChat's logic layer has, from iOS 9 and base library 2.10.0 on; the rest of ES5 is there anyway. */
const THERE = [
  'wx',
  'Component',
  'getCurrentPages',
  'Page',
  'App',
  'getApp',
  'Behavior',
  'Promise',
  'Map',
  'Set',
  'Symbol',
  'ArrayBuffer',
  'DataView',
]
const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console']
/** ES5 has them, WeChat has not: they make code out of words. */
const MISSING = ['eval', 'Function']

/** The complaints about a file: a name that is not there, a syntax that is newer. */
const complaints = (code: string): readonly string[] => {
  const there = [...THERE, ...TIMERS].map((name) => [name, 'readonly'] as const)
  const missing = MISSING.map((name) => [name, 'off'] as const)
  const globals = { ...Object.fromEntries(there), ...Object.fromEntries(missing) }
  const languageOptions = { ecmaVersion: 5, sourceType: 'commonjs', globals } as const
  const rules: Linter.RulesRecord = { 'no-undef': ['error', { typeof: true }], 'no-implied-eval': 'error' }
  return new Linter().verify(code, { languageOptions, rules }).map(({ message }) => message)
}

describe('the mini program build', () => {
  it('has the entries of the guide and ours', () => {
    const promised = [
      'index.js',
      'login/index.js',
      'call/index.js',
      'policies/index.js',
      'rxjs/index.js',
      'tones/index.js',
    ]
    expect(entries).toEqual(expect.arrayContaining(promised))
  })

  it.each(scripts)('%s is ES5, and names only what WeChat has', (file) => {
    expect(complaints(readBuilt(file))).toEqual([])
  })

  it.each([
    ['const newer = 1', /reserved/],
    ["import('./later.js')", /'import' is reserved/],
    ['eval("1")', /'eval' is not defined/],
    ['new Function("return this")', /'Function' is not defined/],
    ['setTimeout("code", 1)', /Implied eval/],
    ['document.title', /'document' is not defined/],
    ['typeof window', /'window' is not defined/],
    ['globalThis.wx', /'globalThis' is not defined/],
    ['new URL("")', /'URL' is not defined/],
  ])('%s would be found', (code, complaint) => {
    expect(complaints(code)).toEqual([expect.stringMatching(complaint)])
  })

  it.each(entries)('%s touches nothing of wx while it loads', (entry) => {
    expect(loadBuilt(entry).touched).toEqual([])
  })

  it.each(entries)('%s shares the one chunk that holds all state', (entry) => {
    expect(loadBuilt(entry).files.filter((file) => file.endsWith('core.js'))).toEqual(['common/core.js'])
  })

  it.each(['index.js', 'login/index.js', 'call/index.js'])(
    '%s loads no operator that only other entries need',
    (entry) => {
      expect(loadBuilt(entry).files.filter((file) => file !== entry)).toEqual(['common/core.js'])
    },
  )

  it('nothing of the inspector, which is for development, is in what a call loads', () => {
    // The scripts are ASCII.
    const words = ['\\u4ec5\\u7528\\u4e8e\\u5f00\\u53d1', 'for development']
    const loaded = entries
      .filter((entry) => !entry.includes('inspector'))
      .flatMap((entry) => loadBuilt(entry).files)
      .map(readBuilt)
    words.forEach((word) => {
      expect(readBuilt('inspector.js')).toContain(word)
      expect(loaded.filter((text) => text.includes(word))).toEqual([])
    })
  })

  it.each(components)('%s registers one component and has its template', (name) => {
    expect(loadBuilt(`${name}.js`).components).toBe(1)
    expect(JSON.parse(readBuilt(`${name}.json`))).toMatchObject({ component: true })
    expect(readBuilt(`${name}.wxml`)).not.toBe('')
  })

  it('brings only the part of RxJS that it names', () => {
    const names = Object.keys(loadBuilt('rxjs/index.js').exports)
    expect(names).toEqual(expect.arrayContaining(['map', 'filter']))
    expect(names).not.toContain('webSocket')
  })
})
