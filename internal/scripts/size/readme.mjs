/** The table of weights in README.md and README.zh-CN.md, between two comments. */
import { readFileSync, writeFileSync } from 'node:fs'

const BEGIN = '<!-- weights: written by npm run size -- --write -->'
const END = '<!-- end of weights -->'

const PAGES = {
  'README.md': {
    head: '| ES5, with all that it loads, RxJS inside | min | gzip |',
    names: {
      call: 'a whole audio call: the component and a log-in',
      'login/index.js': '`tccc-wx-sdk/login`, which shares its file with the call',
      'policies/index.js': '`tccc-wx-sdk/policies`, on top of it',
      'rxjs/index.js': '`tccc-wx-sdk/rxjs`, on top of it',
      modern: 'the same call for a modern bundler (ES2018)',
    },
  },
  'README.zh-CN.md': {
    head: '| ES5，含它加载的一切与 RxJS | 压缩后 | gzip |',
    names: {
      call: '一次完整的语音通话：组件与登录',
      'login/index.js': '`tccc-wx-sdk/login`，与通话共用一个文件',
      'policies/index.js': '`tccc-wx-sdk/policies`，另加',
      'rxjs/index.js': '`tccc-wx-sdk/rxjs`，另加',
      modern: '同样的通话，用现代打包工具（ES2018）',
    },
  },
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

const tableOf = ({ head, names }, weights) =>
  [
    head,
    '|---|---|---|',
    ...Object.entries(names).map(([key, name]) => `| ${name} | ${kB(weights[key].min)} | ${kB(weights[key].gz)} |`),
  ].join('\n')

const around = (text, page) => {
  const [before, rest] = text.split(BEGIN)
  const [table, after] = (rest ?? '').split(END)
  if (after === undefined) throw new Error(`${page} has no place for the weights: ${BEGIN} … ${END}`)
  return { before, table, after }
}

export const writeReadmes = (weights) => {
  for (const [page, words] of Object.entries(PAGES)) {
    const { before, after } = around(readFileSync(page, 'utf8'), page)
    writeFileSync(page, `${before}${BEGIN}\n\n${tableOf(words, weights)}\n\n${END}${after}`)
  }
}

/** Other compilers and other gzips differ by some bytes; nobody is told a wrong figure below this. */
const TOLERANCE_KB = 0.5

const figures = (table) => [...table.matchAll(/([\d.]+) kB/g)].map(([, figure]) => Number(figure))

/** What the pages say that is not so. */
export const readmeFaults = (weights) =>
  Object.entries(PAGES).flatMap(([page, words]) => {
    const told = figures(around(readFileSync(page, 'utf8'), page).table)
    const true_ = figures(tableOf(words, weights))
    const isRight = told.length === true_.length && told.every((kB, at) => Math.abs(kB - true_[at]) <= TOLERANCE_KB)
    return isRight ? [] : [`${page} tells other weights: run npm run size -- --write`]
  })
