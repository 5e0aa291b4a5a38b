/** Enter and space press what the focus is on, as a finger would: glass-easel knows fingers and mice only. */
const PRESS = ['mousedown', 'mouseup'] as const

export const pressByKeyboard = (page: Document): void => {
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const pressed = event.target instanceof Element ? event.target.closest('main [role="button"], main button') : null
    if (pressed === null) return
    event.preventDefault()
    for (const type of PRESS) pressed.dispatchEvent(new MouseEvent(type, { bubbles: true }))
  })
}
