/** The inspector in Chinese, with two phones; a fault that is injected; and the inspector inside of the mini program. */
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page, WebSocketRoute } from 'playwright-core'
import { type Recording, readRecording, replay, toMarbles } from '../../devtools/black-box'
import { eventually } from './eventually'
import { runSpec, seenOn } from './inspecting'
import { openStage, Phone, SALES, type Stage, signIn } from './stage'

jest.setTimeout(120_000)

/** A lost line is given up soon, so that a fault ends a call. */
const IMPATIENT = { heartbeatMs: 1_000, windowMs: 3_000 }

describe('the inspector and two phones', () => {
  let stage: Stage
  let context: BrowserContext
  let inspector: Page
  let one: Phone
  let two: Phone
  const sockets: WebSocketRoute[] = []
  let isCut = false

  const cut = async () => {
    isCut = true
    await Promise.all(sockets.splice(0).map((socket) => socket.close({ code: 1001, reason: 'cut' })))
  }

  const scroller = () =>
    inspector.locator('.scroller').evaluate(({ scrollLeft, clientWidth, scrollWidth }) => ({
      left: scrollLeft,
      toEnd: scrollWidth - clientWidth - scrollLeft,
    }))

  const choose = (name: string) => inspector.locator('[data-do="phone"]', { hasText: name }).click()

  beforeAll(async () => {
    stage = await openStage({ config: IMPATIENT })
    const made = await stage.phone.page.context().browser()?.newContext()
    if (made === undefined) throw new Error('the browser is gone')
    context = made
    await context.routeWebSocket(/\/signalling$/, (socket) => {
      if (isCut) return void socket.close({ code: 1001, reason: 'cut' })
      socket.connectToServer()
      sockets.push(socket)
    })
    one = await Phone.open(context, stage.centre.url)
    await signIn(context, stage.centre)
    inspector = await context.newPage()
    await inspector.setViewportSize({ width: 1280, height: 900 })
    await inspector.goto(`${stage.centre.url}/inspector/?lang=zh`)
    await stage.seat.press('online')
    await one.call()
    await one.press(SALES)
    await stage.seat.press('answer')
    await one.sees('talking')
  })
  afterAll(() => stage.close())

  it('speaks Chinese', async () => {
    await inspector.locator('h1', { hasText: '通话观察器' }).waitFor()
    await inspector.locator('.in-words', { hasText: '进入通话' }).waitFor()
    await inspector.locator('[data-phase="talking"]', { hasText: '通话' }).waitFor()
    expect(await inspector.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    expect(await inspector.locator('[data-do="phone"]').count()).toBe(0)
  })

  it('lets the visitor choose among several phones, and stays with the chosen one', async () => {
    two = await Phone.open(context, stage.centre.url)
    await inspector.locator('[data-do="phone"]').nth(1).waitFor()
    expect((await seenOn(inspector)).phases).toContain('talking')
    await choose('手机 2')
    await eventually(async () => expect((await seenOn(inspector)).phases).toEqual(['idle']))
    await one.press('Mute')
    await two.call()
    await inspector.locator('[data-phase="ivr"]').waitFor()
    expect((await seenOn(inspector)).phases).not.toContain('talking')
    await choose('手机 1')
    await inspector.locator('[data-type="intent/mute"]').first().waitFor()
  })

  it('a phone that is closed leaves the choice', async () => {
    await two.page.close({ runBeforeUnload: true })
    await eventually(async () => expect(await inspector.locator('[data-do="phone"]').count()).toBe(0))
  })

  it('follows the call across a resize', async () => {
    await inspector.setViewportSize({ width: 480, height: 900 })
    await eventually(async () => expect((await scroller()).toEnd).toBeLessThan(2))
    await one.press('Mute')
    await inspector.locator('[data-type="intent/unmute"]').first().waitFor()
    await eventually(async () => expect((await scroller()).toEnd).toBeLessThan(2))
  })

  it('leaves a visitor who has scrolled back where he is, until he asks to follow', async () => {
    await inspector.locator('.scroller').evaluate((element) => (element.scrollLeft = 0))
    await eventually(async () => expect((await scroller()).left).toBe(0))
    await one.press('Mute')
    await inspector.locator('[data-type="intent/mute"]').nth(1).waitFor()
    expect((await scroller()).left).toBe(0)
    await inspector.locator('[data-do="follow"]').click()
    await eventually(async () => expect((await scroller()).toEnd).toBeLessThan(2))
  })

  it('a line that is cut for good ends the call; the recording replays to the same end, and its spec passes', async () => {
    await cut()
    await one.sees('ended')
    await inspector.locator('[data-phase="ended"]').waitFor()
    await inspector.locator('.in-words', { hasText: '与呼叫中心的连接无法恢复' }).waitFor()
    const [download] = await Promise.all([
      inspector.waitForEvent('download'),
      inspector.locator('[data-do="save"]').click(),
    ])
    const recording: Recording = readRecording(await readFile(await download.path(), 'utf8'))
    expect(replay(recording).at(-1)?.to).toMatchObject({
      phase: 'ended',
      end: { closeBy: 'admin', endStatus: 'clientTimeout', error: 'NETWORK_LOST' },
    })
    expect(runSpec(toMarbles(recording))).toContain('it ends: admin, clientTimeout')
  })
})

describe('the inspector of a mini program', () => {
  let stage: Stage
  let phone: Phone

  const screen = () => {
    const frame = phone.page.frames().find((own) => own.url().includes('screen.html'))
    if (frame === undefined) throw new Error('the phone has no screen')
    return frame
  }
  const part = (name: string) => screen().locator(`[class*="inspector--${name}"]`)

  beforeAll(async () => {
    stage = await openStage()
    ;({ phone } = stage)
    await phone.page.goto(`${stage.centre.url}/phone/?lang=en&raw-audio&inspector`)
    phone = await phone.reload()
    await stage.seat.press('online')
    await phone.call()
    await phone.press(SALES)
    await stage.seat.press('answer')
    await phone.sees('talking')
  })
  afterAll(() => stage.close())

  it('shows the phase on a badge, and the call above the page when it is tapped', async () => {
    expect(await part('badge').innerText()).toBe('T')
    await part('badge').click()
    await part('block').filter({ hasText: 'talking' }).waitFor()
    expect(await part('of-in').locator('[class*="--marble"]').allInnerTexts()).toEqual(
      expect.arrayContaining(['s', 'r', 'a']),
    )
  })

  it('shows the session of the marble that is tapped, and goes on with the call', async () => {
    await part('of-in').locator('[class*="--marble"]', { hasText: 'a' }).last().click()
    await part('what').filter({ hasText: 'call/accepted' }).waitFor()
    await part('fact').filter({ hasText: 'talking' }).first().waitFor()
    await stage.seat.press('hang-up')
    await part('block').filter({ hasText: 'ended' }).waitFor()
    expect(await part('badge').innerText()).toBe('E')
  })

  it('leaves nothing with its page', async () => {
    await phone.closePage()
    await eventually(async () => {
      expect(await phone.audit()).toEqual({ sockets: 0, timers: 0, listeners: 0, tracks: 0, connections: 0, sounds: 0 })
    })
  })
})
