import { tablesOf } from '../../../spec/docs/markdown'
import { check } from '../check'
import { FINDINGS } from '../findings'
import { programWith } from './program'

type Changes = Readonly<Record<string, string | null>>

const told = (changes: Changes) =>
  check(programWith(changes)).findings.map(({ code, file, line, severity }) => `${severity} ${file}:${line} ${code}`)

const words = (changes: Changes) => check(programWith(changes)).findings.map(({ cause, remedy }) => [cause, remedy])

const page = (wxml: string, js = 'Page({})'): Changes => ({ 'pages/call/call.wxml': wxml, 'pages/call/call.js': js })

const SDK = '<tccc-wx-sdk\n  bind:sessionEnded="ended" />'

it('says nothing of a mini program without a fault', () => {
  expect(check(programWith())).toEqual({
    findings: [],
    domains: { request: ['https://api.tccc.qcloud.com'], socket: ['wss://api.tccc.qcloud.com'] },
    needs: [],
  })
})

describe('a handler that is named and not defined', () => {
  it.each(['bindtap', 'bind:tap', 'catchtap', 'catch:tap', 'capture-bind:tap', 'capture-catch:tap', 'mut-bind:tap'])(
    '%s',
    (binding) => {
      expect(told(page(`<view>\n<text ${binding}="press" /></view>`))).toEqual([
        'error pages/call/call.wxml:2 HANDLER_MISSING',
      ])
    },
  )

  it('is told with its name, its tag and where it should be', () => {
    const [[cause, remedy] = []] = words(page('<view bindtap="press" />'))
    expect(cause?.en).toBe(
      'bindtap names press, and pages/call/call.js has no such function: the event is lost without a word.',
    )
    expect(remedy?.zh).toBe('请在 pages/call/call.js 中定义 press，或改为已有的函数名。')
  })

  it('is told of a template that the page includes', () => {
    const changes = { ...page('<include src="head.wxml" />'), 'pages/call/head.wxml': '<view bindtap="press" />' }
    expect(told(changes)).toEqual(['error pages/call/head.wxml:1 HANDLER_MISSING'])
  })

  it('is told of a component, and of methods that stand in the wrong place', () => {
    const changes = {
      'pages/call/call.json': '{ "usingComponents": { "a-bar": "/parts/bar" } }',
      ...page('<a-bar />'),
      'parts/bar.json': '{ "component": true }',
      'parts/bar.wxml': '<view bindtap="press" />\n<view bindtap="open" />\n<view bindtap="close" />',
      'parts/bar.js': 'Component({ open() {}, methods: { close() {} } })',
    }
    expect(told(changes)).toEqual([
      'error parts/bar.wxml:1 HANDLER_MISSING',
      'error parts/bar.wxml:2 HANDLER_MISPLACED',
    ])
  })

  it.each([
    ['a function elsewhere in the script', 'function press() {}\nPage({ press })'],
    ['an object with a name', 'const page = { press() {} }\nPage(page)'],
    ['fields of another object', 'const more = { press() {} }\nPage({ ...more })'],
    ['a page by Component', "import { throttle } from './x'\nComponent({ methods: { press: throttle(() => {}) } })"],
    ['a field that is set later', 'Page({ onLoad() { this.press = () => {} } })'],
    ['what comes from somewhere else', "import { shared } from './shared'\nPage({ ...shared })"],
    ['a behaviour', "import one from './one'\nComponent({ behaviors: [one] })"],
    ['a function around the page', "import { page } from './page'\npage({ onLoad() {} })"],
  ])('%s is none', (_, js) => {
    expect(told(page('<view bindtap="press" />', js))).toEqual([])
  })

  it.each(["bindtap=\"{{on ? 'a' : 'b'}}\"", 'catchtouchmove="true"', 'catchtouchmove', 'data-bindtap="press"'])(
    '%s is none',
    (attribute) => {
      expect(told(page(`<view ${attribute} />`))).toEqual([])
    },
  )
})

describe('a payload that is read off the event', () => {
  it.each([
    ['the parameter', 'Page({\n  ended({ closeBy }) {} })'],
    ['a default', 'Page({\n  ended({ closeBy } = {}) {} })'],
    ['a field', 'Page({ ended(e) {\n  wx.use(e.closeBy) } })'],
    ['a field by text', "Page({ ended(e) {\n  wx.use(e['closeBy']) } })"],
    ['a declaration', 'Page({ ended: (e) => {\n  const { closeBy: by } = e } })'],
    ['a function elsewhere', 'const ended = (e) =>\n  e.closeBy\nPage({ ended })'],
  ])('%s', (_, js) => {
    expect(told(page(SDK, js))).toEqual(['error pages/call/call.js:2 PAYLOAD_OFF_EVENT'])
  })

  it.each([
    ['detail', 'Page({ ended(e) { wx.use(e.detail.closeBy, e.type) } })'],
    ['detail taken apart', 'Page({ ended({ detail: { closeBy }, type }) {} })'],
    ['something else with that name', 'Page({ ended(e) { const { closeBy } = e.detail; wx.use(wx.closeBy) } })'],
  ])('%s is none', (_, js) => {
    expect(told(page(SDK, js))).toEqual([])
  })

  it('is none on the tag of somebody else', () => {
    expect(told(page('<input bind:sessionEnded="ended" />', 'Page({ ended({ closeBy }) {} })'))).toEqual([])
  })

  it('an event that the component does not have is told with those that it has', () => {
    const changes = page('<tccc-wx-sdk bind:sessionEnd="ended" />', 'Page({ ended() {} })')
    expect(told(changes)).toEqual(['warning pages/call/call.wxml:1 EVENT_UNKNOWN'])
    expect(words(changes)[0]?.[1]?.en).toContain('sessionEnded')
  })
})

