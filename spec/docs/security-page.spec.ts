/** The page names a test for each promise, the same one in both languages: each is there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, root } from './markdown'

const promisesOf = (page: string) => [...read(page).matchAll(/^\| (.+?) +\| `(\S+\.spec\.ts)` › `(.+)` +\|$/gm)]
const promises = promisesOf('SECURITY.md')
const rows = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.includes('.spec.ts'))

describe('each promise of SECURITY.md is tested', () => {
  it('there are promises, and all of them are read here', () => {
    expect(promises.length).toBeGreaterThan(20)
    expect(promises).toHaveLength(rows.length)
  })

  it.each(promises.map(([, promise = '', file = '', title = '']) => [promise, file, title]))('%s', (_, file, title) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(title)
  })

  it('by the same tests in the Chinese page', () => {
    const testsOf = (page: string) => promisesOf(page).map(([, , file, title]) => [file, title])
    expect(testsOf('docs/reference/security.zh-CN.md')).toEqual(testsOf('SECURITY.md'))
  })
})
