import { folderWith, STARTER, type Texts } from './folder'

const EXISTING: Texts = {
  'app.json': '{\n\t"pages": [\n\t\t"pages/home/home"\n\t],\n\t"style": "v2"\n}\n',
  'package.json': '{\r\n    "name": "shop",\r\n    "dependencies": {\r\n        "dayjs": "1.11.0"\r\n    }\r\n}\r\n',
  'pages/home/home.js': 'Page({})',
  'pages/home/home.wxml': '<view />',
}

const folders: ReturnType<typeof folderWith>[] = []
const given = (texts: Texts) => {
  const folder = folderWith(texts)
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const PAGE = ['centre.js', 'panel.js', 'panel.json', 'panel.wxml'].map((file) => `pages/panel/${file}`)

it('an empty folder becomes a mini program in which check finds nothing', () => {
  const { init, texts, findings } = given({})
  expect(init(null, '--yes').code).toBe(0)
  expect(Object.keys(texts()).sort()).toEqual([...STARTER.keys()].sort())
  expect(findings()).toEqual([])
})

it('so does one in which npm has installed the package', () => {
  const installed = {
    'package.json': '{ "dependencies": { "tccc-wx-sdk": "file:../a.tgz" } }',
    'package-lock.json': '{}',
  }
  const { init, texts, findings } = given(installed)
  expect(init(null, '--yes').code).toBe(0)
  expect(texts()).toMatchObject(installed)
  expect(findings()).toEqual([])
})

it('a mini program gets the page, its place in app.json and the dependency, and keeps everything else', () => {
  const { init, texts, raw, findings } = given(EXISTING)
  expect(init(null, '--yes').code).toBe(0)
  expect(Object.keys(texts()).sort()).toEqual([...Object.keys(EXISTING), ...PAGE].sort())
  expect(raw('app.json')).toBe(
    '{\n\t"pages": [\n\t\t"pages/home/home",\n\t\t"pages/panel/panel"\n\t],\n\t"style": "v2"\n}\n',
  )
  expect(raw('package.json')).toBe(
    '{\r\n    "name": "shop",\r\n    "dependencies": {\r\n        "dayjs": "1.11.0",\r\n        "tccc-wx-sdk": "^0.1.0"\r\n    }\r\n}\r\n',
  )
  expect(findings()).toEqual([])
})

it('shows each file with what changes in it', () => {
  const { init } = given(EXISTING)
  const { printed } = init(null)
  expect(printed).toContain(`changed app.json
@@ -1,5 +1,6 @@
 {
 \t"pages": [
-\t\t"pages/home/home"
+\t\t"pages/home/home",
+\t\t"pages/panel/panel"
 \t],
 \t"style": "v2"
`)
  expect(printed).toContain('created pages/panel/panel.json\n@@ -0,0 +1,7 @@\n+{\n+  "usingComponents": {')
})

it('a second run has nothing to do, also when the page was changed since', () => {
  const { init, texts } = given({ ...EXISTING, 'pages/panel/panel.json': STARTER.get('pages/panel/panel.json') ?? '' })
  init(null, '--yes')
  expect(init(null)).toEqual({ code: 0, printed: 'Nothing is to do: pages/panel/panel is a call page.' })
  const changed = given({
    ...texts(),
    'pages/panel/centre.js': "export const centre = () => ({ sdkAppId: '1', channelId: 'x' })",
  })
  const before = changed.texts()
  expect(changed.init(null, '--yes').printed).toContain('Nothing is to do')
  expect(changed.texts()).toEqual(before)
})

it('a page of the user that has the panel is left alone, wherever it stands', () => {
  const own = {
    'pages/home/home.json': '{ "usingComponents": { "p": "tccc-wx-sdk/panel" } }',
    'pages/home/home.wxml': '<p />',
  }
  const { init, texts } = given({ ...EXISTING, ...own })
  expect(init(null, '--yes').code).toBe(0)
  expect(Object.keys(texts()).filter((file) => PAGE.includes(file))).toEqual([])
  expect(texts()['package.json']).toContain('tccc-wx-sdk')
})

describe('a program that has the panel already gets nothing but the dependency', () => {
  const panel = (tag: string) => `{ "usingComponents": { "${tag}": "tccc-wx-sdk/panel" } }`

  it.each<readonly [string, Texts, string]>([
    [
      'in a component of a page',
      {
        'pages/home/home.json': '{ "usingComponents": { "my-talk": "/parts/talk" } }',
        'pages/home/home.wxml': '<my-talk />',
        'parts/talk.json': panel('p'),
        'parts/talk.wxml': '<p />',
        'parts/talk.js': 'Component({})',
      },
      'pages/home/home',
    ],
    [
      'on a page of a subpackage',
      {
        'app.json': '{ "pages": ["pages/home/home"], "subPackages": [{ "root": "shop", "pages": ["talk/talk"] }] }',
        'shop/talk/talk.json': panel('p'),
        'shop/talk/talk.wxml': '<p />',
        'shop/talk/talk.js': 'Page({})',
      },
      'shop/talk/talk',
    ],
    [
      'by the usingComponents of app.json, in a template that the page includes',
      {
        'app.json': `{ "pages": ["pages/home/home", "pages/talk/talk"], ${panel('call-panel').slice(1)}`,
        'pages/talk/talk.js': 'Page({})',
        'pages/talk/talk.wxml': '<include src="body.wxml" />',
        'pages/talk/body.wxml': '<call-panel />',
      },
      'pages/talk/talk',
    ],
  ])('%s', (_, own, page) => {
    const before = { ...EXISTING, ...own }
    const { init, texts, questions } = given(before)
    expect(init('y').printed).toContain(`your sdkAppId and channelId in ${page};`)
    const after = texts()
    expect(after).toEqual({ ...before, 'package.json': after['package.json'] })
    expect([after['package.json']?.includes('tccc-wx-sdk'), questions.length]).toEqual([true, 1])
    expect(init(null)).toEqual({ code: 0, printed: `Nothing is to do: ${page} is a call page.` })
  })

  it('but one where no page shows it, though app.json names it, gets the page', () => {
    const app = `{\n  "pages": ["pages/home/home"],\n  ${panel('call-panel').slice(1, -1).trim()}\n}`
    const { init, texts, findings } = given({ ...EXISTING, 'app.json': app })
    expect(init(null, '--yes').code).toBe(0)
    expect(Object.keys(texts())).toEqual(expect.arrayContaining(PAGE))
    expect(texts()['app.json']).toBe(app.replace('"pages/home/home"', '"pages/home/home", "pages/panel/panel"'))
    expect(findings()).toEqual([])
  })
})

describe('asks before it writes', () => {
  it.each(['y\n', 'Yes\n', '是\r\n'])('%j writes', (answer) => {
    const { init, texts, questions } = given(EXISTING)
    expect(init(answer).code).toBe(0)
    expect(questions).toEqual(['Write these files? [y/N] '])
    expect(Object.keys(texts())).toEqual(expect.arrayContaining(PAGE))
  })

  it.each(['', '\n', 'n\n', 'yesterday\n'])('%j writes nothing', (answer) => {
    const { init, texts } = given(EXISTING)
    const { code, printed } = init(answer)
    expect([code, printed.endsWith('Nothing was written.')]).toEqual([1, true])
    expect(texts()).toEqual(EXISTING)
  })

  it('and says how, where nobody can be asked', () => {
    const { init, texts } = given(EXISTING)
    const { code, printed } = init(null)
    expect([code, printed.split('\n').at(-1)]).toEqual([
      1,
      'Nothing was written: there is no terminal here to ask at. Add --yes when this is what you want.',
    ])
    expect(texts()).toEqual(EXISTING)
  })
})

describe('leaves the folder as it is', () => {
  it.each<readonly [string, Texts, string]>([
    [
      'when a page is there',
      { 'pages/panel/panel.js': 'Page({})' },
      'pages/panel/panel.js exists, and init writes over no page.',
    ],
    ['when a page of TypeScript is there', { 'pages/panel/panel.ts': 'Page({})' }, 'pages/panel/panel.ts exists'],
    ['when app.json has comments', { 'app.json': '{\n  // mine\n  "pages": []\n}' }, 'app.json:2 This is no JSON.'],
    ['when app.json is a list', { 'app.json': '[]' }, 'app.json:1 This is no JSON.'],
    ['when pages is no list', { 'app.json': '{ "pages": {} }' }, 'app.json:1 This is no JSON.'],
    [
      'when the place is in a subpackage',
      { 'app.json': '{ "pages": ["pages/home/home"], "subpackages": [{ "root": "pages/panel/", "pages": [] }] }' },
      'pages/panel/panel lies in the subpackage pages/panel of app.json',
    ],
    ['when dependencies is no object', { 'package.json': '{ "dependencies": [] }' }, 'package.json:1 This is no JSON.'],
    ['when package.json breaks off', { 'package.json': '{\n"name": ' }, 'package.json:2 This is no JSON.'],
    ['when project.config.json breaks off', { 'project.config.json': '{' }, 'project.config.json:1 This is no JSON.'],
  ])('%s', (_, changes, words) => {
    const { init, texts } = given({ ...EXISTING, ...changes })
    const { code, printed } = init(null, '--yes')
    expect([code, printed]).toEqual([1, expect.stringContaining(words)])
    expect(texts()).toEqual({ ...EXISTING, ...changes })
  })

  it('when it is of something else', () => {
    const { init, texts } = given({ 'src/app.ts': 'x', 'package.json': '{}' })
    expect(init(null, '--yes')).toMatchObject({ code: 1, printed: expect.stringMatching(/no app.json/) as string })
    expect(Object.keys(texts()).sort()).toEqual(['package.json', 'src/app.ts'])
  })
})

it('--page puts it elsewhere', () => {
  const { init, texts, findings } = given({ ...EXISTING, 'pages/panel/panel.js': 'Page({})' })
  expect(init(null, '--yes', '--page', 'pages/service/talk').code).toBe(0)
  expect(texts()['pages/service/talk.js']).toContain("page: 'pages/service/talk'")
  expect(texts()['app.json']).toContain('"pages/service/talk"')
  expect(findings()).toEqual([])
})

it('where project.config.json names a miniprogramRoot, there, with the package.json that is there', () => {
  const project = { 'project.config.json': '{ "miniprogramRoot": "mini/" }' }
  const moved = Object.fromEntries(
    Object.entries(EXISTING).map(([file, text]) => [file === 'package.json' ? file : `mini/${file}`, text]),
  )
  const { init, texts, findings } = given({ ...project, ...moved })
  expect(init(null, '--yes').code).toBe(0)
  expect(texts()['mini/app.json']).toContain('pages/panel/panel')
  expect(texts()['package.json']).toContain('tccc-wx-sdk')
  expect(Object.keys(texts())).toContain('mini/pages/panel/panel.js')
  expect(findings()).toEqual([])
})

it.each([
  ['{}', '{\n  "dependencies": {\n    "tccc-wx-sdk": "^0.1.0"\n  }\n}'],
  ['{ "dependencies": {} }', '{ "dependencies": {\n  "tccc-wx-sdk": "^0.1.0"\n} }'],
  ['{ "devDependencies": { "tccc-wx-sdk": "0.1.0" } }', null],
])('package.json %j is whole afterwards', (before, after) => {
  const { init, raw, findings } = given({ ...EXISTING, 'package.json': before })
  expect(init(null, '--yes').code).toBe(0)
  expect(JSON.parse(raw('package.json'))).toMatchObject({ dependencies: { 'tccc-wx-sdk': '^0.1.0' } })
  expect(after ?? raw('package.json')).toBe(raw('package.json'))
  expect(findings()).toEqual([])
})
