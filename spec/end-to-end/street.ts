/** A call centre that calls customers by WeChat's stub, its seat and its board, and customers who are sockets alone. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { customerWireWith, logIn, startFrame, type Wire } from '../../call-centre/spec/wire'
import { createWeChatStub, type WeChatStub } from '../../call-centre/stubs/wechat/wechat-stub'
import { CONFIG } from './config'
import { launch, type Phone, Seat, STATIC_ROOTS, voicePath } from './stage'

interface StreetOptions {
  /** What the message opens that says whose turn it is. */
  readonly page: string
  /** The phone with another mini program than the sample. */
  readonly phoneFolder?: string
}

export const TURN = 'TURN'

const appId = 'wx4f4bc4dec97d474b'
const secret = 'the-secret'

const configOf = (apiUrl: string, page: string) => {
  const data = { thing1: '{channel}', time2: '{time}', thing3: '轮到您了，请在 {minutes} 分钟内回来' }
  return checkConfig({
    ...CONFIG,
    // The other customers are sockets without a heart.
    ...{ heartbeatMs: 60_000, expectedTalkMs: 90_000, textInRecord: true },
    ...{ waiting: { offerAboveMs: 120_000 }, messages: { turn: { templateId: TURN, page, data } } },
    ...{ wechat: { appId, apiUrl }, rating: { ...CONFIG.rating, shortestTalkMs: 0 } },
  })
}

export interface Street {
  readonly wechat: WeChatStub
  readonly centre: CallCentre
  readonly seat: Seat
  readonly board: Page
  /** A phone's browser, of a customer of its own. */
  readonly pocket: () => Promise<BrowserContext>
  /** Somebody else calls, in no browser. */
  readonly caller: (name: string) => Promise<Wire>
  readonly close: () => Promise<void>
}

const openBoard = async (desk: BrowserContext, { url }: CallCentre): Promise<Page> => {
  const board = await desk.newPage()
  await board.goto(`${url}/operator/?lang=en`)
  return board
}

export const openStreet = async ({ page, phoneFolder }: StreetOptions): Promise<Street> => {
  const ownerOf = (code: string) => /^([a-z]+)-/.exec(code)?.[1]
  const wechat = await createWeChatStub({ appId, secret, ownerOf, templates: [TURN] })
  const staticRoots = { ...STATIC_ROOTS, ...(phoneFolder === undefined ? {} : { '/phone/': phoneFolder }) }
  const secrets = (name: string) => (name === 'TCCC_WECHAT_SECRET' ? secret : undefined)
  const centre = await createCallCentre(configOf(wechat.apiUrl, page), { staticRoots, secrets })
  const customers: Browser = await launch(voicePath('customer'))
  const agents: Browser = await launch(voicePath('seat'))
  const desk = await agents.newContext({ viewport: { width: 1280, height: 900 } })
  const seat = await Seat.open(desk, centre)
  return {
    ...{ wechat, centre, seat, board: await openBoard(desk, centre) },
    pocket: () => customers.newContext({ viewport: { width: 390, height: 844 } }),
    caller: async (name) => {
      const { body } = await logIn(centre, { sdkAppId: '1400000000', jsCode: wechat.code(name) })
      const wire = customerWireWith(centre, body.token)
      wire.say({ ...startFrame, callId: name, n: 1 })
      return wire
    },
    close: async () => {
      await customers.close()
      await agents.close()
      await centre.close({ spreadMs: 0 })
      await wechat.close()
    },
  }
}

/** A caller of the street hangs up. */
export const hangUp = (wire: Wire, name: string): void => {
  wire.say({ type: 'call/hangUp', callId: name, closeBy: 'client', endStatus: 'ok', n: 2 })
}

export const screenOf = ({ page }: Phone) => page.frameLocator('iframe')

export const shows = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector, { hasText: text }).first().waitFor({ timeout: 10_000 })
