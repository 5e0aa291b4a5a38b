/** `image`, `icon` and `navigator`. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { joinPath } from '../program/modules'
import { goTo } from '../wx/navigation'

const boxOf = (node: { getBackendElement(): unknown }) => node.getBackendElement() as HTMLElement

/** WeChat's modes that a browser has too; the others are shown as `scaleToFill`, which is the default. */
const FITS: Readonly<Record<string, string>> = { aspectFit: 'contain', aspectFill: 'cover', center: 'none' }

/** A path of the mini program is a file beside the phone's page. */
const addressOf = (src: string): string =>
  /^[a-z]+:/.test(src) ? src : `program/${joinPath(document.documentElement.dataset['page'] ?? '', src)}`

const defineImage = (space: CodeSpace): void => {
  space
    .component('wx/image')
    .property('src', String)
    .property('mode', { type: String, value: 'scaleToFill' })
    .property('ariaLabel', String)
    .init(({ self, data, observer, lifetime }) => {
      const picture = document.createElement('img')
      for (const name of ['load', 'error'] as const) {
        picture.addEventListener(name, () => {
          const { naturalWidth: width, naturalHeight: height } = picture
          self.triggerEvent(name, name === 'load' ? { width, height } : { errMsg: `${data.src} is not there` }, {})
        })
      }
      const show = () => {
        picture.alt = data.ariaLabel
        picture.dataset['mode'] = data.mode
        picture.style.objectFit = FITS[data.mode] ?? 'fill'
        if (data.src === '') picture.removeAttribute('src')
        else picture.src = addressOf(data.src)
      }
      observer(['src', 'mode', 'ariaLabel'], show)
      lifetime('attached', () => {
        boxOf(self._$).append(picture)
        show()
      })
    })
    .register()
}

const SIGNS: Readonly<Record<string, string>> = {
  success: '✓',
  success_no_circle: '✓',
  info: 'i',
  warn: '!',
  waiting: '…',
  cancel: '×',
  clear: '×',
  download: '↓',
  search: '⌕',
}

const defineIcon = (space: CodeSpace): void => {
  space
    .component('wx/icon')
    .property('type', String)
    .property('size', { type: Number, value: 23 })
    .property('color', String)
    .init(({ self, data, observer, lifetime }) => {
      const show = () => {
        const box = boxOf(self._$)
        box.textContent = SIGNS[data.type] ?? ''
        Object.assign(box.style, { fontSize: `${data.size}px`, color: data.color })
      }
      observer(['type', 'size', 'color'], show)
      lifetime('attached', show)
    })
    .register()
}

const defineNavigator = (space: CodeSpace): void => {
  space
    .component('wx/navigator')
    .property('url', String)
    .property('openType', { type: String, value: 'navigate' })
    .property('delta', { type: Number, value: 1 })
    .property('hoverClass', String)
    .init(({ self, data, lifetime }) => {
      lifetime('attached', () => {
        const box = boxOf(self._$)
        Object.assign(box, { tabIndex: 0 }).setAttribute('role', 'button')
        box.addEventListener('click', () => {
          goTo(data.openType, { url: data.url, delta: data.delta })
        })
      })
    })
    .register()
}

export const defineContentElements = (space: CodeSpace): void => {
  defineImage(space)
  defineIcon(space)
  defineNavigator(space)
}
