import { TmplGroup } from 'glass-easel-template-compiler'
import { readTemplate } from '../template'

const faultsOf = (text: string) => readTemplate(text).faults.map(({ kind, line, name }) => [kind, line, name])

describe('the tags of a template', () => {
  it('have their names, lines and attributes', () => {
    const { tags } = readTemplate('<view\n  class="a > b"\n  wx:if="{{a && \'}}\' < b}}"\n>\n  <text>x</text>\n</view>')
    expect(tags.map(({ name, line }) => [name, line])).toEqual([
      ['view', 1],
      ['text', 5],
    ])
    expect(tags[0]?.attributes).toEqual([
      { name: 'class', value: 'a > b', line: 2 },
      { name: 'wx:if', value: "{{a && '}}' < b}}", line: 3 },
    ])
  })

  it.each([
    ['a comment', '<!-- <view bindtap="gone"> -->'],
    ['a script', '<wxs module="m">module.exports = { a: 1 < 2, b: "<view>" }</wxs>'],
    ['an expression', '<text>{{ a < b ? "<view>" : "}}" }}</text>'],
    ['a single quote', "<view class='{{ a }}' />"],
    ['fields of an object', '<template is="row" data="{{ ...item, index, on: true }}" />'],
    ['a sign of less', '<text>1 < 2</text>'],
    ['an attribute without a value', '<input focus />'],
    ['a path as a value', '<include src=./head.wxml />'],
  ])('%s is no fault', (_, text) => {
    expect(faultsOf(text)).toEqual([])
  })
})

describe('what is wrong with a template', () => {
  const broken: readonly [string, readonly unknown[]][] = [
    ['<view>\n  <text>a\n</view>', ['tagNotClosed', 2, 'text']],
    ['<view>\n', ['tagNotClosed', 1, 'view']],
    ['<view />\n</view>', ['tagNotOpened', 2, 'view']],
    ['<text>\n{{ a b }}</text>', ['expressionBroken', 2, '{{ a b }}']],
    ['<view hidden="{{ [1 }}" />', ['expressionBroken', 1, '{{ [1 }}']],
    ['<text>\n{{ a </text>', ['expressionOpen', 2, '{{ a </text>']],
    ['<view>\n<text a="b" <view /></text></view>', ['tagUnfinished', 2, 'text']],
    ['<view />\n<tccc-wx-sdk bind:sessionEnded="ended>\n', ['quoteMissing', 2, 'bind:sessionEnded']],
    ['<view class="a>\n  <text class="b">x</text></view>', ['quoteMissing', 1, 'class']],
  ]

  it.each(broken)('%j', (text, fault) => {
    expect(faultsOf(text)).toContainEqual(fault)
  })

  it.each(broken)('the compiler refuses it too: %j', (text) => {
    expect(new TmplGroup().addTmpl('page', text)).not.toEqual([])
  })

  // The compiler takes the rest of the page for the comment, without a word.
  it('a comment without an end', () => {
    expect(faultsOf('\n<!-- a\n<view />')).toEqual([['commentOpen', 2, '<!--']])
  })

  it('a missing quotation mark hides nothing of what follows', () => {
    const { tags } = readTemplate('<a bind:x="one>\n<b bind:y="two" /></a>')
    expect(tags.flatMap(({ attributes }) => attributes.map(({ value }) => value))).toEqual(['one', 'two'])
  })
})
