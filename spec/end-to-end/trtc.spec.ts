/** The vendor's real web SDK at the desk, as far as it comes without its network: up to its first request. */
import { readdirSync } from 'node:fs'
import type { JSHandle, Page } from 'playwright-core'
import { EVENT } from '../../call-centre/desk/spec/fake-trtc'
import type { TrtcSdk as Sdk } from '../../call-centre/media/trtc/browser/trtc-sdk'
import { eventually } from './eventually'
import { openStage, SALES, STATIC_ROOTS, type Stage } from './stage'

jest.setTimeout(90_000)

const SDK =
  readdirSync(STATIC_ROOTS['/workstation/']).find((file) => /^trtc-.*\.js$/.test(file)) ?? 'no SDK in the build'

/** Where the page went, and what its policy or the SDK complained of. Nothing leaves this machine. */
const watch = async (page: Page) => {
  const asked: string[] = []
  const said: string[] = []
  const isOwn = (url: URL): boolean => url.hostname === '127.0.0.1'
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  await page.route(
    (url) => !isOwn(url),
    (route) => route.abort('connectionrefused'),
  )
  await page.routeWebSocket(
    (url) => !isOwn(url),
    (socket) => {
      asked.push(socket.url())
      void socket.close()
    },
  )
  const away = () => asked.filter((url) => /^(https?|wss?):/.test(url) && !isOwn(new URL(url)))
  return { asked, said, away }
}

describe('at a desk of the plane trtc', () => {
  let stage: Stage
  let seen: Awaited<ReturnType<typeof watch>>

  beforeAll(async () => {
    const webrtc = { iceServers: [], turnKeyLifeMs: 60_000, relayOnly: false }
    const media = { plane: 'trtc', webrtc, trtc: { keyLifeMs: 60_000, region: 'ap-guangzhou' } } as const
    const secrets = (name: string) => (name === 'TCCC_TRTC_SECRET_KEY' ? 'a key of nobody' : undefined)
    stage = await openStage({ config: { media }, secrets })
    seen = await watch(stage.seat.page)
  })

  afterAll(() => stage.close())

  it('the SDK is not loaded before a call needs it, takes the room, and asks its own hosts alone', async () => {
    const { phone, seat } = stage
    expect(seen.asked.filter((url) => url.endsWith(SDK))).toEqual([])
    await phone.call()
    await phone.press(SALES)
    await seat.sees('ringing')
    await seat.press('answer')
    await seat.sees('talking')
    await eventually(async () => {
      await Promise.resolve()
      expect(seen.away()).not.toEqual([])
    }, 20_000)
    expect(seen.asked.filter((url) => url.endsWith(SDK))).toHaveLength(1)
    const vendor =
      /^(yun\.tim\.qq\.com|.*\.(rtc\.qcloud\.com|rtc\.qq\.com|cloud-rtc\.com|my-imcloud\.com|cloud-rtc\.net|rtc-web\.(com|io)))$/
    for (const url of seen.away()) expect(new URL(url).hostname).toMatch(vendor)
    expect(seen.said.filter((text) => text.includes('Content Security Policy'))).toEqual([])
    expect(seen.said.join('\n')).not.toMatch(/INVALID_PARAMETER|a key of nobody/)
  })

  it('the SDK names its events as the fake of the specs does, and refuses what is no room', async () => {
    const { page } = stage.seat
    // As a text: the compiler of the specs would make a `require` of it.
    const sdk: JSHandle = await page.evaluateHandle(`import('/workstation/${SDK}').then((file) => file.default)`)
    const said = await page.evaluate(async (loaded: Sdk) => {
      const code = async (strRoomId: string, userId: string) => {
        const client = loaded.create()
        const room = { sdkAppId: 1_400_000_000, strRoomId, userId, userSig: 'sig' }
        const refused = await client.enterRoom(room).then(
          () => 0,
          (error: unknown) => (error as { readonly code: number }).code,
        )
        client.destroy()
        return refused
      }
      return { events: { ...loaded.EVENT }, codes: [await code('', 'u'), await code('客服', 'u'), await code('r', '')] }
    }, sdk)
    expect(said.events).toMatchObject(EVENT)
    expect(said.codes).toEqual([5000, 5000, 5000])
  })

  it('the agent leaves, and microphone and page are free', async () => {
    await stage.seat.press('hang-up')
    await stage.seat.sees('ended')
    await eventually(async () => {
      expect(await stage.seat.audit()).toMatchObject({ liveTracks: 0, connections: 0 })
    })
  })
})
