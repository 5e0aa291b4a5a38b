/** `view`, `text` and `button`, with what WeChat adds to a plain box: a class while it is pressed, and its part for a reader. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

const PRESS = ['pointerdown'] as const
const RELEASE = ['pointerup', 'pointercancel', 'pointerleave'] as const

const setAttribute = (element: HTMLElement, name: string, value: string): void => {
  if (value === '') element.removeAttribute(name)
  else element.setAttribute(name, value)
}

/** What a browser wants besides the role, and a phone's reader knows without. */
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tabindex: { button: '0' },
  'aria-level': { heading: '1' },
}

const defineBox = (space: CodeSpace, tag: string): void => {
  space
    .component(`wx/${tag}`)
    .property('hoverClass', String)
    .property('hoverStayTime', Number)
    .property('ariaRole', String)
    .property('ariaLabel', String)
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
      lifetime('attached', () => {
        for (const press of PRESS) box().addEventListener(press, hover(true))
        for (const release of RELEASE) box().addEventListener(release, hover(false))
      })
    })
    .register()
}

export const BASIC_TAGS = ['view', 'text', 'button'] as const

export const defineBasicElements = (space: CodeSpace): void => {
  for (const tag of BASIC_TAGS) defineBox(space, tag)
}
