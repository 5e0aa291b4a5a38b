/** SECURITY.md names a test for each promise: each is there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')
const promises = [...page.matchAll(/^\| (.+?) +\| `(\S+\.spec\.ts)` › `(.+)` +\|$/gm)]
const rows = page.split('\n').filter((line) => line.includes('.spec.ts'))

describe('each promise of SECURITY.md is tested', () => {
  it('there are promises, and all of them are read here', () => {
    expect(promises.length).toBeGreaterThan(20)
    expect(promises).toHaveLength(rows.length)
  })

  it.each(promises.map(([, promise = '', file = '', title = '']) => [promise, file, title]))('%s', (_, file, title) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(title)
  })
})
