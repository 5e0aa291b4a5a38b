/** The desk that the phone lies on: words in the visitor's language, and the address handed on to the screen. */
import { language } from './wx/system'
import { addPanel } from './panel/panel'
import type { AppConfig, Program } from './program/program'

const query = new URLSearchParams(location.search)

document.documentElement.lang = language()
addPanel(language())

type Inside = Window & Pick<typeof globalThis, 'phone' | 'miniProgram'>

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(name) ?? document.createElement('div')

/** The other pages of the mini program that is on the phone. */
const linkPages = ({ configs }: Program): void => {
  const { pages } = configs['app'] as AppConfig
  const shown = query.get('page') ?? pages[0]
  const links = pages.map((page) => {
    const { navigationBarTitleText = page } = (configs[page] ?? {}) as { readonly navigationBarTitleText?: string }
    const here = new URLSearchParams(query)
    here.set('page', page)
    const link = Object.assign(document.createElement('a'), { textContent: navigationBarTitleText })
    link.href = `?${here.toString()}`
    if (page === shown) link.setAttribute('aria-current', 'page')
    return link
  })
  part('.pages').replaceChildren(...(links.length > 1 ? links : []))
}

const showWarning = (text: string): void => {
  part('.warnings').hidden = false
  part('.warnings ul').append(Object.assign(document.createElement('li'), { textContent: text }))
}

const screen = document.querySelector('iframe')
if (screen) {
  screen.src = `screen.html${location.search}`
  screen.addEventListener('load', () => {
    const inside = screen.contentWindow as Inside | null
    if (!inside) return
    globalThis.phone = inside.phone
    linkPages(inside.miniProgram)
    inside.phone.watchWarnings(showWarning)
  })
}

const showTime = (): void => {
  const time = document.querySelector('.status-time')
  if (time) time.textContent = new Date().toLocaleTimeString('zh', { hour: '2-digit', minute: '2-digit' })
}

showTime()
setInterval(showTime, 5000)

document.querySelector('.language')?.addEventListener('click', () => {
  query.set('lang', language() === 'zh' ? 'en' : 'zh')
  location.search = query.toString()
})
