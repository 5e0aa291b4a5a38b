/** The project's pages as data: code blocks, headings, tables and links. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(__dirname, '../..')

export interface Block {
  /** The page, from the root of the project. */
  readonly page: string
  readonly line: number
  readonly language: string
  readonly code: string
}

export const read = (page: string): string => readFileSync(join(root, page), 'utf8')

/** These are compared as a whole with what writes them: spec/races. */
const WRITTEN_BY_DATA = ['docs/races.md', 'docs/races.zh-CN.md']

/** Every page that users and contributors read; those of the examples stand beside their code. */
export const pages: readonly string[] = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((page) => page.endsWith('.md') && !WRITTEN_BY_DATA.includes(page))

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

export const blocks: readonly Block[] = pages.flatMap(blocksOf)

export const nameOf = ({ page, line, language }: Block): string => `${page}:${String(line)} (${language})`

/** The file that a block says it is, in its first line: `// patience.ts`. */
export const fileOf = ({ code, line, language }: Block): string =>
  /^\/\/ ([\w-]+\.(?:spec\.)?[jt]s)$/m.exec(code.split('\n')[0] ?? '')?.[1] ?? `line-${String(line)}.${language}`

export const withoutBlocks = (page: string): string => read(page).replace(/^```[^]*?^```$/gm, '```')

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
