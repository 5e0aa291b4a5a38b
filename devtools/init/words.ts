/** What `init` says. */
import type { Language } from 'tccc-wx-sdk/black-box'
import { diffOf } from './diff'
import type { Plan } from './plan'

const WORDS = {
  zh: {
    created: '新建',
    changed: '修改',
    nothing: (page: string) => `无需改动：${page} 已是通话页面。`,
    question: '写入这些文件吗？[y/N] ',
    unasked: '没有写入任何文件：这里没有终端可以询问。确认后请加上 --yes。',
    declined: '没有写入任何文件。',
    next: (page: string, centre: string) => [
      '已写入。接下来：',
      `  1. 在 ${centre} 中填写您的 sdkAppId 与 channelId；自建的呼叫中心另需在 app.js 中 configure({ host })`,
      '  2. npm install，然后在微信开发者工具中「工具 → 构建 npm」',
      `  3. 在您的页面中打开它：wx.navigateTo({ url: '/${page}' })`,
      '  4. npx tccc-wx-sdk check 指出还缺什么',
    ],
  },
  en: {
    created: 'created',
    changed: 'changed',
    nothing: (page: string) => `Nothing is to do: ${page} is a call page.`,
    question: 'Write these files? [y/N] ',
    unasked: 'Nothing was written: there is no terminal here to ask at. Add --yes when this is what you want.',
    declined: 'Nothing was written.',
    next: (page: string, centre: string) => [
      'Written. What comes next:',
      `  1. your sdkAppId and channelId in ${centre}; for a call centre of your own, configure({ host }) in app.js besides`,
      '  2. npm install, then 工具 → 构建 npm in the DevTools',
      `  3. open it from a page of yours: wx.navigateTo({ url: '/${page}' })`,
      '  4. npx tccc-wx-sdk check names what is missing',
    ],
  },
}

export const initWords = (language: Language) => WORDS[language]

/** Each file with what changes in it. */
export const shown = ({ changes }: Plan, language: Language): string =>
  changes
    .map(({ file, before, after }) => {
      const { created, changed } = WORDS[language]
      return `${before === null ? created : changed} ${file}\n${diffOf(before, after)}\n`
    })
    .join('\n')
