/** The guide's own page makes whole calls with the built package, in realms that have less than today's phones. */
import { Centre } from '../component/centre'
import { missingIn } from '../wx/base-library'
import { Phone } from '../wx/phone'
import { compileGuide, type Guide } from './realm/program'
import { openGuide } from './realm/realm'
import { TimerPromise } from './realm/timer-promise'

const OLDEST = '2.10.0'

let guide: Guide

beforeAll(async () => {
  guide = await compileGuide()
}, 60_000)

beforeEach(() => {
  jest.useFakeTimers()
})

/** Has what base library 2.10.0 has, and names what was asked for beyond it. */
const oldest = (members: Readonly<Record<string, unknown>>) => {
  const beyond = new Set<string>()
  const wx = new Proxy(members, {
    get: (_, member) => {
      const name = String(member)
      if (missingIn(OLDEST, [name]).length === 0) return members[name]
      beyond.add(name)
      return undefined
    },
  })
  return { wx, beyond }
}

const scene = (globals: Readonly<Record<string, unknown>> = {}) => {
  const phone = new Phone()
  const toasts: string[] = []
  const { wx, beyond } = oldest({
    ...phone.wx,
    login: ({ success }: { readonly success: (result: object) => void }) => {
      success({ code: 'one-use-code' })
    },
    showToast: ({ title }: { readonly title: string }) => toasts.push(title),
  })
  const page = openGuide(guide, { wx, globals })
  return { phone, toasts, beyond, page, centre: new Centre(phone) }
}

const moment = () => jest.advanceTimersByTimeAsync(50)

const CREDENTIAL = { token: 'token-1', userId: 'customer-1', expiresAt: Date.now() + 3_600_000 }

/** What the guide's page does from its first moment to its last. */
const wholeCall = async ({ phone, toasts, page, centre }: ReturnType<typeof scene>) => {
  page.does('onReady')
  await moment()
  phone.request().answer(200, CREDENTIAL)
  await moment()
  centre.welcomes()
  page.does('startCall')
  await moment()
  centre.takesTo('talking')
  await moment()
  expect(page.attributesOf('live-pusher')).toMatchObject({ url: 'room://push', enableMic: true })
  page.tells('live-pusher', 'statechange', { code: 1018 })
  page.tells('live-pusher', 'statechange', { code: 1002 })
  page.does('mute')
  await moment()
  expect(page.attributesOf('live-pusher')).toMatchObject({ enableMic: false })
  page.does('unmute')
  page.does('switchSoundMode')
  page.sdk().sendDigits({ digits: '1' })
  phone.hidden.tell()
  phone.shown.tell()
  page.does('endCall')
  await moment()
  expect(page.attributesOf('live-pusher')).toBeUndefined()
  expect(toasts).toEqual(['通话开始', '对方已接听'])
  const heard = centre.heard().map(({ type }) => type)
  expect([heard[0], heard[heard.length - 1]]).toEqual(['call/start', 'call/hangUp'])
  expect(heard).toContain('call/digits')
  page.does('startCall')
  centre.takesTo('ringing')
  centre.ends('admin')
  await moment()
  expect(toasts).toEqual(['通话开始', '对方已接听', '通话开始', '系统原因挂断'])
  page.leave()
  await moment()
  expect([phone.openSockets(), phone.listeners(), jest.getTimerCount()]).toEqual([0, 0, 0])
}

describe('the built package makes whole calls', () => {
  it('on base library 2.10.0, where newer members of wx are not there', async () => {
    const { beyond, ...rest } = scene()
    await wholeCall({ beyond, ...rest })
    expect([...beyond]).toEqual(expect.arrayContaining(['getAppBaseInfo']))
  })

  it('with the Promise of iOS 15 and older, which is a timer', async () => {
    await wholeCall(scene({ Promise: TimerPromise }))
  })
})
