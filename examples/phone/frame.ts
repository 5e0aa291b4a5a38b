/** The desk that the phone lies on: words in the visitor's language, and the address handed on to the screen. */
import { addPanel } from './panel/panel'

const query = new URLSearchParams(location.search)
const isChinese = /^zh/i.test(query.get('lang') ?? navigator.language)

document.documentElement.lang = isChinese ? 'zh' : 'en'
addPanel(isChinese ? 'zh' : 'en')

const screen = document.querySelector('iframe')
if (screen) {
  screen.src = `screen.html${location.search}`
  screen.addEventListener('load', () => {
    const inside = screen.contentWindow as (Window & Pick<typeof globalThis, 'phone'>) | null
    if (inside) globalThis.phone = inside.phone
  })
}

const showTime = (): void => {
  const time = document.querySelector('.status-time')
  if (time) time.textContent = new Date().toLocaleTimeString('zh', { hour: '2-digit', minute: '2-digit' })
}

showTime()
setInterval(showTime, 5000)

document.querySelector('.language')?.addEventListener('click', () => {
  query.set('lang', isChinese ? 'en' : 'zh')
  location.search = query.toString()
})
