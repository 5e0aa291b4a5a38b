/** @jest-environment jsdom */
/** What the page gives to the panel, and what of the panel reaches WeChat: properties, slots, tags, dialogues. */
import { askablePhone } from '../../app/readiness/askable-phone'
import { givePhone } from '../../wx/phone'
import { opened, Scene, unloaded } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
})

afterEach(() => {
  unloaded()
  jest.useRealTimers()
})

/** A phone with a floating window; what WeChat is to ask before the page is left. */
const floating = () => {
  const asked: string[] = []
  const phone = givePhone(() => ({
    canIUse: () => true,
    enableAlertBeforeUnload: ({ message }: { readonly message: string }) => asked.push(message),
    disableAlertBeforeUnload: () => asked.push('nothing'),
  }))
  return { asked, phone }
}

/** A talk with pictures, in which the phone has begun to play. */
const seenTalk = async (scene: Scene): Promise<Scene> => {
  await (await scene.opens()).calls('talking')
  scene.instance.sdk.media$.next({ type: 'pusher/status', code: 1018 })
  scene.instance.sdk.media$.next({
    ...{ type: 'pusher/status', code: 1031 },
    message: '{"userlist":[{"userid":"seat","playurl":"room://seat"}]}',
  })
  scene.instance.sdk.media$.next({ type: 'player/status', code: 2004 })
  scene.passes(1_000)
  return scene
}

const video = (scene: Scene): Promise<Scene> => {
  scene.hands({ media: 'video' })
  return seenTalk(scene)
}

const started = ({ centre }: Scene): readonly unknown[] =>
  centre.heard().flatMap((message) => (message.type === 'call/start' ? [message.media] : []))

const wordsOf = ({ data }: Scene['instance']): unknown => (data['words'] as Readonly<Record<string, string>>)['mute']

describe('a property that changes', () => {
  it('media: the next call is made with it, and the one that runs stays what it is', async () => {
    const scene = await opened()
    scene.hands({ media: 'video' })
    await scene.calls('talking')
    scene.hands({ media: 'audio' })
    scene.passes(1_000)
    expect(scene.instance.data).toMatchObject({ video: true })
    scene.centre.ends()
    scene.passes(1_000)
    await scene.calls('talking')
    expect(started(scene)).toEqual(['video', 'audio'])
    expect(scene.instance.data).toMatchObject({ video: false })
  })

  it('media: what a call would need is looked at anew', async () => {
    const phone = askablePhone()
    phone.authSetting['scope.camera'] = false
    const scene = await new Scene(phone.phone).opens()
    const asked = phone.called.filter((name) => name === 'getSetting').length
    scene.hands({ media: 'video' })
    await scene.settles()
    scene.passes(600)
    expect(phone.called.filter((name) => name === 'getSetting')).toHaveLength(asked + 1)
  })

  it('text: is there, and gone, in the call that runs', async () => {
    const scene = new Scene()
    scene.hands({ text: false })
    await (await scene.opens()).calls('talking')
    expect(scene.instance.data).toMatchObject({ writes: false })
    scene.hands({ text: true })
    await scene.settles()
    scene.passes(600)
    expect(scene.centre.heard()).toContainEqual(expect.objectContaining({ type: 'call/aside', about: 'text' }))
    await scene.tap('Text')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ writes: true, sheet: 'texts' })
    scene.hands({ text: false })
    await scene.settles()
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ writes: false, sheet: '' })
  })

  it('floats: the picture of the talk goes on when the page is left, or does not', async () => {
    const scene = await video(new Scene(floating().phone))
    const modes = () => tag(scene, 'live-player')['picture-in-picture-mode']
    expect(modes()).toEqual(['push', 'pop'])
    scene.hands({ floats: false })
    await scene.settles()
    scene.passes(600)
    expect(modes()).toEqual([])
  })

  it('locale: the words change, and nothing is set twice', async () => {
    const scene = await opened()
    scene.sets.splice(0)
    scene.hands({ locale: 'zh' })
    await scene.settles()
    scene.passes(2_000)
    expect(wordsOf(scene.instance)).toBe('静音')
    expect(scene.sets).toHaveLength(1)
  })
})

const tag = (scene: Scene, name: string): Readonly<Record<string, unknown>> => {
  const tags = [scene.panel, ...scene.panel.querySelectorAll('.picture')].flatMap((node) =>
    ['.tccc-picture', '.tccc-sound'].flatMap((each) => node.querySelectorAll(each)),
  )
  const found = (tags as readonly unknown[] as readonly TagNode[])
    .map((node) => node.toJSON())
    .find(({ tagName }) => tagName === `wx-${name}`)
  if (found === undefined) throw new Error(`there is no ${name}`)
  return Object.fromEntries(found.attrs.map((attribute) => [attribute.name, attribute.value]))
}

