/** The settings of a mini program, as `wx.openSetting` shows them: a switch for each scope. */
import { language } from './system'

const TITLES = { zh: '设置', en: 'Settings' }
const DONE = { zh: '完成', en: 'Done' }

export interface Switch {
  readonly name: string
  readonly label: Readonly<Record<'zh' | 'en', string>>
  readonly on: boolean
}

const row = ({ name, label, on }: Switch): HTMLElement => {
  const row = document.createElement('label')
  row.className = 'wx-setting'
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name, checked: on })
  row.append(label[language()], box)
  return row
}

/** Resolves when the user is done, with the names of the switches that are on. */
export const showSettings = (switches: readonly Switch[]): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const page = document.createElement('dialog')
    page.className = 'wx-modal'
    const title = Object.assign(document.createElement('div'), { className: 'wx-modal-title' })
    title.textContent = TITLES[language()]
    const done = Object.assign(document.createElement('button'), { className: 'wx-modal-confirm' })
    done.textContent = DONE[language()]
    const buttons = Object.assign(document.createElement('div'), { className: 'wx-modal-buttons' })
    buttons.append(done)
    page.append(title, ...switches.map(row), buttons)
    done.addEventListener('click', () => {
      const boxes = [...page.querySelectorAll('input')]
      page.remove()
      resolve(boxes.filter(({ checked }) => checked).map(({ name }) => name))
    })
    document.body.append(page)
    page.showModal()
  })
