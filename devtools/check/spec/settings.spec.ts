import { check } from '../check'
import { programWith } from './program'

type Changes = Readonly<Record<string, string | null>>

const told = (changes: Changes) =>
  check(programWith(changes)).findings.map(({ code, file, line, severity }) => `${severity} ${file}:${line} ${code}`)

const app = (more: string): Changes => ({ 'app.json': `{ "pages": ["pages/call/call"],\n${more} }` })
const script = (code: string): Changes => ({ 'app.js': `import 'tccc-wx-sdk/login'\n${code}` })
const LISTED = '{ "dependencies": { "tccc-wx-sdk": "0.1.0" } }'

it.each<readonly [string, Changes, readonly string[]]>([
  [
    'an old base library',
    { 'project.config.json': '{\n"libVersion": "2.9.5" }' },
    ['error project.config.json:2 BASE_LIBRARY_OLD'],
  ],
  ['a newer one', { 'project.config.json': '{ "libVersion": "3.0.0" }' }, []],
  ['one by a word', { 'project.config.json': '{ "libVersion": "trial" }' }, []],
  [
    'domains that nobody checks',
    { 'project.private.config.json': '{ "setting": {\n"urlCheck": false } }' },
    ['warning project.private.config.json:2 DOMAINS_UNCHECKED'],
  ],
  ['a host without https', script("configure({ host: 'http://calls.example.com' })"), ['error app.js:2 HOST_REFUSED']],
  ['an IP address', script("sdk.configure({ host: 'https://10.0.0.7' })"), ['error app.js:2 HOST_REFUSED']],
  ['this machine', script("configure({ host: 'http://127.0.0.1:7100' })"), ['error app.js:2 HOST_REFUSED']],
  ['a host of one’s own', script("configure({ host: 'https://calls.example.com' })"), []],
  ['somebody else’s configure', { 'app.js': "configure({ host: 'http://a' })" }, []],
  [
    'a permission that is none',
    app('"permission": { "scope.record": { "desc": "calls" } }'),
    ['warning app.json:2 PERMISSION_INVALID'],
  ],
  ['the permission that there is', app('"permission": { "scope.userLocation": { "desc": "near" } }'), []],
  [
    'a private info that is none',
    app('"requiredPrivateInfos": ["getLocation", "getRecorderManager"]'),
    ['error app.json:2 PRIVATE_INFO_INVALID'],
  ],
  ['privacy switched off', app('"__usePrivacyCheck__": false'), ['warning app.json:2 PRIVACY_SWITCH']],
  ['privacy switched on', app('"__usePrivacyCheck__": true'), []],
  [
    'a privacy listener that cannot answer',
    script('wx.onNeedPrivacyAuthorization(() => {})'),
    ['error app.js:2 PRIVACY_NEVER_ANSWERED'],
  ],
  ['one that can', script('wx.onNeedPrivacyAuthorization((resolve) => ask(resolve))'), []],
  [
    'two of them',
    { ...script('wx.onNeedPrivacyAuthorization(ask)'), 'pages/call/more.js': 'wx.onNeedPrivacyAuthorization(ask)' },
    ['warning pages/call/more.js:1 PRIVACY_LISTENERS'],
  ],
  ['not installed', { 'package.json': null }, ['error pages/call/call.json:1 NOT_INSTALLED']],
  [
    'installed where 构建 npm does not look',
    { 'package.json': '{ "devDependencies": {\n"tccc-wx-sdk": "0.1.0" } }' },
    ['error package.json:2 NOT_PACKED'],
  ],
  ['built, without a manifest', { 'package.json': null, 'miniprogram_npm/tccc-wx-sdk/index.json': '{}' }, []],
  ['installed and built', { 'miniprogram_npm/tccc-wx-sdk/index.json': '{}' }, []],
  ['installed again in a subpackage', { 'sub/package.json': LISTED }, ['error sub/package.json:1 TWO_COPIES']],
  [
    'built again in a subpackage',
    { 'sub/miniprogram_npm/tccc-wx-sdk/index.json': '{}' },
    ['error sub/package.json:1 TWO_COPIES'],
  ],
])('%s', (_, changes, faults) => {
  expect(told(changes)).toEqual(faults)
})

it.each([
  [
    "configure({ host: 'https://calls.example.com:8443' })",
    'https://calls.example.com:8443',
    'wss://calls.example.com:8443',
  ],
  ['configure({ host })', 'https://{configure.host}', 'wss://{configure.host}'],
])('the domains to configure, by %s', (code, request, socket) => {
  expect(check(programWith(script(code))).domains).toEqual({ request: [request], socket: [socket] })
})
