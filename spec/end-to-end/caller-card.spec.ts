/** A customer who has given nickname and number at WeChat, as the agent sees them: on a screen of any size, and to axe. */
import type { Browser } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { customerWireWith, logIn, startFrame, type Wire } from '../../call-centre/spec/wire'
import { createWeChatStub, type WeChatStub } from '../../call-centre/stubs/wechat/wechat-stub'
import { findings } from './axe'
import { launch, Seat, STATIC_ROOTS } from './stage'

jest.setTimeout(90_000)

const appId = 'wx4f4bc4dec97d474b'
const secret = 'the-secret'
const nickName = '住在很长很长的一条街尽头的安安'
const phoneNumber = '13812345678'

describe.each(['en', 'zh'] as const)('the card of the call in %s', (language) => {
  let wechat: WeChatStub
  let browser: Browser
  let centre: CallCentre
  let seat: Seat
  let customer: Wire
  let caller = ''

  beforeAll(async () => {
    wechat = await createWeChatStub({ appId, secret })
    const customerDetails = { nickName: 'full', phoneNumber: 'masked', inRecord: false } as const
    const channels = { direct: { name: 'Hotline' } }
    const config = checkConfig({ ...defaults, channels, customerDetails, wechat: { appId, apiUrl: wechat.apiUrl } })
    const secrets = (name: string) => (name === 'TCCC_WECHAT_SECRET' ? secret : undefined)
    centre = await createCallCentre(config, { staticRoots: STATIC_ROOTS, secrets })
    browser = await launch()
    seat = await Seat.open(await browser.newContext(), centre, language)
    const { encryptedData: dataEnv, iv: dataIv } = wechat.encrypt('ann', { nickName })
    const mobileCode = wechat.phoneCode(phoneNumber)
    const codes = { jsCode: wechat.code('ann'), mobileCode, dataEnv, dataIv }
    const { body } = await logIn(centre, { sdkAppId: config.sdkAppId, ...codes })
    caller = body.userId
    customer = customerWireWith(centre, body.token)
    customer.say({ ...startFrame, n: 1 })
  })

  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
    await wechat.close()
  })

  const shows = async (phase: 'ringing' | 'talking') => {
    await seat.sees(phase)
    const card = await seat.page.locator(`[data-phase="${phase}"]`).innerText()
    for (const part of [nickName, '138****5678', caller]) expect(card).toContain(part)
    expect(card).not.toContain(phoneNumber)
    expect(await findings(seat.page, language)).toEqual([])
  }

  it('says both while it rings, masked as configured', () => shows('ringing'))

  it('and while they talk', async () => {
    await seat.press('answer')
    await shows('talking')
  })
})
