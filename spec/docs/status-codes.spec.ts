import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, root } from './markdown'
import { statusCodesPage } from './status-codes-page'

describe.each([
  ['docs/understand/status-codes.md', 'en'],
  ['docs/understand/status-codes.zh-CN.md', 'zh'],
] as const)('%s', (page, language) => {
  it('is what the dictionary says', () => {
    if (process.env['WRITE_DOCS'] !== undefined) writeFileSync(join(root, page), statusCodesPage(language))
    expect(read(page)).toBe(statusCodesPage(language))
  })

  it('names specs that exist, by titles that they make', () => {
    const named = [...read(page).matchAll(/`(spec\/status-codes\/[\w-]+\.spec\.ts)` › `(\w+): \$code`/g)]
    expect(named.length).toBeGreaterThan(20)
    for (const [, file = '', means = ''] of named) {
      expect(existsSync(join(root, file))).toBe(true)
      expect(read(file)).toContain(`  ${means}: `)
      expect(read(file)).toContain("it.each(rows)('$means: $code")
    }
  })
})
