import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { addressOf, inChinese, read, targetOf } from '../addresses.mjs'

/** The table of contents is the sidebar, chapter by chapter: a page that is missing there is missing in both. */
const sidebarFrom = (contents, place) =>
  read(contents)
    .split(/^## /m)
    .slice(1)
    .map((chapter) => ({
      text: chapter.split('\n')[0],
      items: [...chapter.matchAll(/\[([^\]]+)\]\(([^)#]+\.md)\)/g)].map(([, text, link]) => ({
        text,
        link: place(addressOf(targetOf(contents, link))),
      })),
    }))

const themeIn = (contents, api, words, place = (address) => address) => ({
  ...words,
  sidebar: [...sidebarFrom(contents, place), { text: api, link: place('/reference/entries') }],
})

const CHINESE = {
  outline: { level: [2, 3], label: '本页内容' },
  docFooter: { prev: '上一页', next: '下一页' },
  sidebarMenuLabel: '目录',
  returnToTopLabel: '回到顶部',
  langMenuLabel: '语言',
  darkModeSwitchLabel: '外观',
  lightModeSwitchTitle: '浅色',
  darkModeSwitchTitle: '深色',
}

/** Chinese has no blanks between its words. Runs in the visitor's browser, too. */
const tokenize = (text) => {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  return [...words].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

export default defineConfig({
  title: 'tccc-wx-sdk',
  srcDir: '.pages',
  outDir: '../../.build/site',
  cacheDir: '../../.build/site-cache',
  lastUpdated: false,
  // Links name a heading as GitHub does, where most people read these pages.
  markdown: { anchor: { slugify: slug } },
  // Each page of the API is one chunk, and the longest is long.
  vite: { build: { chunkSizeWarningLimit: 2_000 } },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: { zh: { translations: { button: { buttonText: '搜索' }, modal: { noResultsText: '没有结果：' } } } },
      },
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: themeIn('docs/README.md', 'API', { outline: { level: [2, 3] } }),
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      themeConfig: themeIn('docs/README.zh-CN.md', 'API（英文）', CHINESE, inChinese),
    },
  },
})