describe('a name that nothing declares', () => {
  it('is told once, where it is used first', () => {
    const changes = page(
      '<view />',
      'Page({ a(mode) {\nuse(soundeMode)\nuse(soundeMode, mode)\n} })\nfunction use() {}',
    )
    expect(told(changes)).toEqual(['warning pages/call/call.js:2 NAME_UNKNOWN'])
  })

  it.each([
    [
      'what is imported',
      "import one, { two as three } from './x'\nimport * as all from './y'\nPage({ one, three, all })",
    ],
    [
      'what a pattern takes apart',
      'Page({ a({ b: { c }, ...d }, [e] = []) { try { return c + d + e } catch (f) { throw f } } })',
    ],
    [
      'what WeChat and the language give',
      'const { a } = require("./a")\nPage({ b: getApp().c, d: wx.e, f: [Promise, a, getCurrentPages] })',
    ],
    [
      'keys, fields and labels',
      'Page({ a: { b: 1 } })\nl: for (;;) break l\nclass A { m() { return this.n } }\nexport { A as B }',
    ],
    ['what is asked for first', "Page({ a: typeof __wxJs === 'undefined' ? 1 : __wxJs })"],
  ])('%s is none', (_, js) => {
    expect(told(page('<view />', js))).toEqual([])
  })
})

describe('tags and files', () => {
  it.each<readonly [string, Changes, string]>([
    [
      'our component, not registered',
      { 'pages/call/call.json': '{}' },
      'error pages/call/call.wxml:1 COMPONENT_NOT_REGISTERED',
    ],
    ['a tag that nobody knows', page('<view>\n<btn /></view>'), 'warning pages/call/call.wxml:2 TAG_UNKNOWN'],
    [
      'a component that is not there',
      { 'pages/call/call.json': '{ "usingComponents": {\n"tccc-wx-sdk": "tccc-wx-sdk",\n"a-b": "../b" } }' },
      'error pages/call/call.json:3 COMPONENT_MISSING',
    ],
    [
      'a sub-component that we have not',
      { 'pages/call/call.json': '{ "usingComponents": { "tccc-wx-sdk": "tccc-wx-sdk", "x": "tccc-wx-sdk/pushr" } }' },
      'error pages/call/call.json:1 COMPONENT_MISSING',
    ],
    ['a page without a template', { 'pages/call/call.wxml': null }, 'error app.json:1 PAGE_MISSING'],
    ['a page without a script', { 'pages/call/call.js': null }, 'error app.json:1 PAGE_MISSING'],
    [
      'a script that is none',
      { 'pages/call/call.js': 'Page({\n  a b\n})' },
      'error pages/call/call.js:2 SCRIPT_BROKEN',
    ],
    [
      'JSON with a comma',
      { 'pages/call/call.json': '{\n  "usingComponents": {\n  "tccc-wx-sdk": "tccc-wx-sdk",\n} }' },
      'error pages/call/call.json:3 JSON_BROKEN',
    ],
    ['JSON that breaks off', { 'project.config.json': '{\n"a": 1' }, 'error project.config.json:2 JSON_BROKEN'],
    ['a template', page('<view>\n<text>'), 'error pages/call/call.wxml:2 TEMPLATE_BROKEN'],
    [
      'a template of a page that app.json does not list',
      { 'pages/old/old.js': 'Page({})', 'pages/old/old.wxml': '<view>' },
      'warning pages/old/old.wxml:1 TEMPLATE_BROKEN',
    ],
  ])('%s', (_, changes, fault) => {
    expect(told(changes)).toContain(fault)
  })

  it('a component of app.json serves every page, a page of a subpackage too', () => {
    const changes = {
      'app.json':
        '{ "pages": [], "subPackages": [{ "root": "sub", "pages": ["call"] }], "usingComponents": { "tccc-wx-sdk": "tccc-wx-sdk" } }',
      'sub/call.wxml': SDK,
      'sub/call.js': 'Page({})',
      'pages/call/call.wxml': null,
    }
    expect(told(changes)).toEqual(['error sub/call.wxml:2 HANDLER_MISSING'])
  })

  it('reads what miniprogramRoot names', () => {
    const moved = [...programWith()].map(([file, text]) => [`src/${file}`, text] as const)
    const files = new Map([...moved, ['project.config.json', '{ "miniprogramRoot": "./src/" }'] as const])
    files.set('src/pages/call/call.wxml', '<view bindtap="press" />')
    expect(check(files).findings).toMatchObject([{ file: 'src/pages/call/call.wxml', code: 'HANDLER_MISSING' }])
  })
})

it('TypeScript that could not be read is said, and nothing is guessed of it', () => {
  const changes = { 'pages/call/call.js': null, 'pages/call/call.ts': 'Page({ call(this: object) {} })' }
  expect(told(changes)).toEqual(['warning pages/call/call.ts:1 TYPESCRIPT_NOT_READ'])
})

it.each(['docs/pages/check.md', 'docs/pages/check.zh-CN.md'])(
  '%s has every fault that a check can name, and no other',
  (page) => {
    const codes = tablesOf(page).flatMap((rows) =>
      rows.flatMap((row) => row.join(' ').match(/(?<=`)[A-Z_]{6,}(?=`)/g) ?? []),
    )
    expect([...codes].sort()).toEqual(Object.keys(FINDINGS).sort())
  },
)
