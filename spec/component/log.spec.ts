/** @jest-environment jsdom */
import { replay } from '../../devtools/black-box'
import { configure } from '../../lib/entries/login'
import { givePhone } from '../wx/phone'
import { makePage, openPage, openPageIn, type Page, signIn } from './page'

/** What a realtime entry holds at most, and how often one may be written in five seconds. */
const REALTIME_BYTES = 5_000
const PAUSE_MS = 5_000

/** A phone with both of WeChat's log books, and what they hold. */
const withBooks = () => {
  const local: string[] = []
  const realtime: string[] = []
  configure({ log: undefined as never })
  const phone = givePhone(() => ({
    getLogManager: () => ({ info: (text: string) => local.push(text) }),
    getRealtimeLogManager: () => ({ info: (text: string) => realtime.push(text) }),
  }))
  return { phone, local, realtime }
}

const SECRETS = ['room://push', 'token-1', '13800138000', 'customer-1']

/** All that a call can hold of a customer. */
const talk = (page: Page) => {
  const userlist = [{ userid: 'customer-1', playurl: 'room://push' }]
  page.tagTells('live-pusher', 'statechange', { code: 1031, message: JSON.stringify({ userlist }) })
  page.sdk.sendDigits({ digits: '1' })
  page.centre.says({ type: 'call/ivr', sessionId: 'session-1', prompt: 'Call 13800138000', keys: [], path: [] })
  page.sdk.endCall()
}

beforeEach(() => {
  jest.useFakeTimers()
})

describe('the log of the component', () => {
  const linesOf = (prepare: () => void): readonly string[] => {
    const lines: string[] = []
    configure({ log: ({ line }) => lines.push(line) })
    prepare()
    const page = makePage()
    page.attach()
    page.unload()
    return lines
  }

  it('begins with what the line says at once: that nobody is logged in', () => {
    expect(linesOf(() => undefined)[0]).toContain('line/gaveUp {"code":"LOGIN_REQUIRED"}')
  })

  it('begins with the opening of the line', () => {
    expect(linesOf(signIn)[0]).toContain('line/opening')
  })

  it('ends with the hang-up of a page that leaves, though it writes in batches', () => {
    const { phone, local } = withBooks()
    openPageIn('ivr', phone).unload()
    expect(local.join('\n')).toContain('ivr > ended intent/hangUp')
  })

  it('has a line for each phase in the realtime book, and everything in the local one', () => {
    const { phone, local, realtime } = withBooks()
    const page = openPageIn('talking', phone)
    talk(page)
    jest.advanceTimersByTime(PAUSE_MS)
    const phases = ['dialling > ivr', 'ivr > waiting', 'waiting > ringing', 'ringing > talking', 'talking > ended']
    phases.forEach((phase) => {
      expect(realtime.join('\n')).toContain(phase)
    })
    expect(realtime.join('\n')).not.toContain('pusher/status')
    expect(local.join('\n')).toContain('debug')
    expect(local.join('\n')).toContain('pusher/status')
    page.unload()
  })

  it('holds no secret, in neither book', () => {
    const { phone, local, realtime } = withBooks()
    const page = openPageIn('talking', phone)
    talk(page)
    page.unload()
    const text = [...local, ...realtime].join('\n')
    SECRETS.forEach((secret) => {
      expect(text).not.toContain(secret)
    })
  })

  it('writes at most once in five seconds, and no entry larger than WeChat takes', () => {
    const { phone, local, realtime } = withBooks()
    const page = openPage(phone)
    for (let call = 0; call < 200; call += 1) {
      void page.dial()
      page.centre.takesTo('talking')
      page.centre.ends()
    }
    jest.advanceTimersByTime(PAUSE_MS)
    expect([local.length, realtime.length]).toEqual([1, 1])
    expect(Buffer.byteLength(realtime[0] ?? '')).toBeLessThanOrEqual(REALTIME_BYTES)
    expect(realtime[0]).toMatch(/\nand \d+ more$/)
    page.unload()
  })

  it('is silent where the base library has no book', () => {
    configure({ log: undefined as never })
    const page = openPageIn('talking')
    expect(() => {
      talk(page)
      page.unload()
    }).not.toThrow()
  })

  it('goes to a sink of one’s own, and to no book then', () => {
    const { phone, local, realtime } = withBooks()
    const lines: string[] = []
    configure({ log: ({ level, line }) => lines.push(`${level} ${line}`) })
    openPageIn('ivr', phone).unload()
    expect(lines).toContainEqual(expect.stringMatching(/^info .*dialling > ivr call\/started$/))
    expect([...local, ...realtime]).toEqual([])
  })

  it('switched off, goes nowhere', () => {
    const { phone, local, realtime } = withBooks()
    configure({ log: 'off' })
    openPageIn('talking', phone).unload()
    expect([...local, ...realtime]).toEqual([])
  })

  it('a sink that throws takes nothing of the call along', () => {
    configure({
      log: () => {
        throw new Error('a sink that throws')
      },
    })
    const page = openPageIn('talking')
    page.sdk.endCall()
    expect(page.names()).toContain('sessionEnded')
    expect(() => {
      jest.runOnlyPendingTimers()
    }).toThrow('a sink that throws')
    page.unload()
  })
})

describe('the recording of the component', () => {
  it('replays to the end that the page was told, and outlives the page', () => {
    const page = openPageIn('talking')
    page.centre.ends()
    page.unload()
    const last = replay(page.sdk.recording()).map(({ to }) => to)
    expect(last).toContainEqual(expect.objectContaining({ phase: 'ended' }))
    expect(page.detailOf('sessionEnded')).toMatchObject({ closeBy: 'seat' })
    expect(last.find(({ phase }) => phase === 'ended')).toMatchObject({ end: { closeBy: 'seat', endStatus: 'ok' } })
  })

  it('holds what the tags told, and no secret', () => {
    const page = openPageIn('talking')
    talk(page)
    const json = JSON.stringify(page.sdk.recording())
    expect(json).toContain('"pusher/status"')
    SECRETS.forEach((secret) => {
      expect(json).not.toContain(secret)
    })
    page.unload()
  })
})
