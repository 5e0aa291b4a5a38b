/** What the check has to refuse: one mini program each, spoilt after packing. */
import { appendFileSync, rmSync } from 'node:fs'
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
    name: 'ES2015 in the package',
    spoil: appended('packed/index.js', '\nconst newer = () => 1'),
    says: /not ES5: .*index\.js/,
  },
]
