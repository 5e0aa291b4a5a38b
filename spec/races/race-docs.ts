/** The table of races as a page of the docs: docs/policies/races.md and docs/policies/races.zh-CN.md. */
import { LETTERS } from './letters'
import { type Language, ORDERS, orderOf, pairOf, type Race } from './race'
import { RACES } from './race-table'
import { consultIntro, consultPairs, consultTitle } from './consult-race-docs'
import { seatIntro, seatPairs, seatTitle } from './seat-race-docs'

const DRAWN = 'aAbove'

const page = {
  en: {
    title: 'Who wins: races',
    other: '[简体中文](races.zh-CN.md)',
    written: 'This page is written from the data of `spec/races/` by `npm run docs:races`; `npm test` compares them.',
    intro: [
      'Two things happen at nearly the same time. Each pair has one declared outcome, and four specs: either order, and the',
      'same frame both ways. Each spec asserts what the customer sees, what is sent to the call centre, and what the page is',
      'told. One scene of each is drawn below: time runs to the right, a sign is a millisecond, and what stands in one pair of',
      'brackets happens in one frame. In one frame the upper line goes first; what stands below a policy lets its timer fire',
      'first. ` 1s ` is a pause.',
    ],
    letters: 'The letters',
    kit: 'The lines `user`, `seat`, `line`, `phone`, `sees` and `sends` have the letters of the [marble kit](testing.md#lines-and-letters).',
    scenes: 'The scenes',
    count: (pairs: number, scenes: number) => `${String(pairs)} pairs, ${String(scenes)} scenes.`,
    space: '\n',
    line: 'line',
    meaning: 'meaning',
    pair: 'pair',
    outcome: 'outcome',
  },
  zh: {
    title: '谁赢：竞态',
    other: '[English](races.md)',
    written: '本页由 `npm run docs:races` 根据 `spec/races/` 的数据生成；`npm test` 会比对二者。',
    intro: [
      '两件事几乎同时发生。每一对都有唯一声明的结果，并有四个测试：两种先后次序，以及同一帧内的两种次序。',
      '每个测试都断言客户看到什么、向呼叫中心发送什么、页面收到什么事件。下面为每一对画出一个场景：',
      '时间向右，一个字符为一毫秒，同一括号内的事件发生在同一帧。同一帧内上面的线先发生；',
      '位于策略之下的线，让策略的定时器先触发。` 1s ` 表示停顿。',
    ],
    letters: '字母',
    kit: '`user`、`seat`、`line`、`phone`、`sees`、`sends` 各线的字母见[测试工具](testing.zh-CN.md#线与字母)。',
    scenes: '场景',
    count: (pairs: number, scenes: number) => `共 ${String(pairs)} 对，${String(scenes)} 个场景。`,
    // Markdown makes a blank of the end of a line, and Chinese has none between its words.
    space: '',
    line: '线',
    meaning: '含义',
    pair: '竞态',
    outcome: '结果',
  },
} as const

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows.map((cells) => row(...cells)),
]

/** The winner is named in English only, as in the specs; a page in another language has the outcome. */
const picture = (scene: string, language: Language): string => {
  const lines = scene.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && (language === 'en' || !line.startsWith('wins '))).join('\n')
}

const section = (race: Race, language: Language): string =>
  [
    `### ${pairOf(race, language)}`,
    race.outcome[language],
    `${orderOf(race, DRAWN, language)}${language === 'en' ? ':' : '：'}`,
    ['```', picture(race.scenes[DRAWN], language), '```'].join('\n'),
  ].join('\n\n')

export const raceDocs = (language: Language): string => {
  const words = page[language]
  const pairs = RACES.map((race) => [pairOf(race, language), race.outcome[language]])
  const letters = LETTERS.map(([name, meaning]) => [`\`${name}\``, meaning[language]])
  return `${[
    `# ${words.title}`,
    words.other,
    words.intro.join(words.space),
    words.count(RACES.length, RACES.length * ORDERS.length),
    words.written,
    table([words.pair, words.outcome], pairs).join('\n'),
    `## ${words.letters}`,
    words.kit,
    table([words.line, words.meaning], letters).join('\n'),
    `## ${words.scenes}`,
    ...RACES.map((race) => section(race, language)),
    `## ${seatTitle(language)}`,
    seatIntro(language),
    table([words.pair, words.outcome], seatPairs(language)).join('\n'),
    `## ${consultTitle(language)}`,
    consultIntro(language),
    table([words.pair, words.outcome], consultPairs(language)).join('\n'),
  ].join('\n\n')}\n`
}
