/** @jest-environment jsdom */
import { h } from '../shared/h'
import { paint } from '../shared/paint'

const list = (...keys: readonly string[]) =>
  h('div', {}, h('ul', {}, ...keys.map((key) => h('li', { key }, h('button', { class: key }, key)))))

describe('painting', () => {
  beforeEach(() => {
    document.body.replaceChildren()
  })

  it('keeps the elements, and with them the focus, when their neighbours change', () => {
    paint(document.body, list('a', 'b'))
    const button = document.querySelector<HTMLButtonElement>('.a')
    button?.focus()
    paint(document.body, list('a', 'b', 'c'))
    paint(document.body, list('a', 'c'))
    expect(document.activeElement).toBe(button)
    expect(document.body.textContent).toBe('ac')
  })

  it('moves keyed elements instead of rewriting them', () => {
    paint(document.body, list('a', 'b'))
    const button = document.querySelector('.a')
    paint(document.body, list('b', 'a'))
    expect(document.querySelectorAll('button')[1]).toBe(button)
  })

  it('hands a stream on, once, and takes it away', () => {
    const stream = {}
    const given: unknown[] = []
    Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', {
      configurable: true,
      get: () => given.at(-1) ?? null,
      set: (value: unknown) => void given.push(value),
    })
    for (let times = 0; times < 2; times += 1) paint(document.body, h('video', { srcObject: stream }))
    paint(document.body, h('video'))
    expect(given).toEqual([stream, null])
    Reflect.deleteProperty(HTMLVideoElement.prototype, 'srcObject')
  })

  it('takes away attributes and listeners that a view no longer has', () => {
    const onclick = jest.fn()
    paint(document.body, h('button', { onclick, disabled: false, title: 'x' }, 'go'))
    paint(document.body, h('button', {}, 'go'))
    const button = document.querySelector('button')
    button?.click()
    expect(onclick).not.toHaveBeenCalled()
    expect(button?.hasAttribute('title')).toBe(false)
  })

  it('shows text as text', () => {
    paint(document.body, h('p', {}, '<b>Wang</b>'))
    expect(document.querySelector('b')).toBeNull()
  })

  it('draws an svg and its children as svg', () => {
    paint(document.body, h('svg', { viewBox: '0 0 1 1' }, h('path', { d: 'M0 0' })))
    expect(document.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg')
  })
})
