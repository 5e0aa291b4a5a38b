/** @jest-environment jsdom */
import { delay, filter, map, throwError } from 'rxjs'
import { mute, notify, type Phase, type Policy, type Session } from '../../lib/entries/index'
import { named, ringLimit } from '../../lib/entries/policies'
import { openPage, openPageIn, type Page } from './page'

let page: Page

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  page.unload()
})

const watch = () => {
  const sessions: Session[] = []
  page.sdk.session$.subscribe((session) => sessions.push(session))
  return sessions
}

describe('session$ on the instance', () => {
  it('begins with the truth of now, and goes on with each change', () => {
    page = openPageIn('waiting')
    const sessions = watch()
    page.centre.takesTo('talking')
    page.centre.ends()
    const phases = sessions.map(({ phase }) => phase)
    expect(phases.filter((phase, index) => phase !== phases[index - 1])).toEqual<Phase[]>([
      'waiting',
      'ringing',
      'talking',
      'ended',
    ])
  })

  it('tells a late subscriber the end, on the page and after it', () => {
    page = openPageIn('talking')
    page.centre.ends()
    expect(watch()).toMatchObject([{ phase: 'ended', end: { closeBy: 'seat', endStatus: 'ok' } }])
    page.unload()
    expect(watch()).toMatchObject([{ phase: 'ended', end: { closeBy: 'seat', endStatus: 'ok' } }])
    expect(page.phone.openSockets()).toBe(0)
  })

  it('opens nothing by itself: the line is the component’s', () => {
    page = openPage()
    const watching = page.sdk.session$.subscribe()
    watching.unsubscribe()
    expect(page.phone.openSockets()).toBe(1)
  })

  it('says of the switches what the phone has applied', () => {
    page = openPageIn('talking')
    page.settles()
    page.sdk.muteAudio()
    const microphone = () => {
      const session = watch()[0]
      return session?.microphone
    }
    expect(microphone()).toEqual({ desired: 'off', actual: 'on', state: 'pending' })
    page.settles()
    expect(microphone()).toEqual({ desired: 'off', actual: 'off', state: 'applied' })
  })

  it('says so again once a lost room is entered again, still muted', () => {
    page = openPageIn('talking')
    page.sdk.muteAudio()
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    page.settles()
    page.tagTells('live-pusher', 'statechange', { code: 1102 })
    expect(watch()).toMatchObject([{ local: { state: 'reconnecting' }, microphone: { actual: null } }])
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    expect(watch()).toMatchObject([{ microphone: { desired: 'off', actual: 'off', state: 'applied' } }])
    expect(page.tag('live-pusher')?.['enable-mic']).toBe(false)
  })
})

describe('event$ on the instance', () => {
  it('tells what happens, also what changes nothing', () => {
    page = openPage()
    const types: string[] = []
    page.sdk.event$.subscribe(({ type }) => types.push(type))
    page.sdk.muteAudio()
    void page.dial()
    page.centre.starts()
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    page.tagTells('live-player', 'statechange', { code: 2004 })
    const calling = ['intent/mute', 'intent/startCall', 'phone/ready', 'call/started']
    expect(types).toEqual([...calling, 'pusher/status', 'media/applied', 'player/status'])
  })
})

describe('use on the instance', () => {
  it('lets a policy act, and names it in the end', () => {
    page = openPage()
    page.sdk.use(ringLimit({ ms: 45_000 }))
    void page.dial()
    page.centre.takesTo('ringing')
    for (let ms = 0; ms < 45_000; ms += 5_000) {
      jest.advanceTimersByTime(5_000)
      page.phone.socket().says('{"type":"link/heartbeat","seen":1}')
    }
    jest.advanceTimersByTime(10)
    expect(page.detailOf('sessionEnded')).toMatchObject({
      closeBy: 'timer',
      endStatus: 'ringingGiveUp',
      cause: expect.stringMatching(/^ringLimit/) as string,
    })
    expect(page.tag('live-pusher')).toBeNull()
  })

  it('lets a policy tell the page something', () => {
    page = openPage()
    page.sdk.use(
      named('doorman', ({ session$ }) =>
        session$.pipe(
          filter(({ phase }) => phase === 'waiting'),
          map(() => notify('please wait')),
        ),
      ),
    )
    void page.dial()
    page.centre.takesTo('waiting')
    jest.advanceTimersByTime(10)
    expect(page.detailOf('notice')).toEqual({ topic: 'please wait', policy: 'doorman' })
  })

  it('takes it back', () => {
    page = openPage()
    const muteWhenAccepted: Policy = ({ session$ }) =>
      session$.pipe(
        filter(({ phase }) => phase === 'talking'),
        map(() => mute()),
      )
    const stop = page.sdk.use(muteWhenAccepted)
    stop()
    void page.dial()
    page.centre.takesTo('talking')
    jest.advanceTimersByTime(10)
    expect(page.tag('live-pusher')?.['enable-mic']).toBe(true)
  })

  it('may come before the component is on a page, and leaves nothing behind with it', () => {
    page = openPage()
    const restless: Policy = ({ session$ }) =>
      session$.pipe(
        delay(3_600_000),
        map(() => mute()),
      )
    page.sdk.use(restless)
    page.unload()
    expect(jest.getTimerCount()).toBe(0)
  })

  it('goes on without a policy that throws', () => {
    page = openPage()
    const types: string[] = []
    page.sdk.event$.subscribe(({ type }) => types.push(type))
    page.sdk.use(() => throwError(() => new Error('broken policy')))
    void page.dial()
    page.centre.takesTo('talking')
    jest.advanceTimersByTime(10)
    expect(types).toContain('policy/failed')
    expect(page.names()).toContain('accepted')
  })
})
