/**
 * `npm run screenshots:panel`: the page that is ready and the bar in every state, in both languages, light and dark, 320 and 430 px wide, into
 * `.build/screenshots/panel`, each asked by axe, on the phone of the browser.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { source } from 'axe-core'
import type { Page } from 'playwright-core'
import { checkConfig } from '../../../call-centre/server/config/read-config'
import { createCallCentre } from '../../../call-centre/server/create-call-centre'
import { SEEN_FIRST, type Seen, viewOf } from '../../../component/panel/view'
import { panelWords } from '../../../component/panel/words'
import { NOTHING_PICKED, type Picked, ratingView } from '../../../component/rating-card/view'
import { ratingWords } from '../../../component/rating-card/words'
import { waitingView } from '../../../component/waiting-card/view'
import { waitingWords } from '../../../component/waiting-card/words'
import { buildPhone } from '../../../devtools/phone/build'
import { setLocale, type Session } from '../../../lib/entries/index'
import type { RatingQuestion } from '../../../lib/entries/rating'
import type { WaitingOffer } from '../../../lib/entries/waiting'
import { after, BEFORE, EVENTS, sessionIn } from '../../call/sessions'
import { BAR_PROGRAM, barStates } from './bar-states'
import { fit, photograph } from './photograph'
import { CONFIG } from '../config'
import { launch, STATIC_ROOTS } from '../stage'

const OUT = join('.build', 'screenshots', 'panel')

/** The page hands out its panel and cards, so that they can be shown what they would read off a session. */
const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["page", "other"], "window": { "navigationBarTitleText": "客服通话" } }',
  'app.js': 'App({})',
  ...BAR_PROGRAM,
  'page.json': `{
    "usingComponents": {
      "call-panel": "tccc-wx-sdk/panel",
      "rating-card": "tccc-wx-sdk/rating-card",
      "waiting-card": "tccc-wx-sdk/waiting-card"
    }
  }`,
  'page.wxml': `<call-panel id="panel" channelId="service">
    <waiting-card id="waiting" slot="cards" />
    <rating-card id="rating" slot="cards" />
  </call-panel>`,
  'page.js': `Page({
    onReady() {
      globalThis.shown = ['panel', 'waiting', 'rating'].map((id) => this.selectComponent('#' + id))
    },
  })`,
}

const talking = sessionIn('talking')
const menu: Session = after(sessionIn('ivr'), {
  ...EVENTS['call/ivr'],
  prompt: '欢迎致电。Welcome, please choose what it is about.',
  keys: [
    { key: '1', label: '售前咨询 Sales' },
    { key: '2', label: '售后服务 Support and repairs of all that was bought here' },
    { key: '0', label: '人工坐席 An agent' },
  ],
})
const able = after(talking, { type: 'line/up', resumed: true, can: ['text'] })
const texts: Seen['texts'] = [
  { id: 'a', by: 'seat', name: 'Lin', text: '请问订单号是多少？Which order is it?', at: 0, seen: 'read' },
  { id: 'b', by: 'customer', text: 'A-1029', at: 0, seen: 'delivered' },
]
const gap = { code: 'MICROPHONE_REFUSED', message: '', remedy: '', action: 'openSetting' } as const

/** A call with pictures: both sides show theirs. */
const seen = (session: Session): Session =>
  ({ ...session, media: 'video', camera: { desired: 'on', actual: 'on', state: 'applied' } }) as Session
const video = seen(talking)
const videoAble = seen(able)

const queued = after(sessionIn('waiting'), { ...EVENTS['call/queued'], estimatedWaitMs: 170_000 })
const offered: WaitingOffer = { state: 'offered', backWithinMs: 300_000, refused: false }
const question: RatingQuestion = { ...CONFIG.rating, scale: 5, answer: null }

const PICKED: Picked = { score: 4, tags: ['kind'] }

interface State extends Partial<Seen> {
  readonly session: Session
  readonly offer?: WaitingOffer
  readonly question?: RatingQuestion
  readonly picked?: Picked
  /** Of the letters. Default: 1. */
  readonly scale?: number
}

