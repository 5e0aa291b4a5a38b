/** Markdown makes a blank of the end of a line; Chinese has none between its characters, nor beside its punctuation. */
import { besideCode, pages, withoutBlocks } from './markdown'

const CHARACTER = /[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff01-\uff60]/
const PUNCTUATION = /[\u3001-\u3011\uff01-\uff0f\uff1a-\uff1f]/
const NEW_BLOCK = /^(?: {4}|\s*(?:[-*] |\d+\. |[#|>`<]|!\[|$))/

/** What a reader sees of a line: no target of a link, no mark of an emphasis or of a link around it. */
const seen = (line: string): string =>
  line
    .trim()
    .replace(/\]\([^)]*\)/g, '')
    .replace(/^[*_[]+|[*_]+$/g, '')

const leavesBlank = (line: string, next: string): boolean => {
  const sides = [seen(line).at(-1) ?? '', seen(next).charAt(0)]
  return sides.every((side) => CHARACTER.test(side)) || sides.some((side) => PUNCTUATION.test(side))
}

const blanksIn = (text: string): readonly string[] => {
  const lines = text.split('\n')
  return lines.filter((line, index) => {
    const next = lines[index + 1] ?? ''
    return !NEW_BLOCK.test(next) && !/^\s*[#|`<]|^$/.test(line) && leavesBlank(line, next)
  })
}

describe.each([...pages, ...besideCode])('%s', (page) => {
  it('has no blank between Chinese characters where a line ends: a paragraph is one line', () => {
    expect(blanksIn(withoutBlocks(page))).toEqual([])
  })
})

it.each([
  ['between two characters', '请戴耳机，否则两端\n会啸叫。'],
  ['beside a comma', '组件需要原生页面，\nTaro 请用核心。'],
  ['before a link', '逐行对照\n[迁移](migration.zh-CN.md)。'],
  ['in an item of a list', '- 页面要有\n  按钮。'],
])('a blank is found: %s', (_, text) => {
  expect(blanksIn(text)).toHaveLength(1)
})

it.each([
  ['beside Latin letters, where a blank stands anyway', '需要 Node 20.11\n或更高版本。'],
  ['between two items', '- 页面\n- 按钮'],
  ['between two paragraphs', '页面。\n\n按钮。'],
])('none is found: %s', (_, text) => {
  expect(blanksIn(text)).toEqual([])
})
