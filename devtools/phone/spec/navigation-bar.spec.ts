import { lookOf } from '../program/navigation-bar'

const configs = {
  app: { pages: ['a', 'b'], window: { navigationBarTitleText: 'App', navigationBarBackgroundColor: '@paper' } },
  theme: { light: { paper: '#fff' }, dark: { paper: '#000' } },
  a: {},
  b: { navigationBarTitleText: 'B' },
}

describe('the bar above a page', () => {
  it("has the app's title, unless the page has its own", () => {
    expect(lookOf(configs, 'a', 'light')['navigationBarTitleText']).toBe('App')
    expect(lookOf(configs, 'b', 'light')['navigationBarTitleText']).toBe('B')
  })

  it('has the colour of the theme', () => {
    expect(lookOf(configs, 'a', 'light')['navigationBarBackgroundColor']).toBe('#fff')
    expect(lookOf(configs, 'a', 'dark')['navigationBarBackgroundColor']).toBe('#000')
  })
})
