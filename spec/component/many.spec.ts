/** @jest-environment jsdom */
/** Any number of components, one line for the app: WeChat gives it five sockets. */
import { logout } from '../../lib/entries/login'
import { givePhone, type Phone } from '../wx/phone'
import { makePage, openPage, type Page, signIn } from './page'

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(logout)

/** A phone that has so many sockets to give, as WeChat has five. */
const phoneWithSockets = (most: () => number): Phone =>
  givePhone((phone) => ({
    connectSocket: (options: Parameters<Phone['wx']['connectSocket']>[0]) => {
      const task = phone.wx.connectSocket(options)
      if (phone.openSockets() > most()) phone.socket().fails({ errMsg: 'connectSocket:fail exceed max task count' })
      return task
    },
  }))

const attached = (phone: Phone): Page => {
  const page = makePage(phone)
  page.attach()
  return page
}

const codeOf = (dialled: Promise<unknown>) =>
  dialled.then(
    () => 'resolved',
    (error: unknown) => (error as { readonly code: string }).code,
  )

describe('six components of a customer who is logged in', () => {
  it('hold one socket, and any of them calls', async () => {
    const phone = phoneWithSockets(() => 5)
    const first = openPage(phone)
    const others = Array.from({ length: 5 }, () => attached(phone))
    expect(phone.sockets).toHaveLength(1)
    const [last] = others.slice(-1)
    const dialled = last?.dial()
    first.centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: 'session-1' })
    ;[first, ...others].forEach((page) => {
      page.unload()
    })
    expect(phone.openSockets()).toBe(0)
    expect(phone.listeners()).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('have one call: the second rejects with CALL_IN_PROGRESS, and the first goes on', async () => {
    const first = openPage()
    const second = attached(first.phone)
    void first.dial()
    first.centre.takesTo('talking')
    expect(await codeOf(second.sdk.startCall({ channelId: 'entry' }))).toBe('CALL_IN_PROGRESS')
    expect(first.centre.heard().filter(({ type }) => type === 'call/start')).toHaveLength(1)
    first.centre.ends()
    void second.dial()
    expect(first.centre.heard().filter(({ type }) => type === 'call/start')).toHaveLength(2)
    first.unload()
    second.unload()
  })

  it('go on when the one that called leaves: its call is hung up over the line that the others keep', () => {
    const first = openPage()
    const second = attached(first.phone)
    void first.dial()
    first.centre.takesTo('talking')
    first.unload()
    expect(first.centre.heard().map(({ type }) => type)).toEqual(['call/start', 'call/hangUp'])
    expect(first.phone.openSockets()).toBe(1)
    void second.dial()
    expect(first.phone.sockets).toHaveLength(1)
    second.unload()
  })
})

describe('an app that has used up its five sockets itself', () => {
  it('is told so at once, and calls as soon as one is free', async () => {
    let free = 0
    const phone = phoneWithSockets(() => free)
    signIn()
    const page = attached(phone)
    expect(await codeOf(page.dial())).toBe('TOO_MANY_SOCKETS')
    free = 1
    const dialled = page.dial()
    page.centre.welcomes()
    page.centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: 'session-1' })
    page.unload()
  })
})
