/** `input`, `textarea` and `switch`. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

type Field = HTMLInputElement | HTMLTextAreaElement

const boxOf = (node: { getBackendElement(): unknown }) => node.getBackendElement() as HTMLElement

const KEYBOARDS: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

const MAX_LENGTH = 140

const HEARD = ['input', 'change', 'focus', 'blur'] as const

const fields = new WeakMap<EventTarget, (name: string) => void>()

/**
 * The browser's own events of the same names go no further: the mini program gets WeChat's in their place. glass-easel
 * listens at the body before any tag does, so this is in front of it.
 */
const hearFields = (): void => {
  for (const name of HEARD) {
    window.addEventListener(
      name,
      (event) => {
        const tell = event.target === null ? undefined : fields.get(event.target)
        if (tell === undefined) return
        event.stopPropagation()
        tell(name)
      },
      true,
    )
  }
}

/** The tag itself is the browser's field of the same name. */
const defineField = (space: CodeSpace, tag: 'input' | 'textarea'): void => {
  space
    .component(`wx/${tag}`)
    .property('value', String)
    .property('placeholder', String)
    .property('type', { type: String, value: 'text' })
    .property('password', Boolean)
    .property('disabled', Boolean)
    .property('maxlength', { type: Number, value: MAX_LENGTH })
    .property('ariaLabel', String)
    .init(({ self, data, observer, lifetime }) => {
      const field = () => boxOf(self._$) as Field
      const show = () => {
        const { value, placeholder, disabled, maxlength, ariaLabel } = data
        Object.assign(field(), { placeholder, disabled, value })
        field().inputMode = KEYBOARDS[data.type] ?? 'text'
        field().ariaLabel = ariaLabel === '' ? placeholder : ariaLabel
        if (maxlength >= 0) field().maxLength = maxlength
        if (tag === 'input') field().setAttribute('type', data.password ? 'password' : 'text')
      }
      const tell = (name: string) => {
        const { value, selectionStart } = field()
        self.triggerEvent(name, { value, cursor: selectionStart ?? value.length }, {})
      }
      observer(['value', 'placeholder', 'type', 'password', 'disabled', 'maxlength', 'ariaLabel'], show)
      lifetime('attached', () => {
        fields.set(field(), (name) => {
          if (name !== 'change') tell(name)
        })
        field().addEventListener('keydown', (event) => {
          if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') tell('confirm')
        })
        show()
      })
    })
    .register()
}

const defineSwitch = (space: CodeSpace): void => {
  space
    .component('wx/switch')
    .property('checked', Boolean)
    .property('disabled', Boolean)
    .init(({ self, data, observer, lifetime }) => {
      const box = Object.assign(document.createElement('input'), { type: 'checkbox' })
      const show = () => {
        Object.assign(box, { checked: data.checked, disabled: data.disabled })
      }
      observer(['checked', 'disabled'], show)
      lifetime('attached', () => {
        boxOf(self._$).append(box)
        fields.set(box, (name) => {
          if (name === 'change') self.triggerEvent('change', { value: box.checked }, {})
        })
        show()
      })
    })
    .register()
}

export const defineInputElements = (space: CodeSpace): void => {
  hearFields()
  defineField(space, 'input')
  defineField(space, 'textarea')
  defineSwitch(space)
}
