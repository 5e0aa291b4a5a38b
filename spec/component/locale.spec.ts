/** @jest-environment jsdom */
import { configure } from '../../lib/app/app'
import { givePhone } from '../wx/phone'
import { openPage, type Page } from './page'

let page: Page

const messageOf = async (): Promise<string> => {
  const error = await page.sdk.startCall({ channelId: '' }).catch((failure: unknown) => failure)
  return (error as Error).message
}

/** A phone whose language was not asked for yet. */
const open = (language: string): void => {
  const phone = givePhone()
  phone.language = language
  configure({ locale: null })
  page = openPage(phone)
}

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
})

describe('the language of messages', () => {
  it.each([
    ['zh_TW', '缺少 channelId'],
    ['fr', 'No channelId'],
  ])('is that of a phone in %s', async (language, message) => {
    open(language)
    expect(await messageOf()).toBe(message)
  })

  it('is what configure sets, and the phone’s again with null', async () => {
    open('zh_CN')
    configure({ locale: 'en' })
    configure({ sdkAppId: '1400000001' })
    expect(await messageOf()).toBe('No channelId')
    configure({ locale: null })
    expect(await messageOf()).toBe('缺少 channelId')
  })

  it('is what the property says, and stays when the property is emptied', async () => {
    open('zh_CN')
    page.setData({ locale: 'en' })
    expect(await messageOf()).toBe('No channelId')
    page.setData({ locale: '' })
    expect(await messageOf()).toBe('No channelId')
  })
})
