/** @jest-environment jsdom */
import type { Session } from '../../lib/entries/index'
import { logout } from '../../lib/entries/login'
import { givePhone } from '../wx/phone'
import { openPage, openPageIn, makePage, type Page, signIn } from './page'

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(logout)

const PHASES = ['dialling', 'ivr', 'waiting', 'ringing', 'talking'] as const

const LEAVING: readonly (readonly [string, (page: Page) => void])[] = [
  ['the page is unloaded', (page) => page.unload()],
  ['the component is taken off the page', (page) => page.setData({ shown: false })],
]

const WAYS = PHASES.flatMap((phase) => LEAVING.map(([how, leave]) => [phase, how, leave] as const))

/** What is still held on the phone. */
const held = ({ phone }: Page) => ({
  sockets: phone.openSockets(),
  listeners: phone.listeners(),
  timers: jest.getTimerCount(),
})

const NOTHING = { sockets: 0, listeners: 0, timers: 0 }

const last = (sessions: readonly Session[]) => sessions[sessions.length - 1]

describe('a component on a page', () => {
  it('holds one socket and six listeners, and nothing once it has left', () => {
    const page = openPage()
    expect(held(page)).toMatchObject({ sockets: 1, listeners: 6 })
    page.unload()
    expect(held(page)).toEqual(NOTHING)
    expect(page.phone.socket().closes).toEqual([{ code: 1000, reason: 'done' }])
    expect(page.centre.heard()).toEqual([])
  })

  it('holds nothing before it is attached, and opens no socket without a log-in', () => {
    const page = makePage()
    expect(held(page)).toEqual(NOTHING)
    page.attach()
    expect(held(page)).toMatchObject({ sockets: 0, listeners: 6 })
    page.unload()
    expect(held(page)).toEqual(NOTHING)
  })

  it('leaves nothing behind while it waits for another try of the line', () => {
    const page = openPageIn('talking')
    page.phone.socket().ends({ code: 1006 })
    page.unload()
    // The hang-up woke the line; what opens now is closed at once.
    page.phone.socket().opens()
    expect(held(page)).toEqual(NOTHING)
  })

  it('asks nothing of a server that wants to be left alone, and leaves nothing behind', () => {
    const page = openPageIn('talking')
    page.phone.socket().ends({ code: 1001, reason: 'spreadMs=60000' })
    page.unload()
    expect(page.phone.sockets).toHaveLength(1)
    expect(held(page)).toEqual(NOTHING)
  })
})

describe.each(WAYS)('while %s, when %s', (phase, _, leave) => {
  it('the call is hung up, the microphone released, nothing left behind', () => {
    const page = openPageIn(phase)
    expect(page.phone.screenKeptOn).toBe(true)
    leave(page)
    expect(page.phone.screenKeptOn).toBe(false)
    const hangUps = page.centre.heard().filter(({ type }) => type === 'call/hangUp')
    expect(hangUps).toMatchObject([{ closeBy: 'client', callId: page.centre.callId(), reason: 'left' }])
    expect(page.phone.pusherStops).toBe(phase === 'dialling' ? 0 : 1)
    expect(held(page)).toEqual(NOTHING)
  })

  it('so it is when the page still watches, and the page sees the end', () => {
    const page = openPageIn(phase)
    const sessions: Session[] = []
    page.sdk.session$.subscribe((session) => sessions.push(session))
    page.sdk.event$.subscribe()
    leave(page)
    expect(held(page)).toEqual(NOTHING)
    expect(last(sessions)).toMatchObject({ phase: 'ended', end: { cause: 'left' }, line: { state: 'closed' } })
  })
})

describe('a component that leaves', () => {
  it('in a reaction to the call takes the call with it', () => {
    const page = openPageIn('ringing')
    page.onTold = ({ name }) => {
      if (name === 'accepted') page.setData({ shown: false })
    }
    page.centre.takesTo('talking')
    expect(page.phone.pusherStops).toBe(1)
    expect(page.centre.heard().filter(({ type }) => type === 'call/hangUp')).toHaveLength(1)
    expect(held(page)).toEqual(NOTHING)
  })

  it('after the call does not stop the pusher again', () => {
    const page = openPageIn('talking')
    page.sdk.endCall()
    page.unload()
    expect(page.phone.pusherStops).toBe(1)
    expect(page.centre.heard().filter(({ type }) => type === 'call/hangUp')).toHaveLength(1)
  })

  it('removes the tags even where the pusher cannot be stopped, and the page is told', () => {
    const phone = givePhone(() => ({
      createLivePusherContext: () => {
        throw new Error('no page')
      },
    }))
    const page = openPageIn('talking', phone)
    page.sdk.endCall()
    expect(page.tag('live-pusher')).toBeNull()
    expect(page.names()).toContain('sessionEnded')
    expect(() => jest.advanceTimersByTime(0)).not.toThrow()
    page.unload()
  })

  it('leaves the next page a line of its own', () => {
    const page = openPageIn('talking')
    page.unload()
    const next = openPage()
    void next.dial()
    next.centre.starts()
    expect(next.names()).toContain('sessionStart')
    expect(page.names()).toHaveLength(7)
    next.unload()
    expect(held(next)).toEqual(NOTHING)
  })
})

describe('sdkAppId', () => {
  it.each(['1400000001', 1400000001])('as %p opens the line when it comes later', (sdkAppId) => {
    signIn()
    const page = makePage()
    page.setData({ sdkAppId: '1400000002' })
    page.attach()
    expect(page.phone.sockets).toHaveLength(0)
    page.setData({ sdkAppId })
    expect(page.phone.sockets).toHaveLength(1)
    page.unload()
  })

  it.each([['', null, undefined]])('as %p leaves the configured one alone', (sdkAppId) => {
    signIn()
    const page = makePage()
    page.attach()
    page.setData({ sdkAppId: '1400000001' })
    page.setData({ sdkAppId })
    expect(page.phone.sockets).toHaveLength(1)
    page.unload()
  })
})
