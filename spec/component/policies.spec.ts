/** @jest-environment jsdom */
import { logout } from '../../lib/entries/login'
import { makePage, openPage, type Page, signIn } from './page'

let page: Page

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
  logout()
})

const INVALID: readonly (readonly [string, object, string])[] = [
  ['a typo', { dialLimits: true }, "RangeError: 'dialLimits' is none of"],
  ['a policy that is put in force by use', { ringLimit: { ms: 9 } }, 'use(ringLimit())'],
  ['options that are none', { dialLimit: null }, ''],
  ['a time that is none', { dialLimit: { ms: NaN } }, 'RangeError: ms of dialLimit cannot be NaN'],
  ['a time in words', { endWhenMediaLost: { ms: '9' } }, 'give milliseconds as a number'],
]

describe('the property policies', () => {
  it.each(INVALID)('with %s: is told as an error, and the defaults are in force', async (_, policies, cause) => {
    signIn()
    page = makePage()
    page.setData({ policies })
    page.attach()
    expect(page.detailOf('error')).toMatchObject({ code: 'POLICIES_INVALID', message: '通话策略无效' })
    expect(page.detailOf('error')).toMatchObject({ cause: expect.stringContaining(cause) as string })
    page.centre.welcomes()
    const dialled = page.dial()
    jest.advanceTimersByTime(15_010)
    await expect(dialled).rejects.toMatchObject({ code: 'NO_ANSWER' })
  })

  it.each(INVALID)('changed to %s: is told as an error, and those of before stay in force', (_, policies) => {
    page = openPage()
    page.setData({ policies: { dialLimit: { ms: 2_000 } } })
    page.setData({ policies })
    expect(page.names()).toEqual(['error'])
    void page.dial()
    jest.advanceTimersByTime(1_990)
    expect(page.names()).not.toContain('sessionEnded')
    jest.advanceTimersByTime(30)
    expect(page.told[page.told.length - 1]).toMatchObject({ name: 'stateChange', detail: { phase: 'ended' } })
  })

  it('changed to what is in order: replaces those of before', () => {
    page = openPage()
    page.setData({ policies: { dialLimit: { ms: 2_000 } } })
    page.setData({ policies: { dialLimit: { ms: 4_000 } } })
    void page.dial()
    jest.advanceTimersByTime(3_990)
    expect(page.told[page.told.length - 1]).toMatchObject({ detail: { phase: 'dialling' } })
    jest.advanceTimersByTime(30)
    expect(page.told[page.told.length - 1]).toMatchObject({ detail: { phase: 'ended' } })
  })
})
