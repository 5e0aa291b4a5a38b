/** A phone that does wrong what phones do wrong, in a call between two browsers. */
import type { Misbehaviour } from '../../devtools/phone/panel/misbehaviours'
import { eventually } from './eventually'
import { openStage, SALES, type Stage } from './stage'

jest.setTimeout(60_000)

interface Call {
  readonly session: {
    readonly phase: string
    readonly local: { readonly state: string }
    readonly remote: { readonly state: string }
    readonly microphone: { readonly desired: string; readonly state: string }
    readonly soundMode: { readonly actual: string; readonly state: string }
    readonly interruption: { readonly reason: string } | null
  }
}

interface Screen {
  readonly phone: { misbehave(what: Misbehaviour): void; session(): Call['session'] }
}

let stage: Stage

const misbehave = (what: Misbehaviour) =>
  stage.phone.run((name: Misbehaviour) => {
    ;(window as unknown as Screen).phone.misbehave(name)
  }, what)

const session = () => stage.phone.run(() => (window as unknown as Screen).phone.session())

const becomes = (expected: object, withinMs?: number) =>
  eventually(async () => {
    expect(await session()).toMatchObject(expected)
  }, withinMs)

const seatReads = (text: string) =>
  eventually(async () => {
    expect(await stage.seat.page.locator('body').innerText()).toContain(text)
  })

const seatReadsNoMore = (text: string) =>
  eventually(async () => {
    expect(await stage.seat.page.locator('body').innerText()).not.toContain(text)
  })

const phoneReads = (text: string) =>
  eventually(async () => {
    expect(await stage.phone.run(() => document.body.innerText)).toContain(text)
  })

const talk = async () => {
  const { phone, seat } = stage
  await phone.call()
  await phone.sees('ivr')
  await phone.press(SALES)
  await seat.sees('ringing')
  await seat.press('answer')
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  await becomes({ phase: 'talking', local: { state: 'up' }, remote: { state: 'up' } })
}

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

describe('a phone that misbehaves in a call', () => {
  it('reports as Android does: the push before the room, the newcomer without a message; and both hear each other', async () => {
    await misbehave('beAndroid')
    await talk()
  })

  it.each<[Misbehaviour, string, string]>([
    ['phoneCall', 'call', 'The customer is taking another call'],
    ['takeSound', 'audio', 'Another sound, such as an alarm'],
  ])('%s, whose end is never told: the seat reads why, until the app is shown', async (what, reason, words) => {
    await misbehave(what)
    await becomes({ interruption: { reason } })
    await seatReads(words)
    await misbehave('show')
    await becomes({ interruption: null, soundMode: { state: 'applied' } })
    await seatReadsNoMore(words)
  })

  it.each<[Misbehaviour, string, string]>([
    ['closeWindow', 'windowClosed', 'The customer has left the app'],
    ['suspend', 'suspended', 'has suspended the app'],
  ])('%s: the session says so, and the call goes on after the return, muted as it was', async (what, reason, words) => {
    await stage.phone.press('Mute')
    await misbehave(what)
    await becomes({ interruption: { reason } })
    await seatReads(words)
    await misbehave('show')
    await becomes({ interruption: null, microphone: { desired: 'off', state: 'applied' }, local: { state: 'up' } })
    await stage.phone.press('Mute')
    await becomes({ microphone: { desired: 'on', state: 'applied' } })
  })

  it.each<[Misbehaviour, 'local' | 'remote']>([
    ['loseRoom', 'local'],
    ['changeNetwork', 'local'],
    ['giveUpRoom', 'local'],
    ['losePlayer', 'remote'],
    ['giveUpPlayer', 'remote'],
  ])('%s: the call goes on, and the voice is back', async (what, leg) => {
    await misbehave(what)
    await eventually(async () => {
      expect((await session())[leg].state).not.toBe('up')
    })
    await becomes({ phase: 'talking', local: { state: 'up' }, remote: { state: 'up' } }, 12_000)
  })

  it('is frozen for 6 s: the line and the talk are there again', async () => {
    await misbehave('freeze')
    await becomes({ phase: 'talking', interruption: null, local: { state: 'up' } }, 12_000)
    await stage.seat.sees('talking')
  })

  it('has a poor network, and a voice while it is muted: the page says each, and takes it back', async () => {
    await misbehave('weakenNetwork')
    await becomes({ quality: { local: 5, advice: ['localWeak'] } }, 12_000)
    await phoneReads('Your network is poor')
    await misbehave('restoreNetwork')
    await stage.phone.press('Mute')
    await misbehave('talk')
    await becomes({ quality: { advice: ['localWeak', 'talkingWhileMuted'] } })
    await stage.phone.press('Mute')
    await becomes({ quality: { local: 1, advice: [] } }, 12_000)
  })

  it('does so from its panel too, by the keyboard', async () => {
    const { page } = stage.phone
    await page.locator('.panel-open').press('Enter')
    await page.locator('[data-act="takeSound"]').press('Enter')
    await becomes({ interruption: { reason: 'audio' } })
    await page.locator('[data-act="returnSound"]').press('Space')
    await becomes({ interruption: null, soundMode: { actual: 'speaker', state: 'applied' } })
    await page.keyboard.press('Escape')
    expect(await page.locator('.panel').isVisible()).toBe(false)
  })

  it('reports as iOS does: the microphone confirms itself', async () => {
    await misbehave('beIos')
    await stage.phone.press('Mute')
    await becomes({ microphone: { desired: 'off', actual: 'off', state: 'applied' } })
    await stage.phone.press('Mute')
    await becomes({ microphone: { desired: 'on', actual: 'on', state: 'applied' } })
  })

  it('says a code that nobody knows: nothing changes', async () => {
    const before = await session()
    await misbehave('sayUnknown')
    expect(await session()).toEqual(before)
  })

  it('is refused the microphone in the middle of it: the call ends, and the microphone is released', async () => {
    await misbehave('refuseMicrophone')
    await becomes({ phase: 'ended', end: { error: 'MICROPHONE_REFUSED' } })
    await stage.seat.sees('ended')
    expect(await stage.phone.audit()).toMatchObject({ tracks: 0, connections: 0 })
  })
})
