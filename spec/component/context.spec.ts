/** @jest-environment jsdom */
import { callError } from '../../lib/entries/call'
import { logout } from '../../lib/entries/login'
import { givePhone } from '../wx/phone'
import { openPage, openPageIn, type Page } from './page'

let page: Page

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
  logout()
})

describe('a context', () => {
  it('goes with the call', () => {
    page = openPage()
    void page.sdk.startCall({ channelId: 'entry-7', context: { order: 'A-1029' } }).catch(() => undefined)
    expect(page.centre.heard()).toMatchObject([{ type: 'call/start', context: '{"order":"A-1029"}' }])
  })

  it('of the component stands in for one of the call, and no other does', () => {
    page = openPage()
    page.setData({ context: { page: 'orders' } })
    void page.sdk.startCall({ channelId: 'entry-7' }).catch(() => undefined)
    page.sdk.endCall()
    void page.sdk.startCall({ channelId: 'entry-7', context: { order: 'A-1029' } }).catch(() => undefined)
    page.sdk.endCall()
    page.setData({ context: null })
    void page.sdk.startCall({ channelId: 'entry-7' }).catch(() => undefined)
    const said = page.centre.heard().filter((message) => message.type === 'call/start')
    expect(said.map(({ context }) => context)).toEqual(['{"page":"orders"}', '{"order":"A-1029"}', undefined])
  })

  it('that is too long dials nothing', async () => {
    page = openPage()
    const context = { text: '字'.repeat(1_366) }
    await expect(page.sdk.startCall({ channelId: 'entry-7', context })).rejects.toThrow(callError('CONTEXT_INVALID'))
    expect(page.centre.heard()).toEqual([])
  })

  it('is changed in a call that was answered; the call centre says whether it reads it', () => {
    page = openPageIn('waiting')
    page.sdk.updateContext({ order: 'A-2000' })
    expect(page.told.at(-1)).toMatchObject({ name: 'error', detail: { code: 'NOT_SUPPORTED', cause: 'context' } })
    page.unload()
    page = openPageIn('waiting', givePhone(), ['context'])
    page.sdk.updateContext({ order: 'A-2000' })
    expect(page.centre.heard().at(-1)).toMatchObject({
      type: 'call/aside',
      about: 'context',
      body: '{"order":"A-2000"}',
    })
  })

  it('is not changed without such a call', () => {
    page = openPage()
    expect(() => {
      page.sdk.updateContext({ order: 'A-2000' })
    }).toThrow(callError('NOT_IN_CALL'))
  })
})
