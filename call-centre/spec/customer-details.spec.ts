/** What customers give of their profile at WeChat: kept, shown, written down and erased as the configuration says. */
import type { CustomerDetailsConfig } from '../server/config/centre-config'
import { createCustomerBook } from '../server/customers/customer-details'
import { pageHeaders } from '../server/http/page-headers'
import { limits } from '../server/limits'
import { detailsIn } from '../server/records/call-record'
import { userIdOf } from '../server/wechat/identify'
import { createShelf } from '../server/state/shelf'
import { memoryStore, type Store } from '../server/state/store'
import { createWeChatStub, type WeChatStub } from '../stubs/wechat/wechat-stub'
import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWireWith, logIn, open, recordsOf, seatWire, staff, startFrame } from './wire'

const appId = 'wx4f4bc4dec97d474b'
const secret = 'the-secret'
const annId = userIdOf(appId, 'ann')
const ann = { userId: annId, nickName: '安安', phoneNumber: '13812345678' }
const nothing: CustomerDetailsConfig = { nickName: 'none', phoneNumber: 'none', avatarHosts: [], inRecord: false }
const masked: CustomerDetailsConfig = { nickName: 'masked', phoneNumber: 'masked', avatarHosts: [], inRecord: true }
const full: CustomerDetailsConfig = { nickName: 'full', phoneNumber: 'full', avatarHosts: [], inRecord: true }

const headerSettings = { frameAncestors: [], mediaHosts: [], frames: [], pictureHosts: [] }

const book = (config: CustomerDetailsConfig, shelf = createShelf([]), clock = createVirtualClock()) => ({
  ...createCustomerBook(config, clock, shelf),
  ...{ shelf, clock },
})

describe('the details of a customer', () => {
  it.each<readonly [CustomerDetailsConfig, object]>([
    [nothing, {}],
    [masked, { nickName: '安**', phoneNumber: '138****5678' }],
    [full, { nickName: '安安', phoneNumber: '13812345678' }],
    [{ ...nothing, phoneNumber: 'full' }, { phoneNumber: '13812345678' }],
  ])('are kept as configured, and so stand in the store: %j', (config, expected) => {
    const { note, of, shelf } = book(config)
    note(ann)
    expect(of(annId)).toEqual(expected)
    const kept = shelf.take().map(([, , json]) => json)
    expect(kept.map((json) => Object.keys(JSON.parse(String(json)) as object).length - 1)).toEqual(
      Object.keys(expected).length === 0 ? [] : [Object.keys(expected).length],
    )
    expect(JSON.stringify(kept).includes('2345')).toBe(config.phoneNumber === 'full')
  })

  it.each([
    ['https://thirdwx.qlogo.cn/mmopen/vi_32/x/132', true],
    ['http://thirdwx.qlogo.cn/mmopen/vi_32/x/132', false],
    ['https://thirdwx.qlogo.cn:8443/x', false],
    ['https://me:secret@thirdwx.qlogo.cn/x', false],
    ['https://evil.example/thirdwx.qlogo.cn', false],
    ['https://thirdwx.qlogo.cn.evil.example/x', false],
    ['javascript:alert(1)', false],
    ['data:image/png;base64,AAAA', false],
    [`https://thirdwx.qlogo.cn/${'x'.repeat(500)}`, false],
  ])('hold a picture only where the desk may load it: %s', (avatarUrl, isKept) => {
    const { note, of, inRecord } = book({ ...nothing, inRecord: true, avatarHosts: ['thirdwx.qlogo.cn'] })
    note({ userId: annId, avatarUrl })
    expect(of(annId)).toEqual(isKept ? { avatarUrl } : {})
    expect(detailsIn(inRecord(annId))).toEqual({})
    const none = book(full)
    none.note({ userId: annId, avatarUrl })
    expect(none.of(annId)).toEqual({})
  })

  it('let the workstation load pictures from those hosts, and no other page', () => {
    const policy = (path: string) =>
      pageHeaders(path, { ...headerSettings, pictureHosts: ['thirdwx.qlogo.cn'] })['content-security-policy']
    expect(policy('/workstation/')).toContain("img-src 'self' data: https://thirdwx.qlogo.cn;")
    expect(policy('/history/')).toContain("img-src 'self' data:;")
    expect(pageHeaders('/workstation/', headerSettings)['referrer-policy']).toBe('no-referrer')
  })

  it('that were kept under another configuration are shown by the present one', () => {
    const before = book(full)
    before.note(ann)
    before.shelf.take()
    expect(book(masked, before.shelf).of(annId)).toEqual({ nickName: '安**', phoneNumber: '138****5678' })
    expect(book(nothing, before.shelf).of(annId)).toEqual({})
  })

  it('that were kept under a wider configuration are narrowed in the store, too', () => {
    const before = book(full)
    before.note(ann)
    before.shelf.take()
    book(masked, before.shelf)
    expect(JSON.stringify(before.shelf.take())).toContain('138****5678')
    book({ ...nothing, nickName: 'masked' }, before.shelf)
    expect(before.shelf.take().map(([, , json]) => Object.keys(JSON.parse(String(json)) as object))).toEqual([
      ['nickName', 'at'],
    ])
    book(nothing, before.shelf)
    expect(before.shelf.take()).toEqual([['customer', annId, null]])
  })

  it('are let go of when there are too many, whoever logged in first of all, also after a restart', () => {
    const { note, shelf, clock } = book(full)
    const names = Array.from({ length: limits.customersKept }, (_, n) => `c${n}`)
    for (const userId of names) note({ ...ann, userId })
    shelf.take()
    clock.advance(1)
    note({ ...ann, userId: 'c0' })
    shelf.take()
    const again = book(full, shelf, clock)
    again.note({ ...ann, userId: 'new' })
    expect([again.of('c0'), again.of('c1'), again.of('new')]).toMatchObject([
      { nickName: '安安' },
      {},
      { nickName: '安安' },
    ])
    expect(again.of('c1')).toEqual({})
  })

  it('stay when a later log-in brings none, and a new one takes the place of the old', () => {
    const { note, of } = book(full)
    note(ann)
    note({ userId: annId })
    expect(of(annId)).toEqual({ nickName: '安安', phoneNumber: '13812345678' })
    note({ userId: annId, nickName: 'Ann' })
    expect(of(annId)).toEqual({ nickName: 'Ann', phoneNumber: '13812345678' })
  })

  it('of a short number show two digits', () => {
    const { note, of } = book(masked)
    note({ userId: annId, phoneNumber: '55512' })
    expect(of(annId)).toEqual({ phoneNumber: '***12' })
  })

  it('are erased by age, which a log-in renews', () => {
    const { note, of, eraseOlderThan, clock } = book(full)
    note(ann)
    note({ ...ann, userId: 'bob' })
    clock.advance(1_000)
    note({ userId: 'bob' })
    clock.advance(1)
    expect(eraseOlderThan(1_000)).toBe(1)
    expect([of(annId), of('bob')]).toEqual([{}, { nickName: '安安', phoneNumber: '13812345678' }])
  })
})

