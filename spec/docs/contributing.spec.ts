import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { read, root } from './markdown'

const PAGES = ['CONTRIBUTING.md', 'docs/contribute/contributing.zh-CN.md']

/** The folders of the house, as its picture nests them. */
const roomsOf = (text: string): readonly string[] => {
  let above = ''
  return [...text.matchAll(/^ {4}( {2})?([\w-]+\/) {2,}\S/gm)].map(([, inner, name = '']) => {
    if (inner === undefined) above = name
    return inner === undefined ? name : `${above}${name}`
  })
}

/** The files and folders that are named in code, from the root: `lib/call/`. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = '']) => path)

const linkedFrom = (page: string): readonly string[] =>
  [...read(page).matchAll(/\]\(([^)#\s]+)\)/g)].map(([, link = '']) => join(dirname(page), link))

const missing = (paths: readonly string[]): readonly string[] => paths.filter((path) => !existsSync(join(root, path)))

describe.each(PAGES)('%s', (page) => {
  const text = read(page)

  it('draws rooms that exist', () => {
    expect(roomsOf(text).length).toBeGreaterThan(15)
    expect(missing(roomsOf(text))).toEqual([])
  })

  it('quotes create-call.ts as it is', () => {
    const quoted = [...text.matchAll(/^ {4}(const .*)$/gm)].map(([, line = '']) => line)
    expect(quoted).toHaveLength(1)
    expect(read('lib/run/create-call.ts')).toContain(quoted[0])
  })

  it('leads to files and folders that exist', () => {
    const paths = [...namedIn(text), ...linkedFrom(page)].filter((path) => !path.startsWith('tccc-wx-sdk/'))
    expect(paths.length).toBeGreaterThan(20)
    expect(missing(paths)).toEqual([])
  })
})

it('CONTRIBUTING.md has at most 900 words: what is longer stands in docs/contribute', () => {
  expect(read('CONTRIBUTING.md').split(/\s+/).length).toBeLessThanOrEqual(900)
})

it('a room that is not there is found out', () => {
  expect(missing(roomsOf('    lib/      all\n      call/   pure\n      nowhere/  lost\n'))).toEqual(['lib/nowhere/'])
  expect(missing(namedIn('`lib/call/`, `lib/nowhere.ts`'))).toEqual(['lib/nowhere.ts'])
})