interface TagNode {
  toJSON(): { readonly tagName: string; readonly attrs: readonly { readonly name: string; readonly value: unknown }[] }
}

describe('the slots', () => {
  it('stand on the page before a call, in it, and afterwards', async () => {
    const scene = await opened()
    const stands = () =>
      ['Open from 9 to 6', 'Your order A-1029', 'Thanks for the call'].filter((words) => scene.text.includes(words))
    expect(stands()).toEqual(['Open from 9 to 6'])
    await scene.calls('waiting')
    expect(stands()).toEqual(['Your order A-1029'])
    scene.centre.ends()
    scene.passes(600)
    expect(stands()).toEqual(['Thanks for the call'])
  })
})

describe('the button of what keeps the customer from calling', () => {
  it('opens what mends it, in the tap', async () => {
    const phone = askablePhone()
    phone.authSetting['scope.record'] = false
    const scene = await new Scene(phone.phone).opens()
    expect(scene.text).toContain('Microphone off, please allow it in the settings')
    scene.button('Open settings').dispatchEvent('tap')
    await scene.settles()
    expect(phone.called).toContain('openSetting')
    phone.authSetting['scope.record'] = true
    phone.phone.shown.tell()
    scene.passes(600)
    expect(scene.text).toContain('Tap the button below')
    expect(scene.panel.querySelector('.gate')).toBeUndefined()
  })
})

describe('in a call with pictures', () => {
  it('the camera is switched and turned by its buttons', async () => {
    const scene = await video(new Scene())
    expect(scene.instance.data).toMatchObject({ video: true, cameraOn: true })
    await scene.tap('Camera')
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ cameraOn: false })
    expect(tag(scene, 'live-pusher')).toMatchObject({ 'enable-camera': false })
    await scene.tap('Camera')
    scene.passes(600)
    expect(tag(scene, 'live-pusher')).toMatchObject({ 'enable-camera': true })
    await scene.tap('Flip')
    expect(scene.phone.cameraTurns).toHaveLength(1)
  })

  it('a tap on a picture swaps both, and the next call begins with the agent large', async () => {
    const scene = await video(new Scene())
    scene.panel.querySelector('.small')?.dispatchEvent('tap')
    await scene.settles()
    scene.passes(600)
    expect(scene.instance.data).toMatchObject({ swapped: true })
    scene.centre.ends()
    scene.passes(600)
    await scene.calls('talking')
    expect(scene.instance.data).toMatchObject({ swapped: false })
  })
})

describe('the letters', () => {
  const scaleOn = async (getSystemInfoSync: () => object): Promise<unknown> => {
    const scene = await new Scene(givePhone(() => ({ getSystemInfoSync }))).opens()
    return scene.instance.data['scale']
  }

  it.each([
    [17, 1],
    [14, 1],
    [20.4, 1.2],
    [40, 1.6],
  ])('of a customer who chose %d px in WeChat are %d times as large', async (fontSizeSetting, scale) => {
    expect(await scaleOn(() => ({ fontSizeSetting }))).toBeCloseTo(scale)
  })

  it.each([
    ['does not say', () => ({})],
    [
      'fails to',
      () => {
        throw new Error('not here')
      },
    ],
  ])('are the usual ones where the phone %s', async (_, getSystemInfoSync) => {
    expect(await scaleOn(getSystemInfoSync)).toBe(1)
  })
})

describe('whoever leaves the page', () => {
  const weak = (scene: Scene): void => {
    scene.phone.weakness.tell({ weakNet: true })
    scene.passes(600)
  }

  it('is asked in the words of the panel, or of the page, while a call runs', async () => {
    const { asked, phone } = floating()
    const scene = new Scene(phone)
    scene.hands({ leaveWarning: 'Hang up?' })
    await (await scene.opens()).calls('talking')
    scene.centre.ends()
    scene.passes(600)
    scene.hands({ leaveWarning: '' })
    await scene.settles()
    scene.passes(600)
    await scene.calls('talking')
    expect(asked).toEqual(['Hang up?', 'nothing', 'The call ends when you leave this page'])
  })

  it('is asked nothing where the picture goes on in the floating window', async () => {
    const { asked, phone } = floating()
    const scene = await video(new Scene(phone))
    weak(scene)
    expect(asked).toEqual(['The call ends when you leave this page', 'nothing'])
    scene.hands({ floats: false })
    await scene.settles()
    scene.passes(600)
    expect(asked).toHaveLength(3)
  })
})
