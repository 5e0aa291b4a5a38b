import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, root, tablesOf } from './markdown'

/** A spec as the pages name it: `spec/session/end.spec.ts` › `its title`. */
const NAMED = /`([\w/.-]+\.spec\.ts)` › `([^`]+)`/g

const namedOn = (page: string) => [...read(page).matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title }))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isThere = ({ file, title }: { readonly file: string; readonly title: string }): boolean => {
  const path = join(root, file)
  return existsSync(path) && new RegExp(`['"\`]${escaped(title)}['"\`]`).test(readFileSync(path, 'utf8'))
}

describe.each(['docs/complaints.md', 'docs/complaints.zh-CN.md'])('%s', (page) => {
  it('names specs that exist', () => {
    expect(namedOn(page).filter((named) => !isThere(named))).toEqual([])
  })

  it('names one for each of the twenty', () => {
    const [table = []] = tablesOf(page)
    expect(table).toHaveLength(21)
    expect(table.slice(1).filter((row) => row.at(-1)?.includes(' › ') !== true)).toEqual([])
  })
})

it('a spec that is not there is found out', () => {
  expect(isThere({ file: 'spec/session/end.spec.ts', title: 'is not there' })).toBe(false)
  expect(isThere({ file: 'spec/session/none.spec.ts', title: 'the customer hangs up' })).toBe(false)
  expect(isThere({ file: 'spec/session/end.spec.ts', title: 'the customer hangs up' })).toBe(true)
})
