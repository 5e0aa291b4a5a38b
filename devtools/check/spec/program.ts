/** A small mini program without a fault, for specs to put one in. */
import type { Files } from '../mini-program'

const PAGE = {
  'app.json': '{ "pages": ["pages/call/call"] }',
  'app.js': 'App({})',
  'package.json': '{ "dependencies": { "tccc-wx-sdk": "0.1.0" } }',
  'project.config.json': '{ "libVersion": "2.10.0", "setting": { "urlCheck": true } }',
  'pages/call/call.json': '{ "usingComponents": { "tccc-wx-sdk": "tccc-wx-sdk" } }',
  'pages/call/call.wxml': '<tccc-wx-sdk id="tcccSdk" bind:sessionEnded="ended" />\n<view bindtap="call">Call</view>',
  'pages/call/call.js': 'Page({\n  call() {},\n  ended({ detail: { closeBy } }) {},\n})',
}

/** `null` takes a file away. */
export const programWith = (changes: Readonly<Record<string, string | null>> = {}): Files => {
  const texts: Readonly<Record<string, string | null>> = { ...PAGE, ...changes }
  return new Map(Object.entries(texts).flatMap(([file, text]) => (text === null ? [] : [[file, text] as const])))
}
