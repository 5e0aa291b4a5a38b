/** Where a file of the repository stands on the site. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const written = join(root, 'internal/site/.pages')

export const read = (file) => readFileSync(join(root, file), 'utf8')

/** A folder is read by its README; `null`: there is none. */
export const pageOf = (path) => {
  if (!statSync(join(root, path)).isDirectory()) return path
  const readme = posix.join(path, 'README.md')
  return existsSync(join(root, readme)) ? readme : null
}

/** The page that a Chinese one says it is of; it may stand elsewhere: at the top, or beside its code. */
const englishOf = (page) => posix.join(posix.dirname(page), /^\[English\]\(([^)]+)\)/m.exec(read(page))[1])

/** `docs/start/faq.zh-CN.md` is `/zh/docs/start/faq.md`; code is shown under `/source/`; pictures stay what they are. */
export const addressOf = (path) => {
  const page = pageOf(path)
  if (page === null) return `/source/${path}/index.md`
  // A name that begins with a dot is hidden from VitePress.
  if (extname(page) !== '.md') return isPicture(page) ? `/${page}` : `/source/${page.replace(/(^|\/)\./, '$1')}.md`
  const isChinese = page.endsWith('.zh-CN.md')
  const name = (isChinese ? englishOf(page) : page).replace(/(^|\/)README\.md$/, '$1index.md')
  return isChinese ? `/zh/${name}` : `/${name}`
}

/** The same place among the Chinese pages; pictures are shared. */
export const inChinese = (address) => (/^\/zh\/|\.(png|svg)$/.test(address) ? address : `/zh${address}`)

export const isPicture = (page) => /\.(png|svg)$/.test(page)

/** Each link of a page that leads to a file of the repository, its target from the root, and its anchor. */
export const LINK = /\]\((?!https?:|#)([^)\s#]+)(#[^)\s]*)?\)/g

/** Throws for a link that leads nowhere. */
export const targetOf = (page, link) => {
  const target = posix.join(posix.dirname(page), link).replace(/\/$/, '')
  if (!existsSync(join(root, target))) throw new Error(`${page} links to ${target}, which is not there`)
  return target
}

/** What is printed as code links to nothing. */
export const outsideOfCode = (text, change) =>
  text.split(/(^```[^]*?^```$|`[^`\n]+`)/m).map((part, index) => (index % 2 === 0 ? change(part) : part))
