/** @jest-environment jsdom */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { SESSION_ID } from '../component/centre'
import { type Block, blocksOf, root } from './markdown'
import { type PageOptions, showPage } from './page-on-screen'

type Screen = ReturnType<typeof showPage>

const answer = { token: 'token-1', userId: 'customer-1', expiresAt: Date.now() + 3_600_000 }

/** Runs a script, as WeChat does, and answers with what it registers. */
const optionsOf = (script: string, folder: string): PageOptions => {
  const registered: PageOptions[] = []
  const { outputText } = ts.transpileModule(script, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  const modules: Readonly<Record<string, () => object>> = {
    'tccc-wx-sdk/login': () => jest.requireActual('../../lib/entries/login'),
    'tccc-wx-sdk/rxjs': () => jest.requireActual('../../lib/entries/rxjs'),
    '../../config': () => ({ sdkAppId: '1400000000', channelId: folder }),
  }
  const parameters = {
    exports: {},
    require: (name: string) => modules[name]?.(),
    Page: (options: PageOptions) => registered.push(options),
  }
  const run = Reflect.construct(Function, [...Object.keys(parameters), outputText]) as (...given: unknown[]) => void
  run(...Object.values(parameters))
  const [options] = registered
  if (options === undefined) throw new Error('no page was registered')
  return options
}

/** Logs in and brings the line up. */
const signIn = async ({ phone, centre }: Screen): Promise<void> => {
  expect(phone.request().options.data).toMatchObject({ jsCode: 'one-use-code', sdkAppId: '1400000000' })
  phone.request().answer(200, answer)
  await jest.advanceTimersByTimeAsync(0)
  centre.welcomes()
}

const nth = (page: string, language: string, index: number): string => {
  const found: Block | undefined = blocksOf(page).filter((block) => block.language === language)[index]
  return found?.code ?? ''
}

const words = {
  'README.md': ['Calling…', 'Ming is there', 'The agent hung up', 'The call has ended'],
  'README.zh-CN.md': ['正在为您接入', 'Ming 为您服务', '对方已挂断', '通话已结束'],
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] })
})

describe.each(Object.entries(words))('the pages of %s', (page, [connected, accepted, endedBySeat, endedBySystem]) => {
  it('the ten lines log in, call and show the phase', async () => {
    const screen = showPage(nth(page, 'html', 0), () => optionsOf(nth(page, 'js', 0), ''))
    await signIn(screen)
    expect(screen.text()).toContain('idle')
    screen.does('call')
    screen.centre.takesTo('talking')
    expect(screen.text()).toContain('talking')
    expect(screen.centre.heard()).toMatchObject([{ type: 'call/start', channelId: 'direct' }])
    screen.leave()
    expect(screen.phone.openSockets()).toBe(0)
  })

  it('the ten lines say what went wrong', async () => {
    const screen = showPage(nth(page, 'html', 0), () => optionsOf(nth(page, 'js', 0), ''))
    screen.phone.request().answer(400, { code: 'JS_CODE_INVALID', message: 'used' })
    await jest.advanceTimersByTimeAsync(0)
    screen.does('call')
    await jest.advanceTimersByTimeAsync(0)
    expect(screen.toasts).toEqual(['登录已失效，请重试', '请先登录'])
    screen.leave()
  })

  it('the whole page goes through a call and tells it', async () => {
    const screen = showPage(nth(page, 'html', 1), () => optionsOf(nth(page, 'js', 2), ''))
    await jest.advanceTimersByTimeAsync(0)
    await signIn(screen)
    for (const closeBy of ['seat', 'admin'] as const) {
      screen.does('startCall')
      screen.centre.takesTo('talking')
      screen.does('mute')
      expect(screen.data()['soundMode']).toBe('speaker')
      screen.does('switchSound')
      expect(screen.data()['soundMode']).toBe('ear')
      screen.centre.ends(closeBy)
    }
    const told = [connected, accepted]
    expect(screen.toasts).toEqual([...told, endedBySeat, ...told, endedBySystem])
    screen.does('switchSound')
    expect(screen.data()['soundMode']).toBe('speaker')
    screen.does('onUnload')
    screen.leave()
  })
})

describe('the guide’s sample', () => {
  const folder = join(root, 'examples/mini-program/pages/guide')
  const file = (name: string) => readFileSync(join(folder, name), 'utf8')

  it('does what the guide says', async () => {
    const screen = showPage(file('guide.wxml'), () => optionsOf(file('guide.js'), 'entry'))
    await jest.advanceTimersByTimeAsync(0)
    await signIn(screen)
    screen.does('startCall')
    screen.centre.takesTo('talking')
    screen.does('mute')
    screen.does('unmute')
    screen.does('switchSoundMode')
    expect(screen.data()['soundMode']).toBe('ear')
    screen.centre.ends('seat')
    expect(screen.toasts).toEqual(['通话开始', '对方已接听', '通话结束，对方已挂断'])
    screen.does('startCall')
    screen.centre.takesTo('waiting')
    screen.does('endCall')
    expect(screen.centre.heard().slice(-1)).toMatchObject([{ type: 'call/hangUp', sessionId: SESSION_ID }])
    screen.leave()
  })
})
