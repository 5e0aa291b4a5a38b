import { NEVER, Subject } from 'rxjs'
import { pageLink } from '../shared/page-link'

class FakeSocket {
  static readonly OPEN = 1
  static opened: FakeSocket[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  readonly sent: string[] = []
  closedWith: number | undefined

  constructor(readonly url: string) {
    FakeSocket.opened.push(this)
  }

  send(text: string): void {
    this.sent.push(text)
  }

  close(code: number): void {
    this.closedWith = code
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }
}

const last = (): FakeSocket => FakeSocket.opened.at(-1) ?? new FakeSocket('none')

describe('the line of a page', () => {
  const realSocket = globalThis.WebSocket

  beforeEach(() => {
    jest.useFakeTimers()
    FakeSocket.opened = []
    Object.assign(globalThis, { WebSocket: FakeSocket })
  })

  afterEach(() => {
    jest.useRealTimers()
    Object.assign(globalThis, { WebSocket: realSocket })
  })

  it('waits longer after each try in vain, and starts anew once the server has spoken', () => {
    const heard: string[] = []
    pageLink<{ type: string }, never>('ws://x', NEVER).subscribe(({ type }) => heard.push(type))
    for (const waitMs of [300, 600, 1200]) {
      last().open()
      last().onclose?.({ code: 1006 })
      jest.advanceTimersByTime(waitMs - 1)
      const before = FakeSocket.opened.length
      jest.advanceTimersByTime(1)
      expect(FakeSocket.opened).toHaveLength(before + 1)
    }
    last().onmessage?.({ data: '{"type":"seat/seats"}' })
    last().onclose?.({ code: 1006 })
    jest.advanceTimersByTime(300)
    expect(FakeSocket.opened).toHaveLength(5)
    expect(heard.slice(0, 4)).toEqual(['link/connecting', 'link/up', 'link/lost', 'link/connecting'])
  })

  it('does not come back after a take-over', () => {
    const done = jest.fn()
    pageLink('ws://x', NEVER).subscribe({ complete: done })
    last().onclose?.({ code: 4409 })
    jest.runAllTimers()
    expect(FakeSocket.opened).toHaveLength(1)
    expect(done).toHaveBeenCalledTimes(1)
  })

  it('passes over what is no message', () => {
    const heard: string[] = []
    pageLink<{ type: string }, never>('ws://x', NEVER).subscribe(({ type }) => heard.push(type))
    for (const data of ['{', '7', 'null', '{"type":7}', new ArrayBuffer(1)]) last().onmessage?.({ data })
    expect(heard).toEqual(['link/connecting'])
  })

  it('sends on an open socket only, and closes with its last subscriber', () => {
    const command$ = new Subject<{ type: string }>()
    const running = pageLink('ws://x', command$).subscribe()
    command$.next({ type: 'early' })
    last().open()
    command$.next({ type: 'now' })
    expect(last().sent).toEqual(['{"type":"now"}'])
    running.unsubscribe()
    expect(last().closedWith).toBe(1000)
    expect(command$.observed).toBe(false)
    expect(jest.getTimerCount()).toBe(0)
  })
})
