import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json'

const root = join(__dirname, '../..')
const rows = (page: string): readonly string[] => {
  const text = readFileSync(join(root, page), 'utf8')
  const [, table = ''] = /<!-- weights: [^>]+-->([^]+)<!-- end of weights -->/.exec(text) ?? []
  return table.split('\n').filter((line) => /^\| .* \| [\d.]+ kB \| [\d.]+ kB \|$/.test(line))
}

const figures = (page: string) => rows(page).map((row) => row.match(/[\d.]+ kB/g))

describe('the weights in the README', () => {
  it('stand there in both languages, the same', () => {
    expect(figures('README.md')).toHaveLength(5)
    expect(figures('README.zh-CN.md')).toEqual(figures('README.md'))
  })

  it('of a whole call are within what it may weigh', () => {
    const [call] = figures('README.md')
    const most = manifest['size-limit']
      .filter(({ name }) => name.startsWith('a whole audio call'))
      .map(({ limit }) => parseFloat(limit))
    expect(most).toHaveLength(2)
    call?.forEach((figure, index) => {
      expect(parseFloat(figure)).toBeLessThanOrEqual(most[index] ?? 0)
    })
  })
})
