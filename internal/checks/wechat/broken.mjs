/** What the check has to refuse: one mini program each, `of` those of apps.mjs, spoilt after packing. */
import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const appended =
  (file, text) =>
  ({ folder, packed }) =>
    appendFileSync(file.startsWith('packed/') ? join(packed, file.slice('packed/'.length)) : join(folder, file), text)

export const broken = [
  {
    name: 'a template with an unclosed tag',
    spoil: appended('packed/index.wxml', '<view><text></view>'),
    says: /unexpected end/,
  },
  {
    name: 'a style sheet with an unclosed block',
    spoil: appended('packed/index.wxss', '.a { color: '),
    says: /Unclosed block/,
  },
  {
    name: 'a component that is not there',
    spoil: ({ packed }) => rmSync(join(packed, 'index.json')),
    says: /component not found in the path/,
  },
  {
    name: 'a module that is not there',
    spoil: appended('pages/guide/guide.js', "\nrequire('tccc-wx-sdk/nothing')"),
    says: /Couldn't resolve the Js file/,
  },
  {
    name: 'a copy in the main package beside the one of a subpackage',
    of: 'used in one subpackage',
    spoil: ({ folder, packed }) => cpSync(packed, join(folder, 'miniprogram_npm/tccc-wx-sdk'), { recursive: true }),
    says: /is in the main package/,
  },
  {
    name: 'ES2015 in the package',
    spoil: appended('packed/index.js', '\nconst newer = () => 1'),
    says: /not ES5: .*index\.js/,
  },
]
