/** Toasts, dialogues and the navigation bar: what WeChat draws over a page. */
import { type Callbacks, fail, succeed } from './callbacks'

interface Ok {
  readonly errMsg: string
}

interface ToastOptions extends Callbacks<Ok> {
  readonly title: string
  readonly icon?: 'success' | 'error' | 'loading' | 'none'
  readonly duration?: number
}

interface ModalOptions extends Callbacks<Ok & { readonly confirm: boolean; readonly cancel: boolean }> {
  readonly title?: string
  readonly content?: string
  readonly showCancel?: boolean
  readonly confirmText?: string
  readonly cancelText?: string
}

const TOAST_MS = 1500
const SIGNS = { success: '✓', error: '!', loading: '…', none: '' }

const part = (tag: string, name: string, text: string): HTMLElement => {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = text
  return element
}

const hideToast = (options?: Callbacks<Ok>): void => {
  document.querySelector('.wx-toast')?.remove()
  succeed(options, { errMsg: 'hideToast:ok' })
}

const showToast = (options: ToastOptions): void => {
  hideToast()
  const { title, icon = 'success', duration = TOAST_MS } = options
  const toast = part('div', `wx-toast wx-toast-${icon}`, '')
  toast.setAttribute('role', 'alert')
  toast.append(part('div', 'wx-toast-sign', SIGNS[icon]), part('div', 'wx-toast-title', title))
  // The animation ends the toast, so that no timer of the phone's own is counted among the call's.
  if (duration === Infinity) toast.style.animation = 'none'
  else toast.style.animationDuration = `${duration}ms`
  toast.addEventListener('animationend', () => {
    toast.remove()
  })
  document.body.append(toast)
  succeed(options, { errMsg: 'showToast:ok' })
}

const showModal = (options: ModalOptions): void => {
  const { title = '', content = '', showCancel = true, confirmText = '确定', cancelText = '取消' } = options
  const modal = document.createElement('dialog')
  modal.className = 'wx-modal'
  const close = (confirm: boolean) => () => {
    modal.remove()
    succeed(options, { confirm, cancel: !confirm, errMsg: 'showModal:ok' })
  }
  const button = (text: string, confirm: boolean): HTMLElement => {
    const element = part('button', confirm ? 'wx-modal-confirm' : 'wx-modal-cancel', text)
    element.addEventListener('click', close(confirm))
    return element
  }
  const buttons = part('div', 'wx-modal-buttons', '')
  buttons.append(...(showCancel ? [button(cancelText, false)] : []), button(confirmText, true))
  modal.append(part('div', 'wx-modal-title', title), part('div', 'wx-modal-content', content), buttons)
  document.body.append(modal)
  modal.showModal()
}

/** A toast that stays until it is taken away. */
const showLoading = (options: ToastOptions): void => {
  showToast({ ...options, icon: 'loading', duration: Infinity })
}

/** A browser page has no scanner: whoever holds the phone types what the code says. */
const scanCode = (options: Callbacks<Ok & { readonly result: string }>): void => {
  const result = prompt('scanCode')
  if (result === null) fail(options, { errMsg: 'scanCode:fail cancel' })
  else succeed(options, { result, errMsg: 'scanCode:ok' })
}

export const dialogueApi = {
  scanCode,
  showToast,
  hideToast,
  showLoading,
  hideLoading: hideToast,
  showModal,
  setNavigationBarTitle: (options: { readonly title: string } & Callbacks<Ok>) => {
    const title = document.querySelector('.navigation-title')
    if (title) title.textContent = options.title
    succeed(options, { errMsg: 'setNavigationBarTitle:ok' })
  },
}