const STATES: Readonly<Record<string, State>> = {
  idle: { session: sessionIn('idle') },
  gate: { session: sessionIn('idle'), failed: gap.code },
  dialling: { session: sessionIn('dialling') },
  menu: { session: menu },
  waiting: { session: queued },
  offered: { session: queued, offer: offered },
  'offered-large': { session: queued, offer: offered, scale: 1.6 },
  'offer-refused': { session: queued, offer: { ...offered, refused: true } },
  'offer-leaving': { session: queued, offer: { ...offered, state: 'leaving' } },
  'place-kept': { session: sessionIn('ended'), offer: { ...offered, state: 'kept' } },
  'place-gone': { session: queued, offer: { state: 'gone' } },
  'waiting-no-estimate': { session: sessionIn('waiting') },
  ringing: { session: sessionIn('ringing') },
  talking: { session: able, volume: 60, texts: [{ id: 'a', by: 'seat', text: '', at: 0, seen: 'delivered' }] },
  muted: { session: after(talking, EVENTS['intent/mute']) },
  held: { session: after(talking, EVENTS['call/held']) },
  reconnecting: { session: after(talking, EVENTS['line/lost']) },
  interrupted: { session: after(talking, EVENTS['audio/interrupted']) },
  weak: { session: after(talking, EVENTS['quality/advised']) },
  keys: { session: talking, sheet: 'keys', digits: '1029#' },
  texts: { session: able, sheet: 'texts', texts },
  'talking-large': { session: able, scale: 1.6 },
  'keys-large': { session: talking, sheet: 'keys', digits: '1029#', scale: 1.6 },
  'texts-large': { session: able, sheet: 'texts', texts, scale: 1.6 },
  'texts-reconnecting': { session: after(able, EVENTS['line/lost']), sheet: 'texts', texts },
  'video-dialling': { session: seen(sessionIn('dialling')) },
  'video-menu': { session: seen(menu) },
  'video-waiting': { session: seen(queued) },
  'video-ringing': { session: seen(sessionIn('ringing')) },
  video: { session: videoAble, volume: 60 },
  'video-swapped': { session: video, swapped: true },
  'video-camera-off': { session: after(video, EVENTS['intent/setCamera']) },
  'video-muted-and-held': { session: after(video, EVENTS['intent/mute'], EVENTS['call/held']) },
  'video-weak': { session: after(video, EVENTS['quality/advised']) },
  'video-keys': { session: video, sheet: 'keys', digits: '1029#' },
  'video-texts': { session: videoAble, sheet: 'texts', texts },
  'video-large': { session: videoAble, volume: 60, scale: 1.6 },
  'video-ended': { session: seen(sessionIn('ended')) },
  ended: { session: sessionIn('ended') },
  rating: { session: sessionIn('ended'), question },
  'rating-of-ten': { session: sessionIn('ended'), question: { ...question, scale: 10 } },
  'rating-picked': { session: sessionIn('ended'), question, picked: PICKED },
  'rating-large': { session: sessionIn('ended'), question, picked: PICKED, scale: 1.6 },
  'rating-sent': { session: sessionIn('ended'), question: { ...question, answer: { score: 4 } }, picked: PICKED },
}

const viewsOf = ({
  offer,
  question: asked,
  picked = NOTHING_PICKED,
  scale = 1,
  ...state
}: State): readonly object[] => {
  return [
    { ...viewOf({ ...SEEN_FIRST, ...state }, BEFORE + 754_000, panelWords()), scale },
    waitingView(offer ?? null, state.session.phase, waitingWords()),
    ratingView(asked ?? null, picked, ratingWords()),
  ]
}

/** What is set in each state, in the language of the app; by the page that it is set on. */
const SHEETS: Readonly<Record<string, () => Readonly<Record<string, readonly object[]>>>> = {
  page: () => Object.fromEntries(Object.entries(STATES).map(([name, state]) => [name, viewsOf(state)])),
  other: barStates,
}

const show = (page: Page, views: readonly object[]): Promise<void> =>
  page.evaluate((all) => {
    const { shown } = globalThis as unknown as { readonly shown: readonly { setData(data: object): void }[] }
    all.forEach((data, index) => shown[index]?.setData(data))
  }, views)

/** Every picture of one page in one language; answers with how much axe finds. */
const picture = async (page: Page, states: Readonly<Record<string, readonly object[]>>, language: string) => {
  let wrong = 0
  for (const [name, views] of Object.entries(states)) {
    for (const width of [320, 430]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await fit(page, { width, height: width === 320 ? 568 : 932, colorScheme })
        await show(page, views)
        wrong += await photograph(page, OUT, `${name}-${language}-${width}-${colorScheme}.png`)
      }
    }
  }
  return wrong
}

const main = async (): Promise<void> => {
  const street = mkdtempSync(join(tmpdir(), 'tccc-panel-'))
  const [programFolder, outFolder] = [join(street, 'program'), join(street, 'phone')]
  await Promise.all([mkdir(programFolder, { recursive: true }), mkdir(OUT, { recursive: true })])
  await Promise.all(Object.entries(PROGRAM).map(([file, text]) => writeFile(join(programFolder, file), text)))
  await buildPhone({ programFolder, outFolder })
  const centre = await createCallCentre(checkConfig(CONFIG), { staticRoots: { ...STATIC_ROOTS, '/phone/': outFolder } })
  const browser = await launch()
  const page = await browser.newPage()
  let wrong = 0
  for (const language of ['en', 'zh'] as const) {
    setLocale(language)
    for (const [path, states] of Object.entries(SHEETS)) {
      await page.goto(`${centre.url}/phone/screen.html?lang=${language}&page=${path}`)
      await page.waitForFunction(() => 'shown' in globalThis)
      // The page around the phone says it of both.
      await page.evaluate((of) => {
        document.documentElement.lang = of
      }, language)
      await page.evaluate(source)
      wrong += await picture(page, states(), language)
    }
  }
  await browser.close()
  await centre.close({ spreadMs: 0 })
  rmSync(street, { recursive: true, force: true })
  console.log(wrong === 0 ? 'axe finds nothing' : `${wrong} findings`)
  process.exitCode = wrong === 0 ? 0 : 1
}

void main()
