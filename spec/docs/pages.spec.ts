import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import miniProgram from '../../examples/mini-program/package.json'
import manifest from '../../package.json'
import { besideCode, blocksOf, headingsOf, pages, read, root, tablesOf, translated, withoutBlocks } from './markdown'

describe.each(translated)('%s and %s', (english, chinese) => {
  it('have the same headings', () => {
    expect(headingsOf(chinese)).toEqual(headingsOf(english))
  })

  it('have the same kinds of code blocks', () => {
    const kinds = (page: string) => blocksOf(page).map(({ language }) => language)
    expect(kinds(chinese)).toEqual(kinds(english))
  })

  it('have tables of the same size', () => {
    const sizes = (page: string) => tablesOf(page).map((rows) => rows.length)
    expect(sizes(chinese)).toEqual(sizes(english))
  })
})

it('each page is there in both languages', () => {
  const inBoth = translated.flat()
  const ENGLISH_ONLY = ['CHANGELOG.md']
  const BOTH_IN_ONE = ['docs/reference/glossary.md']
  expect(pages.filter((page) => ![...inBoth, ...ENGLISH_ONLY, ...BOTH_IN_ONE].includes(page))).toEqual([])
})

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')

const anchorsOf = (page: string): readonly string[] =>
  [...withoutBlocks(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

describe.each([...pages, ...besideCode])('%s', (page) => {
  const links = [...withoutBlocks(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)

  it('links to what is there', () => {
    const broken = links
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#')
        const target = path === '' ? page : join(dirname(page), path)
        if (!existsSync(join(root, target))) return true
        return anchor !== undefined && !anchorsOf(target).includes(anchor)
      })
    expect(broken).toEqual([])
  })

  it('names files of this project that are there', () => {
    const named = withoutBlocks(page).matchAll(
      /`((?:lib|component|devtools|call-centre|examples|spec|docs|internal)\/[\w./-]*)`/g,
    )
    const paths = page === 'CHANGELOG.md' ? [] : [...named].map(([, path = '']) => path)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

it('the mini program installs the file that npm pack makes', () => {
  expect(miniProgram.dependencies['tccc-wx-sdk']).toBe(`file:../../tccc-wx-sdk-${manifest.version}.tgz`)
})

it('the pictures together are no burden', () => {
  const pictures = ['call-en', 'call-zh', 'operator-en', 'operator-zh'].map((name) =>
    join(root, 'docs/images', `${name}.png`),
  )
  expect(pictures.reduce((total, file) => total + statSync(file).size, 0)).toBeLessThan(400_000)
  expect(read('README.md')).toContain('docs/images/call-en.png')
  expect(read('README.zh-CN.md')).toContain('docs/images/call-zh.png')
})
