/** What each feature that a mini program uses needs outside of its files: in WeChat's console, or of the call centre. */
import type { Bilingual } from '../dictionaries/entry'
import { tagsFor } from './check-part'
import type { MiniProgram } from './mini-program'

export type Feature = 'panel' | 'video' | 'media' | 'text' | 'rating' | 'waiting' | 'report'

const NEEDS: Readonly<Record<Feature, Bilingual>> = {
  panel: {
    en: 'panel: base library 2.12.0 for the question before a page is left, under 设置 > 基本设置 > 基础库最低版本设置.',
    zh: 'panel：离开页面前的询问需要基础库 2.12.0，见「设置 > 基本设置 > 基础库最低版本设置」。',
  },
  video: {
    en: 'video: 用户隐私保护指引 names the camera (摄像头): a video call opens it.',
    zh: 'video：「用户隐私保护指引」已声明摄像头：视频通话会打开它。',
  },
  media: {
    en: 'media: a page decides it as it runs, as in media="{{media}}", and no file says whether it ever is video. If it is: 用户隐私保护指引 names the camera (摄像头).',
    zh: 'media：由页面运行时决定，如 media="{{media}}"，任何文件都看不出它会不会是 video。如果会：「用户隐私保护指引」已声明摄像头。',
  },
  text: {
    en: 'text: a call centre that knows texts; textInRecord of its configuration says whether the record holds them.',
    zh: 'text：呼叫中心支持文字；其配置 textInRecord 决定文字是否写入通话记录。',
  },
  rating: {
    en: 'rating: rating of the configuration of the call centre, with the question and its scale.',
    zh: 'rating：呼叫中心配置中的 rating，写明问题与等级。',
  },
  waiting: {
    en: 'waiting: under 功能 > 订阅消息 a template for "your turn", and one for the reminder where you want it; their ids and the page that they open in messages, and waiting, of the configuration of the call centre.',
    zh: 'waiting：在「功能 > 订阅消息」中选用「轮到您了」的模板，需要提醒时再选一个；在呼叫中心配置的 messages 中填写模板 id 与打开的页面，并配置 waiting。',
  },
  report: {
    en: 'report: recordings of the configuration of the call centre; and 用户隐私保护指引 says that the customer sends what the phone has recorded of a call.',
    zh: 'report：呼叫中心配置中的 recordings；「用户隐私保护指引」写明客户会发送手机对通话的录制。',
  },
}

/** Entries of the package that a script imports. */
const IMPORT = /['"]tccc-wx-sdk\/(text|rating|waiting|report)['"]/g

const scriptsOf = ({ files, root }: MiniProgram): readonly string[] =>
  [...files]
    .filter(([file]) => file.startsWith(root) && /\.[jt]s$/.test(file) && !file.includes('miniprogram_npm/'))
    .map(([, text]) => text)

const uses = ({ parts }: MiniProgram, component: string): boolean =>
  parts.some((part) => [...part.uses.values()].some((to) => to.endsWith(`tccc-wx-sdk/${component}`)))

/** What the panels of the pages say of their `media`. */
const mediaOfPanels = (program: MiniProgram): readonly string[] =>
  program.parts
    .flatMap((part) => tagsFor(program, part, 'panel'))
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'media').map(({ value }) => value))

const featuresOf = (program: MiniProgram): readonly Feature[] => {
  const scripts = scriptsOf(program)
  const panel = uses(program, 'panel')
  const imported = new Set(scripts.flatMap((text) => [...text.matchAll(IMPORT)].map(([, entry]) => entry)))
  const media = mediaOfPanels(program)
  const video = uses(program, 'pusher') || uses(program, 'player') || media.includes('video')
  const all: Readonly<Record<Feature, boolean>> = {
    panel,
    video,
    media: !video && media.some((value) => value.includes('{{')),
    // The panel has the text beside the voice.
    text: panel || imported.has('text'),
    rating: imported.has('rating') || uses(program, 'rating-card'),
    waiting: imported.has('waiting') || uses(program, 'waiting-card'),
    report: imported.has('report'),
  }
  return (Object.keys(NEEDS) as Feature[]).filter((feature) => all[feature])
}

export interface Need {
  readonly feature: Feature
  readonly words: Bilingual
}

export const needsOf = (program: MiniProgram): readonly Need[] =>
  featuresOf(program).map((feature) => ({ feature, words: NEEDS[feature] }))
