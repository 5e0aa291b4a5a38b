/**
 * One customer, from beginning to end: an order number, the offer to leave the line, a message of WeChat's stub that calls back,
 * a talk with texts, a rating as the page is left. Desk, board and records show all of it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildPhone } from '../../devtools/phone/build'
import { eventually } from './eventually'
import { Phone, recordsOf } from './stage'
import { hangUp, openStreet, screenOf, shows, type Street, TURN } from './street'

jest.setTimeout(120_000)

const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["pages/call/call"], "usingComponents": { "tccc-wx-sdk": "tccc-wx-sdk" } }',
  'app.js': 'App({})',
  'package.json': '{ "dependencies": { "tccc-wx-sdk": "0.1.0" } }',
  'pages/call/call.json': '{ "navigationBarTitleText": "Call" }',
  'pages/call/call.wxml': `<tccc-wx-sdk id="tcccSdk" sdk-app-id="1400000000" bind:stateChange="changed" />
<view class="phase">{{phase}}</view>
<button class="call" bindtap="call">call</button>
<view wx:if="{{offer}}" class="offer-{{offer.state}}">{{offer.state}}</view>
<button wx:if="{{offer.state === 'offered'}}" class="leave" bindtap="leave">leave</button>
<view wx:for="{{texts}}" wx:key="id" class="text-{{item.by}}">{{item.text}} {{item.seen}}</view>
<button class="write" bindtap="write">write</button>
<view wx:if="{{question}}" class="question">{{question.question}}</view>
<button wx:for="{{question.tags}}" wx:key="tag" class="tag-{{item.tag}}" data-tag="{{item.tag}}" bindtap="rate">{{item.label}}</button>`,
  'pages/call/call.js': `import { checkLogin, login } from 'tccc-wx-sdk/login'
import { conversation } from 'tccc-wx-sdk/text'
import { rating } from 'tccc-wx-sdk/rating'
import { waiting } from 'tccc-wx-sdk/waiting'

Page({
  data: { phase: 'idle', offer: null, texts: [], question: null },
  onLoad({ turn }) { this.isCalled = turn === '1' },
  onReady() {
    this.sdk = this.selectComponent('#tcccSdk')
    this.talk = conversation(this.sdk)
    this.rating = rating(this.sdk)
    this.waiting = waiting(this.sdk)
    this.watching = [
      this.talk.text$.subscribe((texts) => { this.setData({ texts }); this.talk.read(texts) }),
      this.rating.question$.subscribe((question) => this.setData({ question })),
      this.waiting.offer$.subscribe((offer) => this.setData({ offer })),
    ]
    checkLogin().catch(() => new Promise((done) => wx.login({ success: ({ code }) => done(login({ jsCode: code })) })))
      .then(() => this.isCalled && this.call())
  },
  onUnload() { this.watching.forEach((each) => each.unsubscribe()) },
  changed({ detail: { phase } }) { this.setData({ phase }) },
  call() { return this.sdk.startCall({ channelId: 'direct', context: { order: 'A-1029' } }) },
  leave() { this.waiting.leave() },
  write() { this.talk.send('My order is late') },
  rate({ currentTarget: { dataset } }) { this.rating.rate({ score: 5, tags: [dataset.tag] }) },
})`,
}

describe('a customer who does not hold the line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tccc-beside-'))
  let street: Street

  beforeAll(async () => {
    const programFolder = join(folder, 'program')
    for (const [file, text] of Object.entries(PROGRAM)) {
      mkdirSync(dirname(join(programFolder, file)), { recursive: true })
      writeFileSync(join(programFolder, file), text)
    }
    const phoneFolder = join(folder, 'phone')
    await buildPhone({ programFolder, outFolder: phoneFolder })
    street = await openStreet({ page: 'pages/call/call?turn=1&channelId={channelId}', phoneFolder })
  })

  afterAll(async () => {
    await street.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const records = async (callerId: string) =>
    (await recordsOf(street.centre)).filter(({ Caller }) => Caller === callerId)

  it('passes an order number, leaves, is called by a message, talks, writes and rates', async () => {
    const { wechat, centre, seat, board, pocket, caller } = street
    const bob = await caller('bob')
    await seat.sees('ringing')
    await seat.press('answer')
    const carl = await caller('carl')
    await carl.next('call/queued')

    const first = await Phone.open(await pocket(), centre.url, 'en', 'page=pages/call/call&customer=ann')
    await first.isLoggedIn()
    await screenOf(first).locator('.call').click()
    await screenOf(first).locator('.offer-offered').waitFor()
    wechat.accept('ann', TURN)
    await screenOf(first).locator('.leave').click()
    await screenOf(first).locator('.wx-modal-confirm').click()
    await screenOf(first).locator('.offer-kept').waitFor()
    await shows(board, '[data-state="kept"]', 'Keeps a place')
    await first.page.close()

    expect(wechat.messages).toEqual([])
    hangUp(carl, 'carl')
    await eventually(() => {
      expect(wechat.messages).toMatchObject([{ openid: 'ann', page: 'pages/call/call?turn=1&channelId=direct' }])
      return Promise.resolve()
    })
    expect(wechat.messages[0]?.data['thing3']).toBe('轮到您了，请在 5 分钟内回来')
    await shows(board, '[data-state="called"]', 'Called back')

    const opened = wechat.messages[0]?.page?.replace('?', '&') ?? ''
    const phone = await Phone.open(await pocket(), centre.url, 'en', `customer=ann&page=${opened}`)
    const screen = screenOf(phone)
    await shows(board, '[data-phase="waiting"]', 'Place 1')
    hangUp(bob, 'bob')
    await seat.sees('ringing')
    const card = await seat.page.locator('[data-phase="ringing"]').innerText()
    for (const part of ['A-1029', 'Came back to a kept place']) expect(card).toContain(part)
    await seat.press('answer')
    await seat.sees('talking')

    await screen.locator('.write').click()
    await shows(seat.page, '.by-customer', 'My order is late')
    await seat.page.locator('[data-do="text"]').fill('It is on its way')
    await seat.press('send-text')
    await screen.locator('.text-seat', { hasText: 'It is on its way' }).waitFor()
    await screen.locator('.text-customer', { hasText: 'read' }).waitFor()
    await shows(seat.page, '.by-seat', 'Read')

    await seat.press('hang-up')
    await screen.locator('.question', { hasText: 'How was this call?' }).waitFor()
    await screen.locator('.tag-kind').click()
    await phone.closePage()
    await shows(board, '.records', 'Rated 5 of 5')
    await shows(seat.page, '.records', 'Rated 5 of 5')
    await shows(board, '.records', 'kept the place')

    const all = await recordsOf(centre)
    const callerId = String(all.find(({ PlaceKept }) => PlaceKept === true)?.['Caller'])
    const [talk, left] = await records(callerId)
    expect(left).toMatchObject({ PlaceKept: true, EndStatusString: 'waitingGiveUp', Uui: '{"order":"A-1029"}' })
    expect(talk).toMatchObject({
      ...{ PlaceOf: left?.['SessionId'], EndStatusString: 'ok', Uui: '{"order":"A-1029"}' },
      Texts: [
        { From: '', Text: 'My order is late' },
        { From: 'Lin', Text: 'It is on its way' },
      ],
      Rating: { Score: 5, Scale: 5, Tags: ['态度友好 Friendly'] },
    })
    expect(wechat.messages).toHaveLength(1)
  })
})
