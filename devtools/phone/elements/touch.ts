/** Fingers, mice and keys on the page of the browser become events of the mini program, `tap` among them. */
import { CurrentWindowBackendContext, Event } from 'glass-easel'

/** The page of the browser as glass-easel's screen. */
export const createBackend = (): CurrentWindowBackendContext => {
  const backend = new CurrentWindowBackendContext()
  backend.onEvent((target, type, detail: unknown, options) => {
    const event = new Event(type, detail, options)
    Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return backend
}

const PRESS = ['mousedown', 'mouseup'] as const

/** Enter and space press what the focus is on, as a finger would: glass-easel knows fingers and mice only. */
export const pressByKeyboard = (page: Document): void => {
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const pressed = event.target instanceof Element ? event.target.closest('main [role="button"], main button') : null
    if (pressed === null) return
    event.preventDefault()
    for (const type of PRESS) pressed.dispatchEvent(new MouseEvent(type, { bubbles: true }))
  })
}
