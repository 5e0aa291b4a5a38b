import { parse, tokenizer } from 'acorn'
import { builtFiles, loadBuilt, readBuilt } from './mini-program'

const scripts = builtFiles('.js')
const entries = scripts.filter((file) => !file.startsWith('common/'))
const components = builtFiles('.json').map((file) => file.replace(/\.json$/, ''))

const namesIn = (code: string): Set<string> => {
  const names = new Set<string>()
  let previous = ''
  for (const { type, start, end } of tokenizer(code, { ecmaVersion: 5 })) {
    if (type.label === 'name' && previous !== '.') names.add(code.slice(start, end))
    previous = type.label
  }
  return names
}

describe('the mini program build', () => {
  it('has the entries of the guide and ours', () => {
    const promised = ['index.js', 'login/index.js', 'call/index.js', 'policies/index.js', 'rxjs/index.js']
    expect(entries).toEqual(expect.arrayContaining(promised))
  })

  it.each(scripts)('%s is ES5', (file) => {
    expect(() => parse(readBuilt(file), { ecmaVersion: 5 })).not.toThrow()
  })

  it.each(scripts)('%s names no browser and makes no code', (file) => {
    const names = namesIn(readBuilt(file))
    for (const name of ['eval', 'Function', 'window', 'document', 'process', 'global'])
      expect(names).not.toContain(name)
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
