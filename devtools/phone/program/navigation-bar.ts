/** The bar above a page, as `app.json`, `theme.json` and the page's own `.json` describe it. */
import type { AppConfig, Program } from './program'

type Look = Readonly<Record<string, string>>

const NAMES = ['navigationBarTitleText', 'navigationBarBackgroundColor', 'navigationBarTextStyle'] as const

/** `@name` stands for the colour of that name in the theme that is in force. */
export const lookOf = (configs: Program['configs'], path: string, theme: 'light' | 'dark'): Look => {
  const { window: ofApp = {} } = configs['app'] as AppConfig
  const ofPage = (configs[path] ?? {}) as Look
  const colours = (configs['theme'] as Partial<Record<string, Look>> | undefined)?.[theme] ?? {}
  const values = NAMES.map((name) => {
    const value = ofPage[name] ?? ofApp[name] ?? ''
    return [name, value.startsWith('@') ? (colours[value.slice(1)] ?? '') : value] as const
  })
  return Object.fromEntries(values)
}

export interface NavigationBar {
  /** Takes the look of a page, and the title that the page had when it was covered. */
  readonly show: (path: string, hasBack: boolean, title?: string) => void
  readonly title: () => string
}

export const createNavigationBar = (configs: Program['configs'], goBack: () => void): NavigationBar => {
  const part = (name: string) => document.querySelector<HTMLElement>(name) ?? document.createElement('div')
  const [bar, title, back] = [part('.navigation'), part('.navigation-title'), part('.navigation-back')]
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let shown = ''
  const paint = () => {
    const look = lookOf(configs, shown, dark.matches ? 'dark' : 'light')
    bar.style.background = look['navigationBarBackgroundColor'] ?? ''
    bar.style.color = look['navigationBarTextStyle'] ?? ''
  }
  dark.addEventListener('change', paint)
  back.addEventListener('click', goBack)
  return {
    show: (path, hasBack, before) => {
      shown = path
      back.hidden = !hasBack
      title.textContent = before ?? lookOf(configs, path, 'light')['navigationBarTitleText'] ?? ''
      paint()
    },
    title: () => title.textContent,
  }
}
