/** Plain boxes, with what WeChat adds to them: a class while one is pressed, its part for a reader, scrolling. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

const PRESS = ['pointerdown'] as const
const RELEASE = ['pointerup', 'pointercancel', 'pointerleave'] as const

const setAttribute = (element: HTMLElement, name: string, value: string): void => {
  if (value === '') element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/** Attributes that a browser needs besides the role; a phone's screen reader does without. */
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tabindex: { button: '0' },
  'aria-level': { heading: '1' },
}

const scrolling = (on: boolean): string => (on ? 'auto' : '')

const defineBox = (space: CodeSpace, tag: string): void => {
  space
    .component(`wx/${tag}`)
    .property('hoverClass', String)
    .property('hoverStayTime', Number)
    .property('ariaRole', String)
    .property('ariaLabel', String)
    .property('disabled', Boolean)
    .property('scrollX', Boolean)
    .property('scrollY', Boolean)
    .init(({ self, data, observer, lifetime }) => {
      const box = () => self._$.getBackendElement() as unknown as HTMLElement
      const hover = (pressed: boolean) => () => {
        if (data.hoverClass !== '') self._$.classList?.toggle(data.hoverClass, pressed)
      }
      observer('ariaRole', (role) => {
        setAttribute(box(), 'role', role)
        for (const [name, of] of Object.entries(MORE)) setAttribute(box(), name, of[role] ?? '')
      })
      observer('ariaLabel', (label) => {
        setAttribute(box(), 'aria-label', label)
      })
      observer('disabled', (disabled) => {
        box().toggleAttribute('disabled', disabled)
      })
      observer(['scrollX', 'scrollY'], () => {
        Object.assign(box().style, { overflowX: scrolling(data.scrollX), overflowY: scrolling(data.scrollY) })
        // A finger scrolls it on a phone; here a keyboard may, too.
        setAttribute(box(), 'tabindex', data.scrollX || data.scrollY ? '0' : '')
      })
      lifetime('attached', () => {
        for (const press of PRESS) box().addEventListener(press, hover(true))
        for (const release of RELEASE) box().addEventListener(release, hover(false))
      })
    })
    .register()
}

export const defineBoxes = (space: CodeSpace, tags: readonly string[]): void => {
  for (const tag of tags) defineBox(space, tag)
}
