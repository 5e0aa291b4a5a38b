/** What a user may ask for: the limits of the protocol hold before anything is sent. */
import { callError, hangUp, type Intent, startCall } from '../../lib/entries/call'
import { isIntent } from '../../lib/call/intents'
import schema from '../../lib/link/protocol.schema.json'

const { id, text: words } = schema.$defs

const text = (length: number) => 'x'.repeat(length)

const asked = (changes: object): unknown => ({ ...startCall({ channelId: 'service' }), ...changes })

describe('an intent', () => {
  it.each([
    ['channelId', id.maxLength],
    ['callId', id.maxLength],
  ])('has a %s of 1 to %d characters, as the schema says', (name, most) => {
    expect(isIntent(asked({ [name]: text(most) }))).toBe(true)
    ;[text(most + 1), '', 7, null, undefined, {}].forEach((value) => {
      expect(isIntent(asked({ [name]: value }))).toBe(false)
    })
  })

  it('has a reason of so many characters as the schema says', () => {
    expect(isIntent({ type: 'intent/hangUp', reason: text(words.maxLength) })).toBe(true)
    expect(isIntent({ type: 'intent/hangUp', reason: text(words.maxLength + 1) })).toBe(false)
  })

  it.each<[string, unknown]>([
    ['media that there are not', asked({ media: 'smell' })],
    ['a sound mode that there is not', { type: 'intent/setSoundMode', soundMode: 'loud' }],
    ['a camera that is neither on nor off', { type: 'intent/setCamera', camera: true }],
    ['no keys', { type: 'intent/sendDigits', digits: '' }],
    ['33 keys', { type: 'intent/sendDigits', digits: '1'.repeat(33) }],
    ['keys that no phone has', { type: 'intent/sendDigits', digits: 'hello' }],
    ['a topic that is no text', { type: 'intent/notify', topic: 1 }],
    ['a type that there is not', { type: 'intent/dance' }],
    ['a type of every object', { type: 'constructor' }],
  ])('with %s is none', (_, value) => {
    expect(isIntent(value)).toBe(false)
  })
})

describe('startCall', () => {
  it.each<[string, unknown]>([
    ['70,000 characters', text(70_000)],
    ['129', text(129)],
    ['an object without a prototype', Object.create(null)],
    ['a list', []],
  ])('with a channelId of %s throws CHANNEL_INVALID', (_, channelId) => {
    expect(() => startCall({ channelId: channelId as string })).toThrow(callError('CHANNEL_INVALID'))
  })

  it('takes a number, as pages in JavaScript have one', () => {
    expect(startCall({ channelId: 4321 as never })).toMatchObject({ channelId: '4321' })
  })

  it.each<[string, object]>([
    ['callId', { callId: text(129) }],
    ['media', { media: 'smell' }],
  ])('with a wrong %s throws INTENT_INVALID', (_, wrong) => {
    expect(() => startCall({ channelId: 'service', ...wrong })).toThrow(callError('INTENT_INVALID'))
  })
})

describe('hangUp', () => {
  it('is never refused for its reason: what is too long is cut, and what is no text left out', () => {
    const long: Intent = hangUp(text(2_000))
    expect(long).toEqual({ type: 'intent/hangUp', reason: text(words.maxLength) })
    expect(hangUp(Object.create(null) as never)).toEqual({ type: 'intent/hangUp' })
  })
})
