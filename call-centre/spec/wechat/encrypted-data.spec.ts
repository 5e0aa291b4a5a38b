import { decrypt } from '../../server/wechat/encrypted-data'
import sample from './published-sample.json'

const { appId, sessionKey, iv, encryptedData, plain } = sample
const seal = { sessionKey, appId, now: plain.watermark.timestamp * 1_000 }
const day = 86_400_000

describe("WeChat's published sample", () => {
  it('decrypts to what it says', () => {
    expect(decrypt({ encryptedData, iv }, seal)).toEqual(plain)
  })

  it.each([
    ['of another app', { appId: 'wx0000000000000000' }],
    ['of another session', { sessionKey: Buffer.alloc(16).toString('base64') }],
    ['with a key that is no key', { sessionKey: 'short' }],
    ['more than a day later', { now: seal.now + day + 1 }],
    ['more than a day early', { now: seal.now - day - 1 }],
  ])('%s it says nothing', (_, other) => {
    expect(decrypt({ encryptedData, iv }, { ...seal, ...other })).toBeUndefined()
  })

  it.each([
    ['cut short', encryptedData.slice(0, -8), iv],
    ['empty', '', iv],
    ['no base64', '<script>', iv],
    ['under another iv', encryptedData, Buffer.alloc(16).toString('base64')],
    ['under no iv', encryptedData, ''],
  ])('%s it says nothing', (_, data, otherIv) => {
    expect(decrypt({ encryptedData: data, iv: otherIv }, seal)).toBeUndefined()
  })

  it('a day of difference between two clocks does not matter', () => {
    expect(decrypt({ encryptedData, iv }, { ...seal, now: seal.now + day })).toEqual(plain)
  })
})
