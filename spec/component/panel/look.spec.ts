/** What the styles of the panel promise: colours from outside, room for the bar at the foot, letters that grow. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (path: string): string => readFileSync(join(__dirname, '../../..', path), 'utf8')

const look = read('component/look.wxss')
const styles = `${look}${read('component/panel.wxss')}`
const markup = read('component/panel.wxml')

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found)

describe.each(['docs/pages/panel.md', 'docs/pages/panel.zh-CN.md'])('%s', (page) => {
  const told = new Set(all(read(page), /`--call-(?!dark|bar)([a-z-]+)`/g))

  it('names every colour that can be set, and no other', () => {
    expect(told).toEqual(new Set(all(look, /var\(\s*--call-(?!dark)([a-z-]+)/g)))
  })

  it('says which of them have another in the dark', () => {
    const alike = ['accent', 'danger', 'round', 'font']
    expect(all(look, /var\(--call-dark-([a-z-]+)/g).toSorted()).toEqual(
      [...told].filter((name) => !alike.includes(name)).toSorted(),
    )
  })
})

it('uses each colour that can be set, and none that cannot', () => {
  const set = new Set([...all(look, /^ {2}--([a-z-]+):/gm), 'k'])
  expect(new Set(all(styles, /var\(--(?!call)([a-z-]+)\)/g))).toEqual(
    new Set([...set].filter((name) => name !== 'font')),
  )
})

it('leaves room for the bar at the foot of the screen, on old phones and new ones', () => {
  expect(styles).toMatch(/padding-bottom: calc\(\d+rpx \+ constant\(safe-area-inset-bottom\)\)/)
  expect(styles).toMatch(/padding-bottom: calc\(\d+rpx \+ env\(safe-area-inset-bottom\)\)/)
})

it('says for a screen reader whatever can be tapped or written in, in words that are not empty', () => {
  const tags = all(markup.replace(/<!--[\s\S]*?-->/g, ''), /<((?:view|input)\b(?:"[^"]*"|[^">])*)>/g)
  const tapped = tags.filter((tag) => /\bbindtap=|\bbindinput=/.test(tag))
  expect(tapped.length).toBeGreaterThan(10)
  expect(tapped.filter((tag) => !/\baria-label="\{\{/.test(tag))).toEqual([])
})
