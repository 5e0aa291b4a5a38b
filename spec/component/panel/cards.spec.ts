/** @jest-environment jsdom */
/** The cards that stand in the panel: what they show, and what a tap in them sends. */
import { givePhone } from '../../wx/phone'
import { SESSION_ID } from '../centre'
import { Scene, unloaded } from './scene'

const QUESTION = {
  ...{ question: 'How was it?', scale: 5, comment: true, thanks: 'Thanks a lot' },
  tags: [
    { tag: 'kind', label: 'Friendly' },
    { tag: 'slow', label: 'Slow' },
  ],
}

/** What WeChat answers to each message that is asked for, and what was asked. */
let answer: 'accept' | 'reject' = 'accept'
let asked: (readonly string[])[] = []

const opened = (): Promise<Scene> => {
  const requestSubscribeMessage = (options: {
    readonly tmplIds: readonly string[]
    success(answers: object): void
  }): void => {
    asked.push(options.tmplIds)
    options.success(Object.fromEntries(options.tmplIds.map((id) => [id, answer])))
  }
  asked = []
  answer = 'accept'
  return new Scene(givePhone(() => ({ requestSubscribeMessage }))).opens(['text', 'rating', 'waiting'])
}

const says = ({ centre }: Scene, about: string, body: object): void => {
  centre.says({ type: 'call/aside', sessionId: SESSION_ID, about, body: JSON.stringify(body) })
}

/** What went out about it: the first says that the page can show it. */
const sent = ({ centre }: Scene, about: string): readonly unknown[] =>
  centre
    .heard()
    .flatMap((message) =>
      message.type === 'call/aside' && message.about === about ? [JSON.parse(message.body) as unknown] : [],
    )

const shown = (scene: Scene, id: 'rating' | 'waiting'): string =>
  scene.card(id).dom.textContent.replace(/\s+/g, ' ').trim()

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
})

afterEach(() => {
  unloaded()
  jest.useRealTimers()
})

describe('the card of a rating', () => {
  const asks = async (question: object = QUESTION): Promise<Scene> => {
    const scene = await opened()
    await scene.calls('talking')
    expect(shown(scene, 'rating')).toBe('')
    scene.centre.ends()
    says(scene, 'rating', question)
    scene.passes(600)
    return scene
  }

  it('asks when the call is over, and sends what was picked, once, however often a finger taps', async () => {
    const scene = await asks()
    expect(shown(scene, 'rating')).toBe('How was it?')
    expect(scene.card('rating').querySelectorAll('.star')).toHaveLength(5)
    await scene.tapIn('rating', '.star', 1)
    await scene.tapIn('rating', '.star', 3)
    expect(scene.card('rating').querySelectorAll('.star-on')).toHaveLength(4)
    await scene.tapIn('rating', '.tag', 0)
    await scene.tapIn('rating', '.tag', 1)
    await scene.tapIn('rating', '.tag', 0)
    scene
      .card('rating')
      .querySelector('.field')
      ?.dispatchEvent('input', { detail: { value: ' At last ' } })
    const send = scene.card('rating').querySelector('.send')
    send?.dispatchEvent('tap')
    send?.dispatchEvent('tap')
    await scene.settles()
    expect(sent(scene, 'rating')).toEqual([{}, { score: 4, tags: ['slow'], comment: 'At last' }])
    expect(shown(scene, 'rating')).toContain('Thanks a lot')
    expect(scene.card('rating').querySelector('.sent')).toBeDefined()
  })

  it('sends no comment where none was written, and none to the next call', async () => {
    const scene = await asks()
    await scene.tapIn('rating', '.star', 0)
    await scene.tapIn('rating', '.send')
    expect(sent(scene, 'rating').slice(1)).toEqual([{ score: 1, tags: [] }])
    await scene.calls('talking')
    expect(shown(scene, 'rating')).toBe('')
  })

  it('forgets what was picked and not sent when another call begins', async () => {
    const scene = await asks()
    await scene.tapIn('rating', '.star', 4)
    await scene.calls('talking')
    scene.centre.ends()
    says(scene, 'rating', QUESTION)
    scene.passes(600)
    expect(scene.card('rating').querySelectorAll('.star-on')).toEqual([])
    expect(sent(scene, 'rating')).toEqual([{}, {}])
  })
})

it('speak another language as soon as the panel is given one', async () => {
  const scene = await opened()
  await scene.calls('waiting')
  says(scene, 'waiting', { offer: { turn: 'T1', backWithinMs: 300_000 } })
  scene.passes(600)
  expect(shown(scene, 'waiting')).toContain('No need to hold the line')
  scene.instance.setData({ locale: 'zh' })
  await scene.settles()
  expect(shown(scene, 'waiting')).toContain('不用一直等')
  scene.centre.takesTo('talking')
  scene.centre.ends()
  says(scene, 'rating', QUESTION)
  await scene.tapIn('rating', '.star', 4)
  expect(shown(scene, 'rating')).toContain('提交评价')
  scene.instance.setData({ locale: 'en' })
  await scene.settles()
  expect(shown(scene, 'rating')).toContain('Send rating')
  expect(scene.card('rating').querySelectorAll('.star-on')).toHaveLength(5)
})

describe('the card of the wait', () => {
  const offers = async (): Promise<Scene> => {
    const scene = await opened()
    await scene.calls('waiting')
    expect(shown(scene, 'waiting')).toBe('')
    says(scene, 'waiting', { offer: { turn: 'T1', backWithinMs: 300_000 } })
    scene.passes(600)
    return scene
  }

  it('asks WeChat and leaves in one tap, once, and says when the place is kept', async () => {
    const scene = await offers()
    expect(shown(scene, 'waiting')).toContain('come back within 5 min')
    await scene.tapIn('waiting', '.leave')
    expect(asked).toEqual([['T1']])
    expect(sent(scene, 'waiting')).toEqual([{}, { allowed: ['T1'], leave: true }])
    expect(shown(scene, 'waiting')).toContain('Keeping your place…')
    await scene.tapIn('waiting', '.left')
    expect(sent(scene, 'waiting')).toHaveLength(2)
    says(scene, 'waiting', { kept: { backWithinMs: 300_000 } })
    scene.centre.ends('admin')
    scene.passes(600)
    expect(shown(scene, 'waiting')).toContain('Your place is kept')
    expect(asked).toHaveLength(1)
  })

  it('says so when the message is refused, keeps the call, and may be tapped again', async () => {
    const scene = await offers()
    answer = 'reject'
    await scene.tapIn('waiting', '.leave')
    expect(sent(scene, 'waiting')).toEqual([{}])
    expect(shown(scene, 'waiting')).toContain('The message was not allowed')
    expect(scene.instance.data).toMatchObject({ phase: 'waiting' })
    answer = 'accept'
    await scene.tapIn('waiting', '.leave')
    expect(sent(scene, 'waiting')).toEqual([{}, { allowed: ['T1'], leave: true }])
  })
})

it('are left with the page, and are not missed where they do not stand', async () => {
  const scene = await opened()
  await scene.calls('talking')
  scene.hands({ cards: false })
  expect(scene.text).toContain('In call')
  unloaded()
  expect([jest.getTimerCount(), scene.phone.listeners()]).toEqual([0, 0])
})
