/** @jest-environment jsdom */
/** Text beside the voice in the panel: what stands in the field is what is sent, and it stays in its call. */
import { SESSION_ID } from '../centre'
import { opened, type Scene, unloaded } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
})

afterEach(() => {
  unloaded()
  jest.useRealTimers()
})

/** The texts that went out. */
const sent = ({ centre }: Scene): readonly unknown[] =>
  centre.heard().flatMap((message) => {
    if (message.type !== 'call/aside' || message.about !== 'text') return []
    const { text } = JSON.parse(message.body) as { readonly text?: string }
    return text === undefined ? [] : [text]
  })

const says = ({ centre }: Scene, id: string, text: string): void => {
  centre.says({ type: 'call/aside', sessionId: SESSION_ID, about: 'text', body: JSON.stringify({ id, text }) })
}

const writing = async (draft: string): Promise<Scene> => {
  const scene = await opened()
  await scene.calls('talking')
  scene.passes(1_000)
  await scene.tap('Text')
  scene.passes(600)
  await scene.types(draft)
  return scene
}

const begins = (scene: Scene): unknown => scene.instance.data['begun']

describe('a draft', () => {
  it('is sent as it stands in the field, once, and the next field is empty', async () => {
    const scene = await writing('Order A-1029')
    const field = scene.field().dom
    await scene.tap('Send')
    await scene.tap('Send')
    scene.passes(600)
    expect(sent(scene)).toEqual(['Order A-1029'])
    expect(scene.field().dom).not.toBe(field)
    expect(begins(scene)).toBe('')
  })

  it('is sent by the key of the keyboard, too, and nothing but spaces is not', async () => {
    const scene = await writing('   ')
    scene.field().dispatchEvent('confirm', { detail: { value: '   ' } })
    await scene.settles()
    expect(sent(scene)).toEqual([])
    await scene.types('Yes')
    scene.field().dispatchEvent('confirm', { detail: { value: 'Yes' } })
    await scene.settles()
    expect(sent(scene)).toEqual(['Yes'])
  })

  it('is in the field again when the texts are opened again in the same call', async () => {
    const scene = await writing('Order A-')
    await scene.tap('Text')
    scene.passes(600)
    await scene.tap('Keypad')
    scene.passes(600)
    expect(sent(scene)).toEqual([])
    await scene.tap('Text')
    scene.passes(600)
    expect(begins(scene)).toBe('Order A-')
    await scene.tap('Send')
    scene.passes(600)
    expect(sent(scene)).toEqual(['Order A-'])
    expect(begins(scene)).toBe('')
  })

  it('is written over by nothing while the customer types', async () => {
    const scene = await writing('Or')
    scene.passes(600)
    scene.sets.splice(0)
    await scene.types('Order')
    says(scene, 'a', 'Which order?')
    await scene.types('Order A')
    scene.passes(3_000)
    expect(scene.sets.filter(({ data }) => 'begun' in data || 'written' in data)).toEqual([])
  })

  it('is not sent by a tap on a field that has been closed and is not gone yet', async () => {
    const scene = await writing('Order A-1029')
    const send = scene.button('Send')
    await scene.tap('Text')
    send.dispatchEvent('tap')
    await scene.settles()
    scene.passes(600)
    expect(sent(scene)).toEqual([])
    await scene.tap('Text')
    scene.passes(600)
    expect(begins(scene)).toBe('Order A-1029')
  })

  it('is not sent to another agent than the one that is seen', async () => {
    const scene = await writing('Only for Ming')
    scene.passes(600)
    await scene.tap('Mute')
    scene.centre.says({ type: 'call/ringing', sessionId: SESSION_ID, seat: { seatId: '1002', name: 'Wang' } })
    scene.centre.says({ type: 'call/accepted', sessionId: SESSION_ID, seat: { seatId: '1002', name: 'Wang' } })
    await scene.tap('Send')
    expect(sent(scene)).toEqual([])
    scene.passes(600)
    expect(scene.text).toContain('Wang')
    await scene.tap('Send')
    expect(sent(scene)).toEqual(['Only for Ming'])
  })

  it('goes with the call, and is not in the field of the next', async () => {
    const scene = await writing('Order A-1029')
    scene.centre.ends()
    scene.passes(600)
    await scene.calls('talking')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ sheet: '' })
    await scene.tap('Text')
    scene.passes(600)
    expect(begins(scene)).toBe('')
    await scene.tap('Send')
    expect(sent(scene)).toEqual([])
  })

  it('is no more what a field tells late, of which the text was sent', async () => {
    const scene = await writing('Yes')
    const field = scene.field()
    await scene.tap('Mute')
    await scene.tap('Send')
    await scene.types('Yes, please', field)
    scene.passes(600)
    await scene.tap('Send')
    expect(sent(scene)).toEqual(['Yes'])
  })

  it('of a page that is left while it is written, goes with the page', async () => {
    const scene = await writing('Order A-1029')
    const field = scene.field()
    scene.unload()
    await scene.types('Order A-1030', field)
    expect([jest.getTimerCount(), scene.phone.listeners()]).toEqual([0, 0])
    expect(sent(scene)).toEqual([])
  })
})

describe('the sheet of the texts', () => {
  it.each(['ends', 'is hung up'])('is closed when the call %s, and in the next one', async (how) => {
    const scene = await writing('')
    if (how === 'ends') scene.centre.ends()
    else await scene.tap('Hang up')
    scene.passes(1_500)
    expect(scene.instance.data).toMatchObject({ phase: 'ended', sheet: '' })
    await scene.tap('Call again')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ phase: 'dialling', sheet: '' })
    scene.centre.takesTo('talking')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ phase: 'talking', sheet: '' })
  })

  it('is not opened for the next call by a tap that comes as the call ends', async () => {
    const scene = await opened()
    await scene.calls('talking')
    scene.passes(1_000)
    await scene.tap('Mute')
    scene.centre.ends()
    await scene.tap('Text')
    await scene.tap('Keypad')
    await scene.calls('talking')
    expect(scene.instance.data).toMatchObject({ phase: 'talking', sheet: '' })
  })

  it('can be closed while the line is lost', async () => {
    const scene = await writing('Order A-')
    scene.phone.socket().ends()
    scene.passes(600)
    expect(scene.text).toContain('Poor network, reconnecting…')
    expect(scene.instance.data).toMatchObject({ sheet: 'texts' })
    await scene.tap('Text')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ sheet: '' })
  })
})
