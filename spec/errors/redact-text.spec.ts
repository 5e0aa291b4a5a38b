import { runInNewContext } from 'node:vm'
import { redactText } from '../../lib/errors/redact-text'
import { callError } from '../../lib/errors/call-error'

const PHONES: readonly string[] = [
  ...[
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 138 0013 8000',
    '+8613800138000',
    '4008 208 820',
    '6552123',
  ],
  ...['1 3 8 0 0 1 3 8 0 0 0', '1-380-0138-000', '13800138 0 00', '1 1 1 1 1 1 1 13800138'],
  ...['138.0013.8000', '138/0013/8000', '138·0013·8000', '138–0013–8000', '138 - 0013 - 8000', '+86.138.0013.8000'],
  ...['(138) 0013-8000', '(010)65521234', '+86 (138) 0013 8000', '86(138)00138000', '010-6552.1234', '021/65521234'],
  ...['1 (555) 123-4567', '555.123.4567', '+33 1.23.45.67.89', '138\u00a00013\u00a08000'],
  ...[
    '１３８００１３８０００',
    '＋８６　１３８　００１３　８０００',
    '（０１０）６５５２－１２３４',
    '１３８．００１３／８０００',
    '６５５２１２３',
  ],
]

describe('a number of a phone', () => {
  it.each(PHONES)('%s is redacted in words', (phone) => {
    const words = redactText(`call ${phone}, please`)
    expect(words).toContain('[number]')
    // What is left of it is its prefix, which many share.
    expect(words.replace(/[^\d０-９]/g, '').length).toBeLessThanOrEqual(3)
  })

  it('is redacted behind a version, a code and a time', () => {
    expect(redactText('8.0.49 138.0013.8000')).not.toMatch(/138|8000/)
    expect(redactText('-1307 (010) 6552-1234')).not.toMatch(/1234|6552/)
    expect(redactText('12:30:05 １３８００１３８０００')).not.toMatch(/[０-９]/)
  })
})

it.each([
  ...['2.10.0', 'WeChat 8.0.50.2701, SDK 3.5.7', 'iOS 17.5.1 8.0.49', 'Chrome/120.0.6099.144 Safari/537.36'],
  ...['12:30:05', '12:30:05.123', 'took 30000.25 ms', '10.0.0.1'],
  ...['-100018', 'code 1 -100018', 'state 12 -100018', 'retry 3 (100018)', 'pusher 1307 (3002)', '-1301, -1302, -1303'],
])('%s is no number of a phone, and is kept', (words) => {
  expect(redactText(words)).toBe(words)
})

/** Four times as long as a frame may be: who reads each letter from anew needs more than a minute for it. */
const LENGTH = 262_144
const BOUND_MS = 10_000
const LONG: readonly string[] = [
  '1',
  '1 ',
  '12 - ',
  '1.(-/',
  '(12345) ',
  '+1 ',
  '123.',
  '1\u00a0',
  'a',
  'a+',
  '@',
  'token=',
]

it.each(LONG)('however long %j goes on, it is read in one go', (part) => {
  const words = part.repeat(LENGTH / part.length)
  const read = () => runInNewContext('redactText(words)', { redactText, words }, { timeout: BOUND_MS }) as string
  expect(read().length).toBeLessThanOrEqual(2 * words.length)
})

describe('an error', () => {
  it('hands on the words of a system without what is secret or a number of a phone', () => {
    const { cause } = callError('SYSTEM', 'en', 'no route for 13800138000 with token=abc at wss://calls.example.com')
    expect(cause).toBe('no route for [number] with token=[secret] at [address]')
  })
})