describe('a customer who has given nickname and number', () => {
  let wechat: WeChatStub
  beforeEach(async () => {
    wechat = await createWeChatStub({ appId, secret })
  })
  afterEach(async () => {
    await closeAll()
    await wechat.close()
  })

  const secrets = (name: string) => (name === 'TCCC_WECHAT_SECRET' ? secret : undefined)

  /** A call that rings, of a customer who gave a phone number. */
  const calling = async (customerDetails: CustomerDetailsConfig, store: Store = memoryStore()) => {
    const said: string[] = []
    const log = (line: string): void => void said.push(line)
    const centre = await open({ wechat: { appId, apiUrl: wechat.apiUrl }, customerDetails }, { secrets, store, log })
    const seat = await seatWire(centre, '1')
    const { body } = await logIn(centre, {
      ...{ sdkAppId: '1400000000', jsCode: wechat.code('ann') },
      mobileCode: wechat.phoneCode('13812345678'),
    })
    const line = customerWireWith(centre, body.token)
    line.say({ ...startFrame, n: 1 })
    return { centre, body, seat, line, said, store, incoming: await seat.next('seat/incoming') }
  }

  it('is on the card of the call and in the record, and in no log', async () => {
    const { centre, seat, line, said, incoming } = await calling(full)
    expect(incoming).toMatchObject({ caller: annId, phoneNumber: expect.stringMatching(/^\d{11}$/) as string })
    seat.say({ type: 'seat/answer', sessionId: incoming['sessionId'] })
    expect(await seat.next('seat/talking')).toMatchObject({ phoneNumber: incoming['phoneNumber'] })
    seat.say({ type: 'seat/hangUp', sessionId: incoming['sessionId'] })
    await line.next('call/ended')
    expect(await recordsOf(centre)).toMatchObject([{ CallerPhoneNumber: incoming['phoneNumber'] }])
    expect(JSON.stringify(said)).not.toContain(incoming['phoneNumber'])
  })

  it('has a key of the session at WeChat that nobody is told, and that is kept nowhere', async () => {
    const { centre, body, seat, line, said, store } = await calling(full)
    await centre.close()
    const all = JSON.stringify([body, seat.heard, line.heard, said, await store.open()])
    expect(all).toContain(annId)
    expect(all).not.toContain(wechat.sessionKey('ann'))
  })

  it('is nowhere by default of the configuration', async () => {
    const { centre, seat, line, incoming } = await calling(nothing)
    seat.say({ type: 'seat/answer', sessionId: incoming['sessionId'] })
    await seat.next('seat/talking')
    seat.say({ type: 'seat/hangUp', sessionId: incoming['sessionId'] })
    await line.next('call/ended')
    expect(JSON.stringify([incoming, await recordsOf(centre)])).not.toMatch(/phoneNumber/i)
  })

  it('is in the copy that the law gives, and nowhere once forgotten', async () => {
    const { centre, seat, line, incoming, store } = await calling(full)
    seat.say({ type: 'seat/answer', sessionId: incoming['sessionId'] })
    await seat.next('seat/talking')
    seat.say({ type: 'seat/hangUp', sessionId: incoming['sessionId'] })
    await line.next('call/ended')
    // As a page does: what it has not yet taken is kept for it.
    seat.say({ type: 'link/ack', seen: Math.max(...seat.heard.map(({ n }) => Number(n ?? 0))) })
    const headers = await staff(centre, 'administrator')
    const path = `${centre.url}/api/customers/${annId}`
    const details = { phoneNumber: incoming['phoneNumber'] }
    expect(await (await fetch(path, { headers })).json()).toMatchObject({ userId: annId, details })
    expect((await fetch(path, { headers, method: 'DELETE' })).status).toBe(200)
    expect((await fetch(path, { headers })).status).toBe(404)
    await centre.close()
    expect(JSON.stringify(await store.open())).not.toContain(incoming['phoneNumber'])
  })
})
