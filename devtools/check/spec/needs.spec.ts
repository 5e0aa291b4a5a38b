import { check, toJson, toText } from '../check'
import { programWith } from './program'

const json = (component: string) => `{ "usingComponents": { "a-b": "${component}" } }`
const js = (entry: string) => `import { x } from '${entry}'\nPage({ x })`

it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a voice call', {}, []],
  ['the panel', { 'pages/call/call.json': json('tccc-wx-sdk/panel') }, ['panel', 'text']],
  [
    'the panel with a picture',
    { 'pages/call/call.json': json('tccc-wx-sdk/panel'), 'pages/call/call.wxml': '<a-b media="video" />' },
    ['panel', 'video', 'text'],
  ],
  [
    'the panel with a picture in a template that the page imports',
    {
      'pages/call/call.json': json('tccc-wx-sdk/panel'),
      'pages/call/call.wxml': '<import src="body" /><template is="body" />',
      'pages/call/body.wxml': '<template name="body"><a-b media="video" /></template>',
    },
    ['panel', 'video', 'text'],
  ],
  [
    'the panel whose page decides',
    { 'pages/call/call.json': json('tccc-wx-sdk/panel'), 'pages/call/call.wxml': '<a-b media="{{media}}" />' },
    ['panel', 'media', 'text'],
  ],
  [
    'the panel without a picture',
    { 'pages/call/call.json': json('tccc-wx-sdk/panel'), 'pages/call/call.wxml': '<a-b media="audio" />' },
    ['panel', 'text'],
  ],
  ['the picture of the agent', { 'pages/call/call.json': json('tccc-wx-sdk/player') }, ['video']],
  ['the picture of the customer', { 'pages/call/call.json': json('tccc-wx-sdk/pusher') }, ['video']],
  ['text', { 'pages/call/call.js': js('tccc-wx-sdk/text') }, ['text']],
  ['a rating', { 'parts/ask.js': js('tccc-wx-sdk/rating') }, ['rating']],
  ['waiting', { 'pages/call/call.js': js('tccc-wx-sdk/waiting') }, ['waiting']],
  ['a report', { 'pages/call/call.js': js('tccc-wx-sdk/report') }, ['report']],
  ['the card of a rating', { 'pages/call/call.json': json('tccc-wx-sdk/rating-card') }, ['rating']],
  ['the card of the wait', { 'pages/call/call.json': json('tccc-wx-sdk/waiting-card') }, ['waiting']],
  ['the media of somebody else', { 'pages/call/call.wxml': '<video media="video" />' }, []],
  ['a built package', { 'miniprogram_npm/tccc-wx-sdk/index.js': js('tccc-wx-sdk/waiting') }, []],
])('%s needs', (_, changes, features) => {
  expect(check(programWith(changes)).needs.map(({ feature }) => feature)).toEqual(features)
})

it('of a page that decides says what no file does', () => {
  const { needs } = check(
    programWith({ 'pages/call/call.json': json('tccc-wx-sdk/panel'), 'pages/call/call.wxml': '<a-b media="{{m}}" />' }),
  )
  const words = needs.find(({ feature }) => feature === 'media')?.words
  expect(words?.en).toContain('no file says whether it ever is video')
  expect(words?.zh).toContain('任何文件都看不出')
})

it('is told in both languages, and to programs', () => {
  const checked = check(programWith({ 'pages/call/call.js': js('tccc-wx-sdk/waiting') }))
  expect(toText(checked, 'zh').split('\n').at(-1)).toMatch(/^waiting：在「功能 > 订阅消息」/)
  expect(toText(checked, 'en').split('\n').at(-1)).toMatch(/^waiting: under 功能 > 订阅消息 a template/)
  expect(JSON.parse(toJson(checked, 'en'))).toMatchObject({
    needs: [{ feature: 'waiting', words: expect.stringMatching(/^waiting: /) as string }],
  })
})
