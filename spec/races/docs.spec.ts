import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raceDocs } from './race-docs'

describe('the docs say what the specs assert; otherwise run `npm run docs:races`', () => {
  it.each([
    ['races.md', 'en'],
    ['races.zh-CN.md', 'zh'],
  ] as const)('docs/policies/%s', (file, language) => {
    const written = readFileSync(join(__dirname, '../../docs/policies', file), 'utf8')
    expect(written).toBe(raceDocs(language))
  })
})
