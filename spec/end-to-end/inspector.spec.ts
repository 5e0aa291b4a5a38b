import { readFile } from 'node:fs/promises'
import type { Page, WebSocketRoute } from 'playwright-core'
import { type Recording, readRecording, replay, toMarbles } from '../../devtools/black-box'
import { eventually } from './eventually'
import { drop, runSpec, seenOn } from './inspecting'
import { openStage, Phone, SALES, type Stage, signIn } from './stage'

jest.setTimeout(120_000)

interface WithInspector {
  readonly inspector: { audit(): Readonly<Record<string, number>> }
}

describe('the inspector', () => {
  let stage: Stage
  let phone: Phone
  let inspector: Page
  const socketsOfPhone: WebSocketRoute[] = []
  let saved = ''

  const save = async (button: string): Promise<string> => {
    const [download] = await Promise.all([
      inspector.waitForEvent('download'),
      inspector.locator(`[data-do="${button}"]`).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }

  beforeAll(async () => {
    stage = await openStage()
    const context = await stage.phone.page.context().browser()?.newContext()
    if (context === undefined) throw new Error('the browser is gone')
    await context.routeWebSocket(/\/signalling$/, (socket) => {
      socket.connectToServer()
      socketsOfPhone.push(socket)
    })
    phone = await Phone.open(context, stage.centre.url)
    await signIn(context, stage.centre)
    inspector = await context.newPage()
    await inspector.setViewportSize({ width: 1280, height: 900 })
    await inspector.goto(`${stage.centre.url}/inspector/?lang=en`)
  })
  afterAll(() => stage.close())

  it('draws a call while it goes on: who asked, what was sent, what came, and the phases', async () => {
    const { seat } = stage
    await seat.press('online')
    await phone.call()
    await phone.press(SALES)
    await seat.press('answer')
    await phone.sees('talking')
    await eventually(async () => {
      const { phases, marbles } = await seenOn(inspector)
      expect(phases).toEqual(
        ['idle', 'dialling', 'ivr', 'waiting', 'ringing', 'talking'].filter((phase) => phases.includes(phase)),
      )
      expect(phases).toEqual(expect.arrayContaining(['dialling', 'ivr', 'ringing', 'talking']))
      expect(marbles).toEqual(
        expect.arrayContaining([
          'intents intent/startCall',
          'out call/start',
          'in call/started',
          'intents intent/sendDigits',
          'out call/digits',
          'in call/accepted',
          'line line/up',
          'pusher pusher/status',
          'player player/status',
        ]),
      )
    })
  })

  it('shows the session of the moment that is clicked, and follows again', async () => {
    await inspector.locator('[data-type="call/ringing"] circle').click()
    await inspector.locator('[data-fact="phase"]', { hasText: 'ringing' }).waitFor()
    await inspector.locator('[data-fact="seat"]', { hasText: 'Lin' }).waitFor()
    await inspector.keyboard.press('Escape')
    await inspector.locator('[data-fact="phase"]', { hasText: 'talking' }).waitFor()
  })

  it('goes back by keys, and shows the value of what is pointed at', async () => {
    await inspector.keyboard.press('Home')
    await inspector.locator('[data-fact="phase"]', { hasText: 'idle' }).waitFor()
    await inspector.locator('[data-type="call/start"] circle').hover()
    expect(await inspector.locator('.tooltip').innerText()).toContain('channelId')
    await inspector.keyboard.press('Escape')
  })

  it('shows a line that was cut and came back, and how the call ended', async () => {
    await Promise.all(socketsOfPhone.map((socket) => socket.close({ code: 1001, reason: 'cut' })))
    await inspector.locator('[data-type="line/lost"]').waitFor()
    await eventually(async () => {
      expect((await seenOn(inspector)).marbles.filter((marble) => marble === 'line line/up')).toHaveLength(2)
    })
    await phone.press('Hang up')
    await phone.sees('ended')
    await eventually(async () => {
      expect((await seenOn(inspector)).phases.at(-1)).toBe('ended')
      expect(await inspector.locator('.in-words').innerText()).toContain('customer hung up')
    })
  })

  it('saves a recording that looks the same when it is dropped again', async () => {
    saved = await save('save')
    const live = await seenOn(inspector)
    await drop(inspector, 'ticket.json', saved)
    await inspector.getByText('From ticket.json').waitFor()
    expect(await seenOn(inspector)).toEqual(live)
    await inspector.locator('[data-do="live"]').click()
    await inspector.getByText('From ticket.json').waitFor({ state: 'detached' })
  })

  it('the recording replays in Node to the same end, and its spec passes', async () => {
    const recording: Recording = readRecording(saved)
    const end = replay(recording).at(-1)?.to
    expect(end).toMatchObject({ phase: 'ended', end: { closeBy: 'client', endStatus: 'ok' } })
    expect(runSpec(toMarbles(recording))).toContain('it ends: client, ok')
    expect(await save('save-spec')).toBe(toMarbles(recording))
  })

  it.each([
    [1280, 900],
    [390, 844],
  ])('fits into %i x %i', async (width, height) => {
    await inspector.setViewportSize({ width, height })
    expect(await inspector.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  it.each([
    ['something else', '{"a":1}', 'This is no recording of a call'],
    ['a half', '{"format":"tccc-wx', 'This is no complete JSON'],
    ['one of a later version', '{"format":"tccc-wx-sdk/recording","version":99}', 'Use a newer tccc-wx-sdk'],
  ])('says what is wrong with %s, and shows what it showed', async (_, text, message) => {
    const before = await seenOn(inspector)
    await drop(inspector, 'bad.json', text)
    await inspector.getByRole('alert').filter({ hasText: message }).waitFor()
    expect(await seenOn(inspector)).toEqual(before)
  })

  it('holds no socket, and its phone holds nothing more for being watched', async () => {
    await phone.closePage()
    await eventually(async () => {
      expect(await phone.audit()).toEqual({ sockets: 0, timers: 0, listeners: 0, tracks: 0, connections: 0, sounds: 0 })
    })
    const { sockets } = await inspector.evaluate(() => (window as unknown as WithInspector).inspector.audit())
    expect(sockets).toBe(0)
  })
})
