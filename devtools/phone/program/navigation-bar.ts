/** The bar above a page, as `app.json`, `theme.json` and the page's own `.json` describe it. */
import type { AppConfig, Program } from './program'

type Look = Readonly<Record<string, string>>

const NAMES = ['navigationBarTitleText', 'navigationBarBackgroundColor', 'navigationBarTextStyle'] as const

/** `@name` stands for the colour of that name in the theme of the hour. */
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

export const showNavigationBar = (configs: Program['configs'], path: string): void => {
  const bar = document.querySelector<HTMLElement>('.navigation')
  const title = document.querySelector('.navigation-title')
  if (!bar || !title) return
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const paint = () => {
    const look = lookOf(configs, path, dark.matches ? 'dark' : 'light')
    bar.style.background = look['navigationBarBackgroundColor'] ?? ''
    bar.style.color = look['navigationBarTextStyle'] ?? ''
  }
  title.textContent = lookOf(configs, path, 'light')['navigationBarTitleText'] ?? ''
  dark.addEventListener('change', paint)
  paint()
}
