import type { Subscription } from 'rxjs'
import { desktopNotice } from '../workstation/desktop-notice'
import type { Click } from '../workstation/events'

class FakeNotification {
  static permission: NotificationPermission = 'granted'
  static readonly shown: FakeNotification[] = []
  onclick: () => void = () => undefined
  constructor(readonly title: string) {
    FakeNotification.shown.push(this)
  }
  close(): void {
    FakeNotification.shown.splice(FakeNotification.shown.indexOf(this), 1)
  }
}

const page = Object.assign(new EventTarget(), { Notification: FakeNotification, focus: jest.fn() })
let focused = true
const look = (there: boolean): void => {
  focused = there
  page.dispatchEvent(new Event(there ? 'focus' : 'blur'))
}
const shown = () => FakeNotification.shown.map(({ title }) => title)

beforeAll(() => {
  Object.assign(globalThis, { window: page, Notification: FakeNotification, document: { hasFocus: () => focused } })
})
afterAll(() => {
  for (const name of ['window', 'Notification', 'document']) Reflect.deleteProperty(globalThis, name)
})

describe('a notice on the desktop', () => {
  let running: Subscription
  let said: readonly Click[]
  const ring = (there: boolean): void => {
    look(there)
    said = []
    running = desktopNotice({ sessionId: 's1', title: 'Incoming call', body: 'Wang' }).subscribe((click) => {
      said = [...said, click]
    })
  }
  afterEach(() => {
    running.unsubscribe()
    expect(shown()).toEqual([])
    FakeNotification.permission = 'granted'
  })

  it('shows while the page is behind others, also when it gets there later, and is gone with the ring', () => {
    ring(true)
    expect(shown()).toEqual([])
    look(false)
    expect(shown()).toEqual(['Incoming call'])
    look(true)
    expect(shown()).toEqual([])
    look(false)
    expect(shown()).toEqual(['Incoming call'])
  })

  it('answers by a click, and brings the page to the front', () => {
    ring(false)
    FakeNotification.shown[0]?.onclick()
    expect(said).toEqual([{ type: 'click/answer', sessionId: 's1' }])
    expect(page.focus).toHaveBeenCalledTimes(1)
  })

  it('is not shown where the agent has not allowed it', () => {
    FakeNotification.permission = 'denied'
    ring(false)
    expect(shown()).toEqual([])
  })
})
