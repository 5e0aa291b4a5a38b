/** The project's pages as data: code blocks, headings, tables and links. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export const root = join(__dirname, '../..')

export interface Block {
  /** The page, from the root of the project. */
  readonly page: string
  readonly line: number
  readonly language: string
  readonly code: string
}

export const read = (page: string): string => readFileSync(join(root, page), 'utf8')

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((page) => page.endsWith('.md'))

/** Every page that users and contributors read. */
export const pages: readonly string[] = [
  ...readdirSync(root).filter((page) => page.endsWith('.md')),
  ...markdownIn('docs'),
]

/** These stand beside the code that they are about. */
export const besideCode = ['call-centre/README.md', 'devtools/phone/README.md', 'examples/mini-program/README.md']

/** The page that a Chinese one says it is of: beside it, at the top, or beside the code. */
const englishOf = (page: string): string =>
  posix.join(posix.dirname(page), /^\[English\]\(([^)]+)\)/m.exec(read(page))?.[1] ?? '')

/** Both languages of each page. */
export const translated: readonly (readonly [english: string, chinese: string])[] = pages
  .filter((page) => page.endsWith('.zh-CN.md'))
  .map((page) => [englishOf(page), page])

export const blocksOf = (page: string): readonly Block[] => {
  const blocks: Block[] = []
  let open: { readonly line: number; readonly language: string; readonly code: string[] } | null = null
  read(page)
    .split('\n')
    .forEach((text, index) => {
      const [, language] = /^```(.*)$/.exec(text) ?? []
      if (language === undefined) open?.code.push(text)
      else if (open === null) open = { line: index + 2, language, code: [] }
      else {
        blocks.push({ page, line: open.line, language: open.language, code: open.code.join('\n') })
        open = null
      }
    })
  return blocks
}

/** These are compared as a whole with what writes them: spec/races. */
const WRITTEN_BY_DATA = ['docs/policies/races.md', 'docs/policies/races.zh-CN.md']

export const blocks: readonly Block[] = pages.filter((page) => !WRITTEN_BY_DATA.includes(page)).flatMap(blocksOf)

export const nameOf = ({ page, line, language }: Block): string => `${page}:${String(line)} (${language})`

/** The file that a block says it is, in its first line: `// patience.ts`. */
export const fileOf = ({ code, line, language }: Block): string =>
  /^\/\/ ([\w-]+\.(?:spec\.)?[jt]s)$/m.exec(code.split('\n')[0] ?? '')?.[1] ?? `line-${String(line)}.${language}`

export const withoutBlocks = (page: string): string => read(page).replace(/^```[^]*?^```$/gm, '```')

/** The command lines of each numbered section, by its number: what stands four blanks to the right. */
export const commandLines = (page: string): readonly (readonly string[])[] =>
  withoutBlocks(page)
    .split(/^## (?=\d+\. )/m)
    .map((section) => [...section.matchAll(/^ {4}(\S.*)$/gm)].map(([, line = '']) => line))

export const headingsOf = (page: string): readonly string[] =>
  [...withoutBlocks(page).matchAll(/^(#+) .+$/gm)].map(([, level = '']) => level)

/** Each table as rows of cells, its heading first. */
export const tablesOf = (page: string): readonly (readonly (readonly string[])[])[] =>
  (withoutBlocks(page).match(/(?:^\|.*\|\n)+/gm) ?? []).map((table) =>
    table
      .trim()
      .split('\n')
      .filter((row) => !/^\|[\s|:-]+\|$/.test(row) || !row.includes('---'))
      .map((row) =>
        row
          .slice(1, -1)
          .split(' | ')
          .map((cell) => cell.trim()),
      ),
  )
