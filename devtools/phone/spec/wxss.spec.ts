import { cssOf, onPage } from '../build/wxss'

describe('WXSS as CSS', () => {
  it('makes rpx a part of the screen width', () => {
    expect(cssOf('.a{margin:-12rpx 0.5rpx 3px}')).toBe('.a{margin:calc(-12 * 100vw / 750) calc(0.5 * 100vw / 750) 3px}')
  })

  it('leaves the navigation bar out of vh', () => {
    expect(cssOf('.a{min-height:100vh}')).toBe('.a{min-height:calc(100 * var(--page-vh))}')
  })

  it('leaves names and addresses that merely contain a unit', () => {
    const css = '.rpx12{background:url(data:image/svg+xml,12rpxx)}'
    expect(cssOf(css)).toBe(css)
  })

  it("keeps a page's classes as they are", () => {
    expect(cssOf('page .a,.b:active{color:red}')).toBe('page .a,.b:active{color:red}')
  })

  it("gives a component's classes its scope, in every selector", () => {
    expect(cssOf('.a .b-c,.d:active{color:red}.e.f{color:red}', 'clock')).toBe(
      '.clock--a .clock--b-c,.clock--d:active{color:red}.clock--e.clock--f{color:red}',
    )
  })

  it("keeps a page's styles to that page", () => {
    expect(onPage('.a{color:red}', 'pages/call/call')).toBe('@scope ([data-page="pages/call/call"]){.a{color:red}}')
  })

  it('reads :host as the component itself', () => {
    expect(cssOf(':host{display:block}', 'clock')).toBe('[wx-host="clock"]{display:block}')
  })

  it('reaches into media queries and leaves their conditions, keyframes and values', () => {
    const css = '@media (min-width:1.5em){.a{opacity:.5}}@keyframes k{0.5%{opacity:.1}}'
    expect(cssOf(css, 's')).toBe('@media (min-width:1.5em){.s--a{opacity:.5}}@keyframes k{0.5%{opacity:.1}}')
  })
})
