/** A page that is in English only stands among the Chinese ones, too: whoever chose Chinese stays there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inChinese, written } from './addresses.mjs'

const pages = readdirSync(written, { recursive: true }).filter((name) => name.endsWith('.md') && !name.startsWith('zh'))

for (const page of pages.filter((name) => !existsSync(join(written, 'zh', name)))) {
  const file = join(written, 'zh', page)
  mkdirSync(dirname(file), { recursive: true })
  const text = readFileSync(join(written, page), 'utf8')
  writeFileSync(
    file,
    text.replace(/\]\((\/[^)]+)\)/g, (_, address) => `](${inChinese(address)})`),
  )
}
